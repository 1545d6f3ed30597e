import { z } from 'zod';
import type { Scheme } from '../../../../domain/scheme/state.ts';
import { dateOf } from '../../../../domain/time/programme-day.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownDay } from '../../../../templates/shown-values.ts';
import { BudgetYear } from '../../../http/common.ts';
import type { Language } from '../../../http/language.ts';
import { ProblemError } from '../../../http/problem.ts';
import type { Caller } from '../../../identity/caller.ts';
import { readFunds } from '../../../money/read-funds.ts';
import type { Parts } from '../../../parts.ts';
import { asKnown, mayRead } from '../../../things/known-thing.ts';
import { page } from '../../page.ts';
import { titleOf } from '../../title-of.ts';
import { requestFacts } from '../carrying-out/examine-forms.ts';
import { namesOf } from '../persons.ts';
import { amountColumn, type ShownTable, sum, tableOf, words } from '../table.ts';
import { fundHref, fundName } from './fund-table.ts';

/** One treasury slip: what it paid or returned, on which request, who took it down, and which funds it moved. For whoever may know of its scheme. */
export const showSlip = page({
  path: '/money/slips/{year}/{number}',
  input: { params: z.strictObject({ year: BudgetYear, number: z.string().min(1).max(50) }) },
  async run({ params: { year, number }, caller, language }, parts) {
    const { reader } = parts;
    const slip = await reader.paymentSlip.findUnique({ where: { year_number: { year, number } } });
    const row = slip && (await reader.thing.findUnique({ where: { id: slip.thingId } }));
    if (!slip || !row || !mayRead(row.readers, caller)) throw new ProblemError('not-found');
    const thing = asKnown(row, [], parts.committing.packs);
    const scheme = thing.data as unknown as Scheme;
    const fact = await reader.fact.findUnique({ where: { thingId_seq: { thingId: slip.thingId, seq: slip.seq } } });
    const names = await namesOf([fact?.actor], parts);
    const request = scheme.requests.find((one) => one.slip?.number === number && one.slip.date.slice(0, 4) === String(year));
    const date = slip.date.toISOString().slice(0, 10);
    const title = pageText('slip.title', language, { number });
    return {
      view: 'money/slip',
      title,
      nav: 'money',
      crumbs: [
        { text: pageText('shell.nav.schemes', language), href: '/schemes' },
        { text: titleOf(thing.data, thing.id), href: `/schemes/${thing.id}` },
        { text: pageText('money.carrying-out', language), href: `/schemes/${thing.id}/carrying-out` },
        { text: title },
      ],
      model: {
        facts: [
          { label: pageText('label.date', language), text: shownDay(date) },
          {
            label: pageText('request.kind', language),
            text: pageText(request ? `slip.kind.${request.kind}` : 'slip.kind.repayment', language),
          },
          { label: pageText('slip.way', language), text: pageText(`slip.way.${slip.kind}`, language) },
          { label: pageText('slip.scheme', language), text: titleOf(thing.data, thing.id), href: `/schemes/${thing.id}` },
          { label: pageText('slip.host', language), text: scheme.host.name },
          ...(fact
            ? [{ label: pageText('slip.recorded', language), text: `${names(fact.actor)}, ${shownDay(dateOf(fact.at.toISOString()))}` }]
            : []),
        ],
        amountDong: Number(slip.amount),
        request: request ? await requestFacts(request, { thing, language }, parts) : null,
        moved: await movedBy(slip, caller, language, parts),
      },
    };
  },
});

/** The funds that the slip moved; a way into each for those who may look into it. */
async function movedBy(
  slip: { thingId: string; seq: number },
  caller: Caller,
  language: Language,
  parts: Parts,
): Promise<ShownTable | null> {
  const moved = await parts.reader.fundMovement.findMany({ where: { thingId: slip.thingId, seq: slip.seq }, orderBy: { ordinal: 'asc' } });
  if (moved.length === 0) return null;
  const open = await readFunds({}, caller, parts).catch(() => []);
  const funds = new Map(open.map((fund) => [fund.id, fund]));
  return tableOf({
    id: 'moved',
    caption: pageText('slip.moved', language),
    columns: [pageText('slip.fund', language), pageText('money.column', language), amountColumn(pageText('money.dong', language))],
    rows: moved.map(({ fundId, kind, amount }) => {
      const fund = funds.get(fundId);
      const [, fundYear = '', source = ''] = fundId.split('/');
      const name = fund ? `${fundName(fund, language)}, ${fund.year}` : `${pageText(`choice.source.${source}`, language)}, ${fundYear}`;
      return [words(name, fund && `${fundHref(fund)}/${slip.thingId}`), words(pageText(`fund.${kind}`, language)), sum(Number(amount))];
    }),
  });
}
