import type { Scheme } from '../../../domain/scheme/state.ts';
import type { KnownThing } from '../../things/known-thing.ts';

/** What stands in a form before anything was typed, and who else prepared it, if somebody did. */
export type Beginning = { values: Record<string, unknown>; preparedBy: string | null };

/** Commands that one person prepares and another gives: what was prepared stands in the form, to be read and signed as it is or changed. */
const prepared: Record<string, (data: KnownThing['data']) => ({ by: string } & Record<string, unknown>) | null> = {
  'give-opinion': (data) => (data as unknown as Scheme).opinion.prepared,
};

/** The form's own running (`baseVersion`: which version of the proposal it was shown with), and what was prepared. */
export function beginningOf(command: string, thing: KnownThing): Beginning {
  const { version } = thing.data as { version?: number };
  const { by = null, ...content } = prepared[command]?.(thing.data) ?? {};
  return { values: { ...(version !== undefined && { baseVersion: version }), ...content }, preparedBy: by as string | null };
}
