import { z } from 'zod';
import { DrafterMark, SigningAuthority, Urgency } from '../model.ts';
import { Line } from '../table.ts';

/** Who signs, and in what capacity: `{ capacity: ['KT. BỘ TRƯỞNG'], title: 'THỨ TRƯỞNG', name: 'Nguyễn Văn An' }`. No academic titles. */
export const SignerFrame = z.object({
  capacity: z.array(Line).default([]),
  title: Line,
  name: Line,
  authority: SigningAuthority.optional(),
});
export type SignerFrame = z.infer<typeof SignerFrame>;

/**
 * What documents of every type have in common: who issues and signs, number and date (once the register has given them),
 * legal bases, recipients. Every composer takes it as `frame`.
 */
export const Frame = z.object({
  /** Body above the issuer, broken into lines, in capitals; empty for ministries and people's committees. */
  parent: z.array(Line).default([]),
  /** Name of the issuer in capitals, as it is broken into lines: `['ỦY BAN NHÂN DÂN', 'TỈNH BÌNH ĐỊNH']`. */
  issuer: z.array(Line).min(1),
  /** The same name as it runs in a sentence: "Ủy ban nhân dân tỉnh Bình Định". */
  issuerName: Line,
  /** Who has the power to decide, in a sentence: "Bộ trưởng Bộ Công Thương". The issuer itself where left out (a collective body). */
  authorityName: Line.optional(),
  place: Line,
  /** What stands after the number: "QĐ-BCT". Left out on forms that take no number. */
  symbol: Line.optional(),
  number: z.int().positive().optional(),
  date: z.iso.date().optional(),
  signer: SignerFrame,
  /** Receivers without dash and semicolon: "Như Điều 3", "Bộ Tài chính (để phối hợp)", last "Lưu: VT, TMĐT (03b)". */
  recipients: z.array(Line).default([]),
  drafterMark: DrafterMark.optional(),
  urgency: Urgency.optional(),
  /** Legal bases as sentences: "Căn cứ Quyết định số 645/QĐ-TTg ngày 15/5/2020 của …". */
  bases: z.array(Line).default([]),
  /** Name of the programme in a sentence: "Chương trình phát triển thương mại điện tử quốc gia". */
  programme: Line,
  sample: z.boolean(),
  rehearsal: z.boolean(),
  /** Code and address under which anyone can check the document. */
  code: Line.optional(),
  verifyUrl: z.url().optional(),
});
export type Frame = z.infer<typeof Frame>;

/** Another document, referred to by number and symbol: `{ number: '05/QĐ-BCT', date: '2022-02-07' }`. */
export const Reference = z.object({ number: Line, date: z.iso.date() });
export type Reference = z.infer<typeof Reference>;

/** The scheme a document is about. */
export const SchemeName = z.object({ title: Line, host: Line });
export type SchemeName = z.infer<typeof SchemeName>;

/** A calendar year of the programme. */
export const Year = z.int().min(2000).max(2100);
