import { type Committing, commit } from '../../../commit/commit.ts';
import { fulfil } from '../../../commit/fulfil.ts';
import { derivedId } from '../../../commit/home.ts';
import { edxmlOf, exchangeId, noOrganId, type Sending } from '../../../domain/document/edxml/edxml-of.ts';
import type { PacketPurpose } from '../../../domain/document/edxml/packet.ts';
import type { DocumentRecord, LinkKind } from '../../../domain/document/state.ts';
import type { Identifiers } from '../../../exchange/identifiers.ts';
import type { FileStore } from '../../../files/store.ts';
import { process } from '../../process.ts';
import { type OwedRow, owedRow } from '../owed.ts';
import type { Outlet } from './outlet.ts';

export type Exchanging = { committing: Committing; files: FileStore; identifiers: Identifiers; outlet: Outlet };

/**
 * Sends an issued (or recalled) document as edXML to each recipient that the exchange knows, one packet each under an id of its own: sent twice, it
 * is sent once. Where the other side says that it has arrived, the document takes that down. Recipients without an identifier have their letter alone.
 */
export const exchange =
  (at: Exchanging) =>
  async (key: string): Promise<void> => {
    const owed = await owedRow(at.committing, key);
    if (!owed || owed.done) return;
    const { rows } = await at.committing.database.query<{ data: DocumentRecord }>({
      name: 'document-data',
      text: 'SELECT data FROM thing WHERE id = $1',
      values: [owed.thing],
    });
    const document = rows[0]?.data;
    if (!document) throw new Error(`There is no document ${owed.thing}.`);
    const known = document.recipients.flatMap(({ organisationId, name }) => {
      const organId = at.identifiers.organId(organisationId);
      return organId === null || organisationId === document.issuerId ? [] : [{ organisationId, organId, organName: name }];
    });
    const sending = known.length === 0 ? null : await sendingOf(at, owed, document);
    for (const { organisationId, ...to } of sending ? known : []) {
      const packet = edxmlOf(document.content, { ...sending, to: [to] });
      const { arrived } = await at.outlet.send(derivedId(`${key}/${organisationId}`), packet);
      if (arrived) await noteArrival(at.committing, owed, organisationId);
    }
    await fulfil(at.committing, key, { packets: known.length });
  };

async function sendingOf(at: Exchanging, owed: OwedRow, document: DocumentRecord): Promise<Sending> {
  const { content, issuerId, pages, recall, file } = document;
  const organId = at.identifiers.organId(issuerId) ?? noOrganId;
  const common = { from: { organId }, pages, priority: priorityOf(document), sentAt: owed.at };
  if (owed.params.why === 'recalled') {
    return { ...common, purpose: 'recall', reason: recall?.reason ?? '', about: exchangeId(content, organId) };
  }
  const link = document.links.find(({ kind }) => kind in purposes);
  const about = link?.symbol && link.date ? [organId, link.date.replaceAll('-', '/'), link.symbol].join(',') : null;
  if (file === null) throw new Error(`The document ${owed.thing} has no file to be sent.`);
  const name = `${(document.symbol ?? document.code).replaceAll('/', '-')}.pdf`;
  const pdf = {
    name,
    mime: 'application/pdf',
    description: content.abstract.slice(0, 500),
    data: (await at.files.get(file)).toString('base64'),
    sha256: file,
  };
  return { ...common, purpose: link ? (purposes[link.kind] ?? 'new') : 'new', about, attachments: [pdf] };
}

/** Why a document that hangs together with an earlier one is sent. */
const purposes: Partial<Record<LinkKind, PacketPurpose>> = { corrects: 'update', replaces: 'replace' };

const priorities = { khan: 1, 'thuong-khan': 2, 'hoa-toc': 3 } as const;
const priorityOf = ({ content }: DocumentRecord): 0 | 1 | 2 | 3 => (content.urgency === undefined ? 0 : priorities[content.urgency]);

async function noteArrival(at: Committing, { key, thing, params }: OwedRow, organisationId: string): Promise<void> {
  if (params.why === 'recalled') return;
  await commit(at, {
    id: derivedId(`${key}/${organisationId}/arrived`),
    kind: 'document',
    thing,
    name: 'note-receipt',
    input: { organisationId, status: '01', note: 'Trục liên thông văn bản' },
    actor: process,
  });
}
