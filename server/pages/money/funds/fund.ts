import { z } from 'zod';
import { pageText } from '../../../../templates/page-texts.ts';
import { BudgetYear } from '../../../http/common.ts';
import type { Language } from '../../../http/language.ts';
import { ProblemError } from '../../../http/problem.ts';
import type { Caller } from '../../../identity/caller.ts';
import { type FundShare, fundShares } from '../../../money/fund-shares.ts';
import { type FundRow, readFunds } from '../../../money/read-funds.ts';
import type { Parts } from '../../../parts.ts';
import { mayRead } from '../../../things/known-thing.ts';
import { type Crumb, page } from '../../page.ts';
import { sheetAnswer } from '../sheet.ts';
import { type TableCell, words } from '../table.ts';
import { addUp, fundHref, fundName, sumsTable } from './fund-table.ts';
import { explained, Programme } from './overview.ts';

export const FundPlace = z.strictObject({
  programme: Programme,
  year: BudgetYear,
  source: z.enum(['programme', 'local', 'enterprise', 'other']),
  owner: z.string().min(1).max(100),
});
const perPage = 200;
const longestSheet = 20_000;

/** The fund at an address. @throws ProblemError 404 if there is none, or none that the caller may look into */
export async function fundAt(
  { programme, year, source, owner }: z.infer<typeof FundPlace>,
  caller: Caller,
  parts: Parts,
): Promise<FundRow> {
  const found = (await readFunds({ programme, year }, caller, parts)).find((fund) => fund.source === source && fund.ownerId === owner);
  if (!found) throw new ProblemError('not-found');
  return found;
}

export const fundCrumbs = (fund: FundRow, language: Language): Crumb[] => [
  { text: pageText('shell.nav.money', language), href: '/money' },
  { text: pageText('money.of-year', language, { year: String(fund.year) }), href: `/money/${fund.programme}/${fund.year}` },
];

/** One fund by what moved it: its rounds and schemes, which add up to it. Schemes that the caller may not know of stand together in one row. */
export const showFund = page({
  path: '/money/{programme}/{year}/{source}/{owner}',
  input: {
    params: FundPlace,
    query: z.looseObject({
      format: z.literal('xlsx').optional(),
      page: z
        .string()
        .regex(/^\d{1,5}$/)
        .optional(),
    }),
  },
  async run({ params, query, caller, language }, parts) {
    const fund = await fundAt(params, caller, parts);
    const whole = query.format === 'xlsx';
    const no = Math.max(1, Number(query.page ?? 1));
    const found = await fundShares(fund.id, whole ? 0 : (no - 1) * perPage, whole ? longestSheet : perPage + 1, parts);
    const shares = whole ? found : found.slice(0, perPage);
    const known = shares.filter(({ readers }) => mayRead(readers, caller));
    const hidden = shares.filter((share) => !known.includes(share));
    const table = sumsTable({
      id: 'shares',
      caption: pageText('money.by-scheme', language),
      first: pageText('money.what', language),
      rows: [
        ...(await Promise.all(known.map(async (share) => ({ name: await nameOf(share, fund, language, parts), sums: share })))),
        ...(hidden.length > 0 ? [{ name: words(pageText('money.hidden', language, { count: hidden.length })), sums: addUp(hidden) }] : []),
      ],
      total: fund,
      language,
    });
    const title = fundName(fund, language);
    if (whole)
      return sheetAnswer(`kinh-phi-${fund.year}-${fund.source}.xlsx`, [
        { name: pageText(`choice.source.${fund.source}`, language), table },
      ]);
    const href = fundHref(fund);
    return {
      view: 'money/funds',
      title: `${title}, ${fund.year}`,
      nav: 'money',
      wide: true,
      crumbs: [...fundCrumbs(fund, language), { text: title }],
      model: {
        intro: pageText('money.fund-why', language),
        tables: [table],
        sheetHref: `${href}?format=xlsx`,
        days: [],
        explained,
        before: no > 1 ? `${href}?page=${no - 1}` : null,
        after: found.length > perPage ? `${href}?page=${no + 1}` : null,
        empty: false,
      },
    };
  },
});

async function nameOf({ thingId, kind, title }: FundShare, fund: FundRow, language: Language, { reader }: Parts): Promise<TableCell> {
  const href = `${fundHref(fund)}/${encodeURIComponent(thingId)}`;
  if (kind === 'scheme') return words(title ?? thingId, href);
  const thing = await reader.thing.findUnique({ where: { id: thingId }, select: { data: true } });
  const named = (thing?.data as { title?: string } | null)?.title ?? thingId;
  return words(pageText('money.round', language, { title: named }), href);
}
