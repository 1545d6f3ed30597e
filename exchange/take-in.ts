import { type Committing, commit } from '../commit/commit.ts';
import { derivedId } from '../commit/home.ts';
import type { Actor } from '../domain/command.ts';
import { registerIncoming } from '../domain/incoming/commands/register-incoming.ts';
import type { FileStore } from '../files/store.ts';
import type { Identifiers } from './identifiers.ts';
import { PacketRefused, type ReadPacket, readPacket } from './read-packet.ts';

/** What a file proves by itself: `broken` where it was changed after it was signed, or cannot be read. */
export type Judgement = { broken: string | null; said: string[] };
export type TakingIn = {
  committing: Committing;
  files: Pick<FileStore, 'put'>;
  identifiers: Identifiers;
  judge(pdf: Buffer): Promise<Judgement>;
};

/** What is answered to who sent a packet: 03 received, with the numbers of arrival, or 02 refused, with the reason. */
export type Receipt = {
  status: '02' | '03';
  documentId: string | null;
  reason: string | null;
  entries: { organisationId: string; id: string; number: number | null }[];
};

const process: Actor = { id: 'process', name: 'Quy trình', positions: [] };

/**
 * Takes a packet in (Decision 28/2018/QĐ-TTg): whether it is complete, whole and unchanged, as far as that can be proven; then it comes into the
 * register of each receiver here, once however often it is sent. A packet that takes a document back closes its entry. Never throws for what is in it.
 */
export async function takeIn(at: TakingIn, bytes: Buffer): Promise<Receipt> {
  let read: ReadPacket | null = null;
  try {
    read = readPacket(bytes);
    return await takenIn(at, read);
  } catch (error) {
    if (!(error instanceof PacketRefused)) throw error;
    return { status: '02', documentId: read?.packet.documentId ?? null, reason: error.message, entries: [] };
  }
}

async function takenIn(at: TakingIn, { packet, files }: ReadPacket): Promise<Receipt> {
  const { rows } = await at.committing.database.query<{ id: string }>(
    'SELECT id FROM organisation WHERE to_date IS NULL OR to_date >= current_date ORDER BY id',
  );
  const houses = packet.to.flatMap(({ organId }) => rows.find(({ id }) => at.identifiers.organId(id) === organId)?.id ?? []);
  if (houses.length === 0) throw new PacketRefused('Gói tin không gửi cho cơ quan nào trên hệ thống này.');
  const taken = packet.purpose === 'recall' ? takeBack(at, packet, houses) : register(at, { packet, files }, houses);
  return { status: '03', documentId: packet.documentId, reason: null, entries: await taken };
}

async function register(at: TakingIn, { packet, files }: ReadPacket, houses: string[]): Promise<Receipt['entries']> {
  const checked: string[] = [];
  for (const { name, content, digest } of files) {
    checked.push(`${name}: ${digest === 'matches' ? 'mã băm khớp' : 'không có mã băm để đối chiếu'}`.slice(0, 300));
    if (!content.subarray(0, 5).equals(Buffer.from('%PDF-'))) continue;
    const { broken, said } = await at.judge(content);
    if (broken !== null) throw new PacketRefused(`Tệp “${name}” không toàn vẹn: ${broken}.`);
    checked.push(...said.map((line) => `${name}: ${line}`.slice(0, 300)));
  }
  const kept: { sha256: string; name: string }[] = [];
  for (const { name, content } of files) kept.push({ sha256: (await at.files.put(content)).sha256, name });
  const [signer] = packet.signers;
  const entries: Receipt['entries'] = [];
  for (const house of houses) {
    const input = registerIncoming.input.parse({
      ownerId: house,
      author: packet.from.organName,
      organId: packet.from.organId,
      symbol: packet.code && `${packet.code.number}/${packet.code.notation}`,
      date: packet.date,
      typeName: packet.typeName,
      subject: packet.subject,
      signer: signer
        ? [signer.position, signer.fullName]
            .filter((part) => part !== '')
            .join(' ')
            .slice(0, 200)
        : null,
      dueOn: packet.dueOn,
      files: kept,
      exchangeId: packet.documentId,
      checked: checked.slice(0, 60),
    });
    entries.push({ organisationId: house, ...(await entered(at.committing, house, packet.documentId, input)) });
  }
  return entries;
}

async function entered(at: Committing, house: string, documentId: string, input: object): Promise<{ id: string; number: number | null }> {
  const key = `exchange/${house}/${documentId}`;
  const outcome = await commit(at, { id: derivedId(key), kind: 'incoming', thing: null, name: 'register-incoming', input, actor: process });
  // The same document was entered before: by hand, or under the same id with other files in it. Its number stays.
  if (outcome.refused?.rule === 'incoming.duplicate') return { id: outcome.id, number: Number(outcome.refused.values.number) };
  if (outcome.refused?.rule === 'command.key-reused') throw new PacketRefused('Văn bản này đã được gửi với nội dung khác.');
  if (outcome.refused) throw new PacketRefused(`Văn bản không đăng ký được (${outcome.refused.rule}).`);
  return { id: outcome.id, number: typeof outcome.result.number === 'number' ? outcome.result.number : null };
}

async function takeBack(at: TakingIn, packet: ReadPacket['packet'], houses: string[]): Promise<Receipt['entries']> {
  const { database } = at.committing;
  const { rows } = await database.query<{ id: string; owner: string; number: number; organ: string | null }>(
    `SELECT i.id, i.owner_id AS owner, i.number, t.data->>'organId' AS organ FROM incoming i JOIN thing t ON t.id = i.id WHERE i.exchange_id = $1 AND i.owner_id = ANY($2)`,
    [packet.about ?? packet.documentId, houses],
  );
  const own = rows.filter(({ organ }) => organ === packet.from.organId);
  if (own.length === 0) throw new PacketRefused('Không có văn bản nào của bên gửi ứng với yêu cầu thu hồi.');
  for (const { id } of own) {
    const reason = packet.reason === '' ? 'Bên gửi thu hồi' : packet.reason;
    const name = 'take-back-incoming';
    await commit(at.committing, {
      id: derivedId(`exchange/${id}/take-back`),
      kind: 'incoming',
      thing: id,
      name,
      input: { reason },
      actor: process,
    });
  }
  return own.map(({ id, owner, number }) => ({ organisationId: owner, id, number }));
}
