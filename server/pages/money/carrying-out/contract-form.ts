import { sumOf } from '../../../../domain/scheme/budget.ts';
import type { Scheme } from '../../../../domain/scheme/state.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownDay } from '../../../../templates/shown-values.ts';
import type { Parts } from '../../../parts.ts';
import { cell, rowsOf } from '../cell.ts';
import { commandFields } from '../fields-of.ts';
import { formPages, type Shown } from '../form-page.ts';
import { namesOf } from '../persons.ts';
import { amountColumn, sum, tableOf, words } from '../table.ts';

/**
 * The contract as both sides sign it: what was allocated, the terms, and the milestones as a table that has to add up. Who comes second finds
 * the terms of the first, and agrees to them as they stand.
 */
export const contractPages = formPages({
  command: 'conclude-contract',
  view: 'money/contract',
  scripts: ['sums.js'],

  async again({ posted, values }) {
    if (posted._add !== 'milestones') return null;
    return { values: { ...values, milestones: [...rowsOf(values?.milestones), {}] } };
  },

  async model(shown, parts) {
    const { scheme, values, errors, language } = shown;
    const allocated = scheme.allocation?.amounts ?? [];
    const allocatedDong = sumOf(allocated);
    const known = scheme.contract;
    const first = known ?? firstTerms(shown, allocatedDong);
    const terms = values ?? first;
    const milestones = rowsOf(terms.milestones);
    const label = (name: string, no: number) =>
      pageText('money.in-rows', language, {
        label: pageText(name === 'name' ? 'label.milestones.name' : `label.${name}`, language),
        rows: no,
      });
    const row = (one: Record<string, unknown>, at: number | '__row__') => {
      const no = at === '__row__' ? '__no__' : at + 1;
      const named = (name: string) => cell(`/milestones/${at}/${name}`, label(name, no as number), one[name], errors);
      return { no, name: named('name'), due: named('due'), amount: named('amountDong') };
    };
    return {
      allocation: tableOf({
        id: 'allocation',
        caption: pageText('contract.allocation', language, { symbol: scheme.allocation?.symbol ?? '' }),
        columns: [pageText('label.source', language), pageText('label.year', language), amountColumn(pageText('money.dong', language))],
        rows: allocated.map(({ source, year, amountDong }) => [
          words(pageText(`choice.source.${source}`, language)),
          words(String(year)),
          sum(amountDong),
        ]),
        foot: [words(pageText('money.total', language)), words(''), sum(allocatedDong)],
      }),
      agreed: known ? await agreedBy(known, shown, parts) : null,
      terms: commandFields('conclude-contract', ['number', 'date', 'sumDong', 'startsOn', 'endsOn'], shown, first),
      milestones: milestones.map(row),
      blank: row({}, '__row__'),
      milestonesDong: sumOf(milestones.map(({ amountDong }) => ({ amountDong: typeof amountDong === 'number' ? amountDong : 0 }))),
      allocatedDong,
    };
  },
});

/** A beginning: the whole allocation, to the end of the schedule, a milestone for each of its steps. */
function firstTerms({ scheme, today }: Shown, allocatedDong: number) {
  const steps = scheme.proposal.schedule;
  const endsOn =
    steps
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? `${scheme.year}-12-31`;
  const milestones = steps.map(({ name, to }) => ({
    name,
    due: to < today ? endsOn : to,
    amountDong: steps.length === 1 ? allocatedDong : '',
  }));
  return {
    number: '',
    date: today,
    sumDong: allocatedDong,
    startsOn: today,
    endsOn,
    milestones: milestones.length > 0 ? milestones : [{ name: '', due: endsOn, amountDong: allocatedDong }],
  };
}

async function agreedBy(
  { agreedBy: agreed }: NonNullable<Scheme['contract']>,
  { language, caller }: Shown,
  parts: Parts,
): Promise<object[]> {
  const names = await namesOf(
    agreed.map(({ by }) => by),
    parts,
  );
  return agreed.map(({ side, by, on }) => ({
    text: pageText('contract.agreed', language, { side: pageText(`contract.side.${side}`, language), name: names(by), day: shownDay(on) }),
    mine: by === caller.id,
  }));
}
