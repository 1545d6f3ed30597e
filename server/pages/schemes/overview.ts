import { z } from 'zod';
import { totalOf } from '../../../domain/money/ledger.ts';
import { contentItem } from '../../../domain/regulation/contents.ts';
import { sumOf, totals } from '../../../domain/scheme/budget.ts';
import { receivedDong } from '../../../domain/scheme/requests.ts';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { timeLeft } from '../../../domain/time/time-left.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import { page } from '../page.ts';
import { isOver, isSoon, leftText } from '../time-left.ts';
import { offersOf } from './actions.ts';
import { drawNarrow, drawWide } from './draw-way.ts';
import { schemePage } from './frame.ts';
import { nextSteps, waitsOtherwise } from './next-steps.ts';
import { type OpenScheme, openScheme } from './open-scheme.ts';
import { targetsOf, wayOf } from './way.ts';

/** Which scheme, and as of which day. */
export const SchemeInput = { params: z.strictObject({ id: Id }), query: z.looseObject({ on: z.iso.date().optional().catch(undefined) }) };

/** Where a scheme stands, what comes next and by when, and what the caller may do now. */
export const overview = page({
  path: '/schemes/{id}',
  input: SchemeInput,
  async run({ params: { id }, query: { on }, caller, language }, parts) {
    const open = await openScheme(id, on, caller, parts);
    const { thing, scheme, facts } = open;
    const { chart, state, pack } = thing;
    const leftOut = scheme.hostIsCentral ? ['at-province'] : [];
    const stations = wayOf(chart, state, facts, leftOut);
    const offers = open.on ? { main: null, others: [], back: [] } : offersOf(thing, caller, open.now);
    const item = contentItem(pack.contents, scheme.proposal.contentItem);
    const turns = targetsOf(chart, state)
      .filter((name) => !leftOut.includes(name))
      .filter((name) => !stations.some((one) => one.place === 'ahead' && one.name === name))
      .map((name) => chart.states[name]?.title);
    return schemePage('overview', open, language, {
      offers,
      hasOffers: offers.main !== null || offers.back.length > 0,
      past: open.on !== null,
      wide: drawWide(stations, language),
      narrow: drawNarrow(stations, language),
      stations: stations.map((one) => ({ ...one, past: one.place === 'past', here: one.place === 'here' })),
      steps: await nextSteps(open, language, parts),
      otherwise: waitsOtherwise(state, language),
      turns,
      clocks: clocksShown(open, language),
      figures: figuresOf(open, language),
      content: item ? { code: item.code, text: item.text } : null,
      place: scheme.proposal.place,
      plan: await planOf(open, caller, parts),
    });
  },
});

/** The item of a plan that the scheme was drawn from, with the way to it where the reader may know of the plan. */
async function planOf({ scheme: { planItem } }: OpenScheme, caller: Caller, parts: Parts): Promise<object | null> {
  if (!planItem) return null;
  const known = await parts.reader.plan.findFirst({ where: { AND: [{ id: planItem.planId }, readableBy(caller)] }, select: { id: true } });
  return { href: known ? `/plans/${known.id}` : null, number: planItem.number ?? planItem.key, year: String(planItem.year) };
}

function clocksShown({ clocks, thing, day: looked }: OpenScheme, language: Language): object[] {
  return clocks.map(({ title, due, paused, leftWorkingDays, basis, certainty, startedAt }) => {
    const day = due === null ? null : dateOf(due);
    const left = day === null ? null : timeLeft(thing.pack.calendar, looked, day);
    return {
      title,
      due: day,
      paused: paused ? pageText('scheme.clock.paused', language, { days: leftWorkingDays ?? '–' }) : null,
      left: left && leftText(left, language),
      late: isOver(left),
      soon: isSoon(left),
      startedOn: dateOf(startedAt),
      basis,
      certaintyKey: `certainty.${certainty}`,
    };
  });
}

/** The sums that are asked about first, đồng; none where there is none yet. */
function figuresOf({ scheme }: OpenScheme, language: Language): { label: string; dong: number; note: string | null }[] {
  const { totalDong, supportDong } = totals(scheme.proposal, scheme.route);
  const figure = (key: string, dong: number, note: string | null = null) => ({
    label: pageText(`scheme.figure.${key}`, language),
    dong,
    note,
  });
  const share =
    totalDong > 0 ? pageText('scheme.figure.share', language, { percent: Math.round((1000 * supportDong) / totalDong) / 10 }) : null;
  const contracted = totalOf(scheme.accounts, 'contracted');
  return [
    figure('total', totalDong),
    figure('support', supportDong, share),
    ...(scheme.approved ? [figure('approved', sumOf(scheme.approved.amounts))] : []),
    ...(scheme.allocation ? [figure('allocated', sumOf(scheme.allocation.amounts))] : []),
    ...(contracted > 0 ? [figure('contracted', contracted)] : []),
    ...(receivedDong(scheme) > 0 ? [figure('paid', receivedDong(scheme))] : []),
    ...(scheme.settlement.confirmedOn ? [figure('settled', totalOf(scheme.accounts, 'settled'))] : []),
  ];
}
