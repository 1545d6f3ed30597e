import type { Amount } from '../amount.ts';
import { type ContractTerms, termsThatDiffer } from '../contract-terms.ts';
import type { Evolutions } from './evolve.ts';

export type ContractFact =
  | ({ type: 'contract-agreed'; side: 'agency' | 'host'; byName: string } & ContractTerms)
  /** `amounts`: of which years' allocation the sum is taken. */
  | ({ type: 'contract-concluded'; amounts: Amount[] } & ContractTerms)
  | { type: 'lapsed'; reason: string; amounts: Amount[] }
  | { type: 'implementation-begun' };

export const contract = {
  'contract-agreed': (scheme, { type: _, side, byName: __, ...terms }, at) => {
    const agreed = { side, by: at.actor, on: at.today };
    const known = scheme.contract;
    const others = known && termsThatDiffer(known, terms).length === 0 ? known.agreedBy.filter((one) => one.side !== side) : [];
    return { ...scheme, contract: { ...terms, agreedBy: [...others, agreed] } };
  },
  'contract-concluded': (scheme) => scheme,
  lapsed: (scheme) => scheme,
  'implementation-begun': (scheme) => scheme,
} satisfies Evolutions<ContractFact>;
