import { bare, closed } from './wording.ts';

/** The last article of a decision: who carries it out, closed by "./." (Decree 30/2020/NĐ-CP, Annex I). */
export function execution(executors: readonly string[], others: string): { text: string; points: [] } {
  return { text: closed(`${[...executors.map(bare), bare(others)].join(', ')} chịu trách nhiệm thi hành Quyết định này`), points: [] };
}

/** "Quyết định này có hiệu lực thi hành kể từ ngày ký." */
export const inForceOnSigning: { text: string; points: [] } = { text: 'Quyết định này có hiệu lực thi hành kể từ ngày ký.', points: [] };
