import { tellings } from '../../tellings.ts';
import { councilCommand } from '../facts.ts';

/** The decision that appoints the council has been issued. */
export const appoint = councilCommand('appoint', {
  input: tellings.appoint,

  decide: ({ input }) => [{ type: 'council-appointed', ...input }],
});
