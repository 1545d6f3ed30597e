import { z } from 'zod';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { refusalBody } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { give, orderOf } from '../../things/give-command.ts';
import { type Page, type PageAnswer, page } from '../page.ts';
import { assertKeeps, assertSees, mayAdminister } from './access.ts';
import { type ClockStroke, strokesUntil } from './clock-strokes.ts';
import { adminCrumbs, sectionTitle } from './crumbs.ts';

const Day = z.iso.date();
const here = '/admin/clock';
/** How far is looked ahead where no day was chosen. */
const lookAheadMs = 31 * 86_400_000;

type Shown = { to: string | null; problem?: { title: string; detail: string | null } | null; status?: number };

async function clockPage(
  caller: Caller,
  language: Language,
  parts: Parts,
  { to, problem = null, status = 200 }: Shown,
): Promise<PageAnswer> {
  const { reader, committing } = parts;
  const title = sectionTitle('clock', language);
  const clock = committing.rehearsal ? await reader.programmeClock.findUnique({ where: { id: 'clock' } }) : null;
  const now = clock?.now.toISOString() ?? new Date().toISOString();
  const until = to ?? new Date(Date.parse(now) + lookAheadMs).toISOString().slice(0, 10);
  const strokes: ClockStroke[] = await strokesUntil(until, language, parts);
  return {
    view: 'admin/clock',
    title,
    nav: 'admin',
    crumbs: adminCrumbs(language, { text: title }),
    status,
    model: {
      rehearsal: clock !== null,
      now,
      target: clock && clock.target > clock.now ? clock.target.toISOString() : null,
      mayMove: clock !== null && mayAdminister(caller),
      until,
      asked: to !== null,
      strokes,
      problem,
    },
  };
}

const show = page({
  path: here,
  input: { query: z.object({ to: Day.or(z.literal('')).optional() }) },
  async run({ query: { to }, caller, language }, parts) {
    assertSees(caller);
    return clockPage(caller, language, parts, { to: to || null });
  },
});

/** Lets the rehearsal's time go on. It is on its way then; the page says where it is. */
const move = page({
  method: 'post',
  path: here,
  input: {},
  async run({ posted, caller, language, request }, parts) {
    assertKeeps(caller);
    const to = Day.safeParse(posted.to);
    if (!to.success) {
      const problem = { title: pageText('admin.clock.no-day', language), detail: null };
      return clockPage(caller, language, parts, { to: null, problem, status: 400 });
    }
    const order = orderOf({}, { kind: 'clock', thing: 'clock', name: 'move-clock', input: { to: to.data }, actor: caller });
    const { refused, status } = await give(order, parts);
    parts.time.forget();
    if (refused) {
      const { title, detail } = refusalBody(refused, status, request.path, language);
      return clockPage(caller, language, parts, { to: to.data, problem: { title, detail }, status });
    }
    return { redirect: here, flash: { kind: 'success', key: 'admin.clock.moves', values: { to: to.data.split('-').reverse().join('/') } } };
  },
});

export const rehearsalClockPages: Page[] = [show, move];
