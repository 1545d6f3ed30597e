import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** The contract has been drawn up: the scheme is carried out from now on. */
export const beginImplementation = schemeCommand('begin-implementation', {
  input: tellings['begin-implementation'],
  decide: () => [{ type: 'implementation-begun' }],
});
