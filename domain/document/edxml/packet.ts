import { z } from 'zod';

const text = (longest: number) => z.string().trim().max(longest).normalize('NFC');
const needed = (longest: number) => text(longest).min(1);

/** An organisation as the exchange knows it: the identifier of QCVN 102:2016/BTTTT (13 characters, "000.00.00.G02") and its name. */
export const Correspondent = z.object({
  organId: needed(13),
  organName: needed(200),
  email: text(100).optional(),
});
export type Correspondent = z.infer<typeof Correspondent>;

/** What a packet is sent for: a new document, one taken back, one that corrects what was sent, or one in its place. */
export const PacketPurpose = z.enum(['new', 'recall', 'update', 'replace']);
export type PacketPurpose = z.infer<typeof PacketPurpose>;

export const EdxmlAttachment = z.object({
  name: needed(255),
  mime: needed(100),
  description: text(500).default(''),
  /** The file in base64. */
  data: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/),
  /** Of the file's bytes; what arrives without one cannot be checked for integrity by it. */
  sha256: z.hash('sha256').optional(),
});
export type EdxmlAttachment = z.infer<typeof EdxmlAttachment>;

/** An official document on its way between two systems (QCVN 102:2016/BTTTT): who, to whom, its marks, what it is about, and its files. Lengths are the regulation's. */
export const EdxmlPacket = z.object({
  documentId: needed(200),
  from: Correspondent,
  to: z.array(Correspondent).max(600),
  /** "05" and "QĐ-BCT"; null for papers that bear no number. */
  code: z.object({ number: needed(11), notation: needed(30) }).nullable(),
  place: text(100),
  date: z.iso.date().nullable(),
  typeName: needed(100),
  subject: needed(500),
  signers: z.array(z.object({ competence: text(200), position: needed(200), fullName: text(100) })).max(4),
  /** By when an answer is asked for. */
  dueOn: z.iso.date().nullable(),
  toPlaces: z.array(needed(1_000)).max(600),
  /** 0 ordinary, 1 urgent, 2 very urgent, 3 at once. */
  priority: z.int().min(0).max(3),
  pages: z.int().nonnegative().nullable(),
  appendixes: z.array(needed(500)).max(100),
  purpose: PacketPurpose,
  reason: text(500),
  /** The document that is taken back, set right or replaced: its id in the exchange. */
  about: text(200).nullable(),
  /** When it left, an instant; null while it has not. */
  sentAt: z.iso.datetime({ offset: true }).nullable(),
  attachments: z.array(EdxmlAttachment).max(50),
});
export type EdxmlPacket = z.infer<typeof EdxmlPacket>;

/** Codes of BussinessDocType. All codes here are those of the pack (`exchange.code`), which says how certain each is. */
export const purposeCodes: Record<PacketPurpose, string> = { new: '0', recall: '1', update: '2', replace: '3' };

/** Codes that every packet of ours bears: an administrative document, sent by nobody's order, without a paper on its way. */
export const commonCodes = { type: '2', steeringType: '0', paper: '0' } as const;
