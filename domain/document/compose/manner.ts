import { z } from 'zod';
import type { Annex } from '../model.ts';

/** How a decision decides: in its own articles (form 1.2), or by a text that it promulgates (form 1.3; Decree 30/2020/NĐ-CP, Annex III). */
export const Manner = z.enum(['direct', 'indirect']).default('direct');
export type Manner = z.infer<typeof Manner>;

/** How the first article begins: "Phê duyệt Danh mục … gồm 5 đề án (chi tiết tại Phụ lục …)" or "Ban hành kèm theo Quyết định này Danh mục … gồm 5 đề án". */
export function opensWith(manner: Manner, what: string, where: string): string {
  return manner === 'indirect' ? `Ban hành kèm theo Quyết định này ${what}` : `Phê duyệt ${what} (${where})`;
}

/** What goes with the decision: an annex to it, or the text that it promulgates, under its own name and "(Ban hành kèm theo Quyết định số …)". */
export function withDecision(manner: Manner, annex: Annex): Annex {
  if (manner === 'direct') return annex;
  const [, name = annex.heading, subject = annex.title] = /^(DANH MỤC|KẾ HOẠCH|QUY CHẾ|CHƯƠNG TRÌNH) (.+)$/u.exec(annex.title) ?? [];
  const reference = annex.reference?.replace('(Kèm theo ', '(Ban hành kèm theo ');
  return { ...annex, kind: 'promulgated', heading: name, title: subject, ...(reference !== undefined && { reference }) };
}
