import { totals } from '../../../domain/scheme/budget.ts';
import { amountOf } from '../../../domain/scheme/line-amount.ts';
import { sectionTitles } from '../../../domain/scheme/section-titles.ts';
import type { Scheme } from '../../../domain/scheme/state.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { knownThing } from '../../things/known-thing.ts';
import { sumsByYear } from '../schemes/budget.ts';
import { readable } from '../schemes/readable-proposal.ts';
import type { KnownCouncil } from './known-council.ts';

/** The scheme that is judged, to be read beside the score sheet; null where the reader may not (whom an interest bars). */
export async function schemePaper(schemeId: string, { caller, language }: KnownCouncil, parts: Parts): Promise<object | null> {
  const thing = await knownThing('scheme', schemeId, caller, parts).catch((error: unknown) => {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  });
  if (!thing) return null;
  const { proposal, host, route } = thing.data as unknown as Scheme;
  return {
    href: `/schemes/${schemeId}`,
    title: proposal.title,
    host: host.name,
    sections: readable(proposal, thing.pack, language).filter(({ empty }) => !empty),
    budgetTitle: sectionTitles.lines,
    totals: totals(proposal, route),
    sums: sumsByYear(proposal),
    lines: proposal.lines.map((line, index) => ({ no: index + 1, item: line.item, year: String(line.year), amount: amountOf(line) })),
  };
}
