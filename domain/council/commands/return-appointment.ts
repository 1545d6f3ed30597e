import { tellings } from '../../tellings.ts';
import { councilCommand } from '../facts.ts';

/** The draft decision was given back for good: this council will not be appointed. */
export const returnAppointment = councilCommand('return-appointment', {
  input: tellings['return-appointment'],

  decide: ({ input }) => [{ type: 'appointment-returned', ...input }],
});
