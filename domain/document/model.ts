import { z } from 'zod';
import { Block } from './block.ts';
import { Line } from './table.ts';

/** Every kind of document that the process draws up. */
export const DocumentType = z.enum([
  'call-letter',
  'receipt',
  'supplement-request',
  'opinion',
  'council-appointment',
  'invitation',
  'score-sheet',
  'count-record',
  'minutes',
  'submission',
  'approval-decision',
  'refusal',
  'allocation-decision',
  'local-plan-decision',
  'contract',
  'payment-request',
  'acceptance-minutes',
  'settlement-table',
  'settlement-notice',
  'recovery-notice',
  'adjustment-decision',
  'termination-decision',
  'reminder',
  'correction',
  'recall-notice',
  'certified-copy',
  'copy-of-copy',
  'extract',
]);
export type DocumentType = z.infer<typeof DocumentType>;

/** The layouts of Decree 30/2020/NĐ-CP, Annex III, as far as they are needed; each is a template. */
export const DocumentForm = z.enum([
  'decision',
  'official-letter',
  'submission',
  'minutes',
  'notice',
  'form',
  'contract',
  'invitation',
  'copy',
]);
export type DocumentForm = z.infer<typeof DocumentForm>;

const IsoDate = z.iso.date();

/** Who issues: the parent body above (if any), the name in capitals as it is broken into lines, and the name as it runs in a sentence. */
export const Issuer = z.object({ parent: z.array(Line), lines: z.array(Line).min(1), name: Line });
export type Issuer = z.infer<typeof Issuer>;

/** By what authority somebody signs (Decree 30/2020/NĐ-CP, Article 13): in the order in which it is printed, and on which written instrument. */
export const SigningAuthority = z.object({
  kinds: z.array(z.enum(['head', 'tm', 'kt', 'tl', 'tuq', 'q'])).min(1),
  instrument: z.object({ symbol: Line, date: IsoDate }).optional(),
});
export type SigningAuthority = z.infer<typeof SigningAuthority>;

/**
 * Whose signature stands there, and in what capacity (Decree 30/2020/NĐ-CP, Annex I, II.7): "TM. …", "KT. BỘ TRƯỞNG" come before the title.
 * `field` names the signature field of the PDF, `seal` the field of the organisation's signature, where one belongs beside it.
 */
export const SignatureBlock = z.object({
  party: Line.optional(),
  capacity: z.array(Line),
  title: Line,
  note: Line.optional(),
  name: Line.optional(),
  authority: SigningAuthority.optional(),
  field: z.string().regex(/^[A-Za-z0-9]+$/),
  seal: z
    .string()
    .regex(/^[A-Za-z0-9]+$/)
    .optional(),
});
export type SignatureBlock = z.infer<typeof SignatureBlock>;

/** A table or text that goes with the document, with pages numbered on its own. `promulgated`: the text that a decision puts into force (form 1.3). */
export const Annex = z.object({
  kind: z.enum(['annex', 'promulgated']).optional(),
  heading: Line,
  title: Line,
  /** "(Kèm theo Quyết định số … ngày … của …)" */
  reference: Line.optional(),
  orientation: z.enum(['portrait', 'landscape']),
  blocks: z.array(Block),
  /** Closing line under the table, for example the total in words. */
  closing: Line.optional(),
});
export type Annex = z.infer<typeof Annex>;

/** How soon it is to be sent: "HỎA TỐC", "THƯỢNG KHẨN", "KHẨN" (Decree 30/2020/NĐ-CP, Annex I, III.2). */
export const Urgency = z.enum(['hoa-toc', 'thuong-khan', 'khan']);
export type Urgency = z.infer<typeof Urgency>;

/** Who drafted it and how many copies are issued: "PTMN.(03)" (Decree 30/2020/NĐ-CP, Annex I, III.3). */
export const DrafterMark = z.object({
  initials: z
    .string()
    .regex(/^\p{Lu}{1,8}$/u)
    .normalize('NFC'),
  copies: z.int().min(1).max(9_999),
});
export type DrafterMark = z.infer<typeof DrafterMark>;

/** Where anyone can look the document up; the code cannot be guessed. */
export const Lookup = z.object({ code: Line, url: z.url() });
export type Lookup = z.infer<typeof Lookup>;

/**
 * One official document, whatever its type: typed data that a template shows and never computes on.
 * The same value is previewed, rendered, hashed for approval and attached to the PDF.
 * `number` and `date` are absent until the clerk's register has given them.
 */
export const OfficialDocument = z
  .object({
    type: DocumentType,
    form: DocumentForm,
    /** How a decision decides: `direct` in its own articles (form 1.2), `indirect` by a text that it promulgates (form 1.3). Direct where left out. */
    manner: z.enum(['direct', 'indirect']).optional(),
    urgency: Urgency.optional(),
    issuer: Issuer,
    /** What stands after the number ("QĐ-BCT"); a document without symbol, such as a score sheet, has no number. */
    symbol: Line.optional(),
    number: z.int().positive().optional(),
    place: Line,
    date: IsoDate.optional(),
    /** "QUYẾT ĐỊNH"; an official letter (công văn) has no type name. */
    typeName: Line.optional(),
    abstract: Line,
    addressees: z.array(Line),
    /** Who decides, over the legal bases: "BỘ TRƯỞNG BỘ CÔNG THƯƠNG". */
    authority: Line.optional(),
    bases: z.array(Line),
    body: z.array(Block).min(1),
    signatures: z.array(SignatureBlock).min(1).max(4),
    recipients: z.array(Line),
    drafterMark: DrafterMark.optional(),
    annexes: z.array(Annex),
    /** Of a copy that holds the whole of what was copied: the issued file, which is attached to the copy's own, by its SHA-256. */
    copied: z.object({ sha256: z.hash('sha256') }).optional(),
    lookup: Lookup.optional(),
    /** Printed by invented persons: marked "MẪU THỬ – KHÔNG CÓ GIÁ TRỊ" on each page. */
    sample: z.boolean(),
    /** Made while the programme's clock was moved by hand; said on each page. */
    rehearsal: z.boolean(),
  })
  .refine((document) => (document.typeName === undefined) === (document.form === 'official-letter'), {
    message: 'only an official letter goes without a type name',
    path: ['typeName'],
  })
  .refine(
    ({ form, manner, annexes }) => manner !== 'indirect' || (form === 'decision' && annexes.some(({ kind }) => kind === 'promulgated')),
    {
      message: 'only a decision promulgates another text, which goes with it',
      path: ['manner'],
    },
  )
  .refine((document) => document.number === undefined || document.symbol !== undefined, {
    message: 'a number needs its symbol',
    path: ['symbol'],
  })
  .refine((document) => new Set(fieldNames(document.signatures)).size === fieldNames(document.signatures).length, {
    message: 'every signature field has its own name',
    path: ['signatures'],
  });
export type OfficialDocument = z.infer<typeof OfficialDocument>;

function fieldNames(signatures: SignatureBlock[]): string[] {
  return signatures.flatMap(({ field, seal }) => (seal === undefined ? [field] : [field, seal]));
}

/** Number and symbol as printed, "05/QĐ-BCT": a zero before numbers below 10 (Decree 30/2020/NĐ-CP, Annex I, II.3). Undefined until reserved. */
export function numberAndSymbol(document: Pick<OfficialDocument, 'number' | 'symbol'>): string | undefined {
  if (document.number === undefined || document.symbol === undefined) return undefined;
  return `${String(document.number).padStart(2, '0')}/${document.symbol}`;
}

const urgencies: Record<Urgency, string> = { 'hoa-toc': 'HỎA TỐC', 'thuong-khan': 'THƯỢNG KHẨN', khan: 'KHẨN' };
/** "HỎA TỐC", as it is printed under the issuer's number. */
export const urgencyShown = (urgency: Urgency): string => urgencies[urgency];

/** "PTMN.(03)", as it is printed at the foot of the last page. */
export const drafterMarkShown = ({ initials, copies }: DrafterMark): string => `${initials}.(${String(copies).padStart(2, '0')})`;

/** A place for a signature in the file. `hidden`: without size, on no page; a reader shows it in its list of signatures alone. */
export type SignatureField = { name: string; label: string; by: 'person' | 'organisation'; hidden?: true };

/** On a form without a place for a seal: the organisation that keeps it attests the electronic original. */
const attesting: SignatureField = {
  name: 'CoQuan',
  label: 'Chữ ký số của cơ quan lưu giữ bản gốc điện tử',
  by: 'organisation',
  hidden: true,
};

/** The signature fields of a document in the order in which they are signed: every person's, then every organisation's; on a form without a seal a hidden one. */
export function signatureFields(document: Pick<OfficialDocument, 'signatures' | 'issuer'>): SignatureField[] {
  const persons = document.signatures.map((block) => ({
    name: block.field,
    label: `Chữ ký của ${block.name ?? block.title}`,
    by: 'person' as const,
  }));
  const seals = document.signatures.flatMap((block) =>
    block.seal === undefined
      ? []
      : [{ name: block.seal, label: `Chữ ký số của ${block.party ?? document.issuer.name}`, by: 'organisation' as const }],
  );
  return [...persons, ...(seals.length === 0 ? [attesting] : seals)];
}
