import type { Client } from './client.ts';

type Listed = { id: string; type: string; state: string; title: string };
type Whole = { id: string; state: string; data: { digest: string; prepared: { digest: string } | null } };

/** Who takes a document from draft to issue. */
export type Hands = { reader: string; checker: string; approver: string; signer: string; clerk: string };
export const ministry: Hands = {
  reader: 'agency-officer',
  checker: 'format-checker',
  approver: 'agency-head',
  signer: 'signer',
  clerk: 'clerk',
};
export const agency: Hands = { ...ministry, signer: 'agency-head' };
export const binhDinh: Hands = {
  reader: 'province-officer.binh-dinh',
  checker: 'format-checker.binh-dinh',
  approver: 'local-finance.binh-dinh',
  signer: 'province-head.binh-dinh',
  clerk: 'clerk.binh-dinh',
};

/** All documents that a filter gives. */
export async function documents(client: Client, person: string, filter: string): Promise<Listed[]> {
  const all: Listed[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: Listed[]; next: string | null } = await client.get(
      person,
      `/api/documents?limit=200&${filter}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    all.push(...page.items);
    cursor = page.next ?? null;
  }
  return all;
}

/** Waits until the process has drawn up so many documents of a type. */
export const drawnUp = (client: Client, person: string, filter: string, type: string, atLeast = 1): Promise<Listed[]> =>
  client.until(`${type} is drawn up (${filter})`, async () => {
    const found = (await documents(client, person, `${filter}&type=${type}`)).filter((d) => d.type === type);
    return found.length >= atLeast && found;
  });

/** The way of a signed document: format, approval of what was read, the signing act, the clerk. Done again, it changes nothing. */
export async function issue(client: Client, hands: Hands, id: string): Promise<void> {
  const thing = `documents/${id}`;
  const look = () => client.get<Whole>(hands.reader, `/api/${thing}`);
  await client.give(hands.checker, thing, 'check-format', { accepted: true, notes: 'Thể thức đúng Nghị định 30/2020/NĐ-CP.' });
  await client.give(hands.approver, thing, 'approve-draft', await whatWasRead(client, hands, id));
  await client.give(hands.signer, thing, 'prepare-signature');
  const prepared = await client.until(`${thing} is ready to be signed`, async () => (await look()).data.prepared);
  await client.give(hands.signer, thing, 'embed-signature', { digest: prepared.digest });
  await client.reached(hands.reader, thing, 'signed');
  await client.give(hands.clerk, thing, 'issue');
  await client.reached(hands.reader, thing, 'issued');
}

type Read = { digest: string; previewDigest?: string };
type Readable = { data: { approvals: Read[] }; reading: { digest: string; preview: { digest: string } | null } };

/** The digests of the text and of the pages that are read for the approval; once it is given, those that it names. */
async function whatWasRead(client: Client, hands: Hands, id: string): Promise<Read> {
  return client.until(`the pages of documents/${id} are there`, async () => {
    const { data, reading } = await client.get<Readable>(hands.reader, `/api/documents/${id}`);
    const given = data.approvals.at(-1);
    if (given) return { digest: given.digest, ...(given.previewDigest !== undefined && { previewDigest: given.previewDigest }) };
    return reading.preview && { digest: reading.digest, previewDigest: reading.preview.digest };
  });
}
