import { findPageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { Parts } from '../../parts.ts';

/** The number in a target as it was printed: "≥55" is 55, "40-50" its lower end; null where there is none. */
export function numberOfAim(printed: string | undefined): number | null {
  const found = /\d+(?:[.,]\d+)?/.exec(printed ?? '')?.[0];
  return found === undefined ? null : Number(found.replace(',', '.'));
}

/** What the plans of targets are called: the national one, and those of provinces by the name of their committee. */
export async function planNames(plans: string[], language: Language, { reader }: Pick<Parts, 'reader'>): Promise<(plan: string) => string> {
  const committees = await reader.organisation.findMany({
    where: { id: { in: plans.map((plan) => `ubnd-tinh-${plan}`) } },
    select: { id: true, name: true },
  });
  const names = new Map(committees.map(({ id, name }) => [id.replace(/^ubnd-tinh-/, ''), name.replace(/^Ủy ban nhân dân tỉnh /, '')]));
  return (plan) => findPageText(`report.plan.${plan}`, language) ?? names.get(plan) ?? plan;
}
