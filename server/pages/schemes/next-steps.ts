import type { Title } from '../../../domain/process/chart.ts';
import { holderKeys } from '../../../domain/process/permit.ts';
import { holdsNow } from '../../../domain/process/waiting.ts';
import { roleTitle } from '../../../domain/regulation/role-title.ts';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { timeLeft } from '../../../domain/time/time-left.ts';
import { findPageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { Parts } from '../../parts.ts';
import { isOver, leftText } from '../time-left.ts';
import { isWayBack } from './actions.ts';
import type { OpenScheme } from './open-scheme.ts';

/** Who is expected to act, what they may do, and by when. */
export type NextStep = { who: string; organisations: string; does: Title[]; due: string | null; left: string | null; late: boolean };

/** Whom the scheme waits for now, with what they may do and until when: by the chart, its clocks, and who stands behind each relation. */
export async function nextSteps(
  { thing, scheme, clocks, day }: OpenScheme,
  language: Language,
  parts: Pick<Parts, 'names'>,
): Promise<NextStep[]> {
  const { chart, state, people, data, pack } = thing;
  // Of the two ways in a host has one.
  const otherWay = scheme.hostIsCentral || scheme.route === 'local' ? 'submit-to-province' : 'submit';
  const awaited = (chart.states[state]?.waitsFor ?? []).filter(({ when }) => when === undefined || holdsNow(when, data));
  const once = awaited.filter((one, i) => awaited.findIndex(({ role, of }) => role === one.role && of === one.of) === i);
  return Promise.all(
    once.map(async (holder) => {
      const keys = holderKeys([holder], people);
      const clock = clocks.find(({ due, waitsFor }) => due !== null && waitsFor.some((key) => keys.includes(key)));
      const due = clock?.due ? dateOf(clock.due) : null;
      const left = due === null ? null : timeLeft(pack.calendar, day, due);
      return {
        who: roleTitle(pack, holder.role)[language],
        organisations: (await Promise.all([people.relations[holder.of] ?? []].flat().map((key) => parts.names(key.replace(/^\w+:/, '')))))
          .filter((name, i, all) => all.indexOf(name) === i)
          .join(', '),
        does: Object.entries(chart.commands)
          .filter(([name, command]) => command.in.includes(state) && !isWayBack(name) && name !== otherWay)
          .filter(([, { by }]) => by.some(({ role, of }) => role === holder.role && of === holder.of))
          .map(([, { title }]) => title),
        due,
        left: left && leftText(left, language),
        late: isOver(left),
      };
    }),
  );
}

/** For what a scheme waits that waits for nobody in particular: a council's meeting, a signature elsewhere. */
export const waitsOtherwise = (state: string, language: Language): string | null => findPageText(`scheme.waits.${state}`, language) ?? null;
