import type { Movement } from '../command.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { yearOfMore } from './movements.ts';
import { fundOf } from './movements-allocation.ts';
import type { Scheme } from './state.ts';

/** The fund from which an adjustment takes more support. */
export const fundOfMore = (scheme: Scheme, pack: RegulationPack): Movement['fund'] => fundOf(scheme, yearOfMore(scheme.accounts), pack);

/** Whether a council appraises on a route: where none does, a material change goes straight to the signer. */
export const hasCouncil = ({ route }: { route: string }, pack: RegulationPack): boolean =>
  pack.processes[route]?.scheme.commands['conclude-appraisal'] !== undefined;
