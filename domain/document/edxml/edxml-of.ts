import { bare } from '../compose/wording.ts';
import type { OfficialDocument } from '../model.ts';
import { formatNumber } from '../numbering.ts';
import { type EdxmlAttachment, EdxmlPacket, type PacketPurpose } from './packet.ts';
import { edxmlText } from './serialize.ts';

/** What the document itself does not say of its way: identifiers in the exchange, pages, files, why it is sent. */
export type Sending = {
  from?: { organId: string; organName?: string };
  to?: { organId: string; organName: string }[];
  pages?: number | null;
  priority?: 0 | 1 | 2 | 3;
  dueOn?: string | null;
  purpose?: PacketPurpose;
  reason?: string;
  /** Id in the exchange of the document that is taken back, set right or replaced. */
  about?: string | null;
  sentAt?: string | null;
  attachments?: EdxmlAttachment[];
};

/** An organisation that has no identifier in the exchange. */
export const noOrganId = '000.00.00.000';
const longestSubject = 500;

/** The document's id in the exchange: sender, day, number and symbol; where it bears no number, its look-up code. */
export function exchangeId(document: OfficialDocument, organId: string = noOrganId): string {
  const { number, symbol, date, lookup } = document;
  const marks = number === undefined || symbol === undefined ? (lookup?.code ?? document.type) : `${formatNumber(number)}/${symbol}`;
  return [organId, date?.replaceAll('-', '/') ?? '', marks].join(',');
}

/** The document as a packet of the exchange. Throws a ZodError where it does not fit the regulation's fields. */
export function packetOf(document: OfficialDocument, sending: Sending = {}): EdxmlPacket {
  const { issuer, number, symbol, abstract } = document;
  const from = { organId: sending.from?.organId ?? noOrganId, organName: sending.from?.organName ?? issuer.name };
  const packet: EdxmlPacket = {
    documentId: exchangeId(document, from.organId),
    from,
    to: sending.to ?? [],
    code: number === undefined || symbol === undefined ? null : { number: formatNumber(number), notation: symbol },
    place: document.place,
    date: document.date ?? null,
    typeName: typeNameOf(document),
    subject: abstract.length > longestSubject ? `${abstract.slice(0, longestSubject - 1)}…` : abstract,
    signers: document.signatures.map(({ capacity, title, name }) => ({
      competence: capacity.join(' '),
      position: title,
      fullName: name ?? '',
    })),
    dueOn: sending.dueOn ?? null,
    toPlaces: document.recipients.map((line) => bare(line.replace(/^[-–]\s*/u, ''))),
    priority: sending.priority ?? 0,
    pages: sending.pages ?? null,
    appendixes: document.annexes.map(({ heading, title }) => short(`${heading}: ${title}`)),
    purpose: sending.purpose ?? 'new',
    reason: short(sending.reason ?? ''),
    about: sending.about ?? null,
    sentAt: sending.sentAt ?? null,
    attachments: sending.attachments ?? [],
  };
  return EdxmlPacket.parse(packet);
}

/** The document in edXML (QCVN 102:2016/BTTTT), UTF-8: with `sending` as a packet to be sent, without it as the data that its own PDF carries. */
export const edxmlOf = (document: OfficialDocument, sending: Sending = {}): string => edxmlText(packetOf(document, sending));

const short = (text: string): string => (text.length > longestSubject ? `${text.slice(0, longestSubject - 1)}…` : text);

/** "Quyết định"; "Công văn" for a letter, which has no type name. */
function typeNameOf({ typeName = 'CÔNG VĂN' }: OfficialDocument): string {
  const name = typeName.length > 100 ? typeName.slice(0, 100) : typeName;
  return name.charAt(0) + name.slice(1).toLocaleLowerCase('vi');
}
