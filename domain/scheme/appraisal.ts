import { lawValue } from '../regulation/law-value.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { addWorkingDays } from '../time/working-days.ts';

/** The day by which the host answers the conditions, where nobody named one. */
export const reviseByOf = (pack: RegulationPack, today: string): string =>
  addWorkingDays(pack.calendar, today, lawValue(pack, 'revision.period', { on: today }).value);
