import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** A terminated scheme goes on to its settlement with the work that was done. */
export const beginSettlement = schemeCommand('begin-settlement', {
  input: tellings['begin-settlement'],
  decide: () => [{ type: 'settlement-begun' }],
});
