import { z } from 'zod';
import type { DocumentRecord } from '../../domain/document/state.ts';
import { Day, LanguageHeader, Sha256, WithId } from '../http/common.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { FindingSeen, findingsOf } from './findings.ts';
import { knownThing } from './known-thing.ts';

const Findings = z.object({
  on: Day.meta({ description: 'The day by whose law the content is judged.' }),
  digest: Sha256.meta({ description: 'Of the content that was looked at.' }),
  errors: z.int(),
  warnings: z.int(),
  findings: z.array(FindingSeen).meta({ description: 'Of the content as it reads now.' }),
  pages: z
    .array(FindingSeen)
    .meta({ description: 'Of the pages that were made last: those for which a draft came back, or those of the file.' }),
});

/** The endpoint that says what the format checker finds in a document, in the reader's language: where, by which rule, how to mend it, on what basis. */
export const findingsEndpoint: Endpoint = endpoint({
  method: 'get',
  path: '/api/documents/{id}/findings',
  id: 'findingsOfDocument',
  summary: 'What the format checker finds in it, and how to mend it',
  tag: 'documents',
  input: { params: WithId, headers: z.object(LanguageHeader) },
  answers: { 200: { description: 'Errors first, then warnings, each in the order of the document.', schema: Findings } },
  problems: [404],
  async run({ params: { id }, caller, language }, parts) {
    const thing = await knownThing('document', id, caller, parts);
    const { on, findings, pages } = findingsOf(thing, await parts.time.today(), language);
    const count = (severity: FindingSeen['severity']) => findings.filter((one) => one.severity === severity).length;
    const { digest } = thing.data as unknown as DocumentRecord;
    return { status: 200, body: { on, digest, errors: count('error'), warnings: count('warning'), findings, pages } };
  },
});
