import { z } from 'zod';
import { holds } from '../../domain/process/permit.ts';
import type { Scheme } from '../../domain/scheme/state.ts';
import { sendFile } from '../files/send-file.ts';
import { WithId } from '../http/common.ts';
import { endpoint } from '../http/endpoint.ts';
import { ProblemError } from '../http/problem.ts';
import { knownThing } from '../things/known-thing.ts';

const binary = { schema: { type: 'string' as const, format: 'binary' as const } };

/** The archive package of a deposited scheme, for the clerk who deposited it and the auditor. */
export const depositOfScheme = endpoint({
  method: 'get',
  path: '/api/schemes/{id}/deposit',
  id: 'depositOfScheme',
  summary: 'The archive package of a deposited scheme: documents, facts, validation data and manifest, as ZIP',
  tag: 'schemes',
  input: { params: WithId, query: z.strictObject({}) },
  answers: {
    200: { description: 'The package.', content: { 'application/zip': binary } },
    206: { description: 'The part asked for.', content: { 'application/zip': binary } },
    304: { description: 'It is as If-None-Match says.' },
  },
  problems: [404, 416],
  async run({ params: { id }, caller, request, response }, parts) {
    const { chart, people, data } = await knownThing('scheme', id, caller, parts);
    const keeps = chart.commands['archive-scheme']?.by.some((holder) => holds(holder, caller, people)) ?? false;
    const { deposit } = data as unknown as Scheme;
    if (!deposit || !(keeps || caller.positions.some(({ role }) => role === 'auditor'))) throw new ProblemError('not-found');
    return sendFile({ sha256: deposit.file, mime: 'application/zip', name: `ho-so-luu-tru-${id}.zip` }, parts.files, request, response);
  },
});
