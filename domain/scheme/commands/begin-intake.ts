import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** The receipt has gone out: the check of the file begins. */
export const beginIntake = schemeCommand('begin-intake', {
  input: tellings['begin-intake'],
  decide: () => [{ type: 'intake-begun' }],
});
