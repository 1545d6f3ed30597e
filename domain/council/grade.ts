import type { LawKeyValue } from '../regulation/law-catalogue.ts';
import type { ScoreSheet } from './state.ts';

type Criteria = LawKeyValue<'council.criteria'>;
type Grades = LawKeyValue<'council.grades'>;

/** What the points of a sheet alone come to by the law's grades: a criterion below its own least is enough to fail. The ballot is the member's own. */
export function gradeOf(
  { scores, total }: Pick<ScoreSheet, 'scores' | 'total'>,
  criteria: Criteria,
  grades: Grades,
): 'pass' | 'conditional' | 'fail' {
  const tooLow = criteria.some(({ id, min }) => min !== undefined && (scores.find(({ criterion }) => criterion === id)?.points ?? 0) < min);
  if (tooLow || total < grades.conditional) return 'fail';
  return total >= grades.pass ? 'pass' : 'conditional';
}
