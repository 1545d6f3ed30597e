import { z } from 'zod';
import { documentCommand } from '../facts.ts';

/** The organisation's signature with its seal is in the file (Decree 30/2020/NĐ-CP, Annex I, II.8). */
export const recordOrganisationSigned = documentCommand('record-organisation-signed', {
  input: z.strictObject({ file: z.hash('sha256'), certificate: z.hash('sha256'), field: z.string().max(60).exactOptional() }),

  decide: ({ input }) => [{ type: 'organisation-signed', ...input }],
});
