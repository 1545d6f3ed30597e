import type { TimeLeft } from '../../domain/time/time-left.ts';
import { pageText } from '../../templates/page-texts.ts';
import type { Language } from '../http/language.ts';

/** So many working days before its end a term is near. */
const soonDays = 3;

/** How long is left until a term ends, or by how much it is over, beside the day itself. */
export function leftText({ when, workingDays: days }: TimeLeft, language: Language): string {
  if (when === 'today') return pageText('left.today', language);
  if (days === 0) return pageText(when === 'left' ? 'left.none' : 'left.ended', language);
  return pageText(when === 'left' ? 'left.days' : 'left.over', language, { days });
}

/** Whether a term is over, or near its end. */
export const isOver = (left: TimeLeft | null): boolean => left?.when === 'over';
export const isSoon = (left: TimeLeft | null): boolean => left !== null && left.when !== 'over' && left.workingDays <= soonDays;
