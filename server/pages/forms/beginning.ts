import { lawValue } from '../../../domain/regulation/law-value.ts';
import type { Scheme } from '../../../domain/scheme/state.ts';
import type { IsoDate } from '../../../domain/time/dates.ts';
import { addWorkingDays } from '../../../domain/time/working-days.ts';
import type { KnownThing } from '../../things/known-thing.ts';

/** What stands in a form before anything was typed, and who else prepared it, if somebody did. */
export type Beginning = { values: Record<string, unknown>; preparedBy: string | null };

/** Commands that one person prepares and another gives: what was prepared stands in the form, to be read and signed as it is or changed. */
const prepared: Record<string, (data: KnownThing['data']) => ({ by: string } & Record<string, unknown>) | null> = {
  'give-opinion': (data) => (data as unknown as Scheme).opinion.prepared,
};

/** Days that the pack sets where nobody says otherwise: they stand in the form, to be changed. */
const usual: Record<string, (pack: KnownThing['pack'], today: IsoDate) => Record<string, IsoDate>> = {
  'request-supplement': (pack, today) => ({
    until: addWorkingDays(pack.calendar, today, Number(lawValue(pack, 'supplement.period', { on: today }).value)),
  }),
};

/** The form's own running (`baseVersion`: which version of the proposal it was shown with), usual days, and what was prepared. */
export function beginningOf(command: string, thing: KnownThing, today: IsoDate): Beginning {
  const { version } = thing.data as { version?: number };
  const { by = null, ...content } = prepared[command]?.(thing.data) ?? {};
  const days = usual[command]?.(thing.pack, today) ?? {};
  return { values: { ...(version !== undefined && { baseVersion: version }), ...days, ...content }, preparedBy: by as string | null };
}
