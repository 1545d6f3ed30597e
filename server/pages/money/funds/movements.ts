import { z } from 'zod';
import { fundColumns } from '../../../../commit/funds.ts';
import type { ThingKind } from '../../../../domain/process/chart.ts';
import { dateOf } from '../../../../domain/time/programme-day.ts';
import { findPageText, pageText } from '../../../../templates/page-texts.ts';
import { shownDay } from '../../../../templates/shown-values.ts';
import { Id } from '../../../http/common.ts';
import { ProblemError } from '../../../http/problem.ts';
import type { FundSums } from '../../../money/read-funds.ts';
import { collectionOf } from '../../../things/kinds.ts';
import { mayRead } from '../../../things/known-thing.ts';
import { page } from '../../page.ts';
import { titleOf } from '../../title-of.ts';
import { namesOf } from '../persons.ts';
import { sheetAnswer } from '../sheet.ts';
import { slipHref } from '../slip-href.ts';
import { amountColumn, sum, tableOf, words } from '../table.ts';
import { FundPlace, fundAt, fundCrumbs } from './fund.ts';
import { addUp, fundHref, fundName, sumsTable } from './fund-table.ts';
import { explained } from './overview.ts';

const most = 2_000;

/** Every movement of one thing in a fund, in order, with the fact behind it and the treasury's slip: they add up to its row in the fund. */
export const showMovements = page({
  path: '/money/{programme}/{year}/{source}/{owner}/{thing}',
  input: { params: FundPlace.extend({ thing: Id }), query: z.looseObject({ format: z.literal('xlsx').optional() }) },
  async run({ params: { thing: thingId, ...place }, query, caller, language }, parts) {
    const { reader } = parts;
    const fund = await fundAt(place, caller, parts);
    const thing = await reader.thing.findUnique({ where: { id: thingId }, select: { id: true, kind: true, data: true, readers: true } });
    if (!thing || !mayRead(thing.readers, caller)) throw new ProblemError('not-found');
    const moved = await reader.fundMovement.findMany({
      where: { fundId: fund.id, thingId },
      orderBy: [{ seq: 'asc' }, { ordinal: 'asc' }],
      take: most,
    });
    if (moved.length === 0) throw new ProblemError('not-found');
    const seqs = [...new Set(moved.map(({ seq }) => seq))];
    const [facts, slips] = await Promise.all([
      reader.fact.findMany({ where: { thingId, seq: { in: seqs } }, select: { seq: true, type: true, actor: true } }),
      reader.paymentSlip.findMany({ where: { thingId, seq: { in: seqs } } }),
    ]);
    const names = await namesOf(
      facts.map(({ actor }) => actor),
      parts,
    );
    const factOf = new Map(facts.map((fact) => [fact.seq, fact]));
    const slipOf = new Map(slips.map((slip) => [slip.seq, { number: slip.number, date: slip.date.toISOString().slice(0, 10) }]));
    const sums = addUp(moved.map(({ kind, amount }) => ({ ...none, [kind]: Number(amount) })));
    const running = { ...none };
    const table = tableOf({
      id: 'movements',
      caption: pageText('money.movements', language),
      columns: [
        pageText('label.date', language),
        pageText('money.happened', language),
        pageText('money.by', language),
        pageText('money.column', language),
        amountColumn(pageText('money.dong', language)),
        amountColumn(pageText('money.running', language)),
        pageText('request.slip', language),
      ],
      rows: moved.map(({ seq, kind, amount, at }) => {
        const column = kind as keyof FundSums;
        running[column] += Number(amount);
        const fact = factOf.get(seq);
        const slip = slipOf.get(seq);
        const actor = fact?.actor === 'process' ? pageText('money.process', language) : names(fact?.actor ?? '');
        return [
          words(shownDay(dateOf(at.toISOString()))),
          words(findPageText(`moved.${fact?.type}`, language) ?? fact?.type ?? ''),
          words(actor),
          words(pageText(`fund.${column}`, language)),
          sum(Number(amount)),
          sum(running[column]),
          slip ? words(slip.number, slipHref(slip)) : words('–'),
        ];
      }),
    });
    const title = titleOf(thing.data as Record<string, unknown>, thingId);
    const total = sumsTable({
      id: 'sums',
      caption: pageText('money.in-fund', language, { fund: fundName(fund, language), year: String(fund.year) }),
      first: pageText('money.what', language),
      rows: [{ name: words(title), sums }],
      total: sums,
      language,
    });
    if (query.format === 'xlsx')
      return sheetAnswer('kinh-phi-bien-dong.xlsx', [{ name: pageText('money.sheet-movements', language), table }]);
    return {
      view: 'money/funds',
      title,
      nav: 'money',
      wide: true,
      crumbs: [...fundCrumbs(fund, language), { text: fundName(fund, language), href: fundHref(fund) }, { text: title }],
      model: {
        intro: pageText('money.movements-why', language),
        tables: [{ ...total, foot: null }, table],
        to: {
          href: `/${collectionOf(thing.kind as ThingKind) ?? ''}/${encodeURIComponent(thingId)}`,
          text: pageText('money.to-thing', language),
        },
        sheetHref: `${fundHref(fund)}/${encodeURIComponent(thingId)}?format=xlsx`,
        days: [],
        explained,
        empty: false,
      },
    };
  },
});

const none = Object.fromEntries(fundColumns.map((name) => [name, 0])) as FundSums;
