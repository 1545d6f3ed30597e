import type { z } from 'zod';
import type { Article, Block } from '../block.ts';
import { officialDate } from '../dates.ts';
import { type Annex, type DocumentForm, type DocumentType, numberAndSymbol, OfficialDocument, type SignatureBlock } from '../model.ts';
import type { Frame } from './frame.ts';
import { bare } from './wording.ts';

/** What a type of document adds to its frame. */
export type Content = {
  type: DocumentType;
  form: DocumentForm;
  typeName?: string;
  abstract: string;
  addressees?: string[];
  /** Prints who decides over the bases, and the bases as lines of their own. */
  withBases?: boolean;
  body: Block[];
  annexes?: Annex[];
  /** Of a copy of the whole: the file that was copied, which goes with it. */
  copied?: { sha256: string };
  /** `indirect`: the decision promulgates the text among its annexes (form 1.3). */
  manner?: 'direct' | 'indirect';
  /** Instead of the frame's one signer, for minutes and contracts. */
  signatures?: SignatureBlock[];
};

/** Puts frame and content together. Throws a ZodError when the two do not make a document (a bug of the composer, not of its input). */
export function officialDocument(frame: Frame, content: Content): OfficialDocument {
  const draft: z.input<typeof OfficialDocument> = {
    type: content.type,
    form: content.form,
    manner: content.manner,
    urgency: frame.urgency,
    issuer: { parent: frame.parent, lines: frame.issuer, name: frame.issuerName },
    symbol: frame.symbol,
    number: frame.symbol === undefined ? undefined : frame.number,
    place: frame.place,
    date: frame.date,
    typeName: content.typeName,
    abstract: content.abstract,
    addressees: content.addressees ?? [],
    authority: content.form === 'decision' ? authorityName(frame).toLocaleUpperCase('vi') : undefined,
    bases: content.withBases ? legalBases(frame.bases) : [],
    body: content.body,
    signatures: content.signatures ?? [{ ...frame.signer, field: 'ChuKy', seal: 'ConDau' }],
    recipients: recipients(frame.recipients),
    drafterMark: frame.drafterMark,
    annexes: content.annexes ?? [],
    copied: content.copied,
    lookup: frame.code !== undefined && frame.verifyUrl !== undefined ? { code: frame.code, url: frame.verifyUrl } : undefined,
    sample: frame.sample,
    rehearsal: frame.rehearsal,
  };
  return OfficialDocument.parse(draft);
}

/** "Bộ trưởng Bộ Công Thương": who has the power to decide, in a sentence. */
export function authorityName(frame: Frame): string {
  return frame.authorityName ?? frame.issuerName;
}

/** Every basis ends with ";", the last with "." (Decree 30/2020/NĐ-CP, Annex I, II.6). */
export function legalBases(bases: readonly string[]): string[] {
  return bases.map((basis, index) => `${bare(basis)}${index === bases.length - 1 ? '.' : ';'}`);
}

/** "- Như Điều 3;" … "- Lưu: VT." (Decree 30/2020/NĐ-CP, Annex I, II.9). */
export function recipients(names: readonly string[]): string[] {
  return names.map((name, index) => `- ${bare(name.replace(/^[-–]\s*/u, ''))}${index === names.length - 1 ? '.' : ';'}`);
}

/** "Điều 1. …", numbered from 1; a text alone or with points below it. */
export function articles(parts: readonly Omit<Article, 'kind' | 'number'>[]): Article[] {
  return parts.map((part, index) => ({ kind: 'article', number: index + 1, ...part }));
}

/** "(Kèm theo Quyết định số 05/QĐ-BCT ngày … của …)"; before the number is reserved the places for it are left open. */
export function annexReference(frame: Frame, kind: string, by: string = authorityName(frame)): string {
  const number = numberAndSymbol(frame) ?? `…/${frame.symbol ?? ''}`;
  const date = frame.date === undefined ? 'ngày … tháng … năm …' : officialDate(frame.date);
  return `(Kèm theo ${kind} số ${number} ${date} của ${by})`;
}
