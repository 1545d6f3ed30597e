import { z } from 'zod';
import { mimes } from '../files/kinds-of-file.ts';
import { noteUpload } from '../files/note-upload.ts';
import { gather, nameOf, receive } from '../files/receive.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { ProblemError } from '../http/problem.ts';
import { readFields } from '../http/read-input.ts';
import { Created, createdHeaders, createHeaders } from '../things/command-endpoints.ts';
import { answerCommand, orderOf } from '../things/give-command.ts';
import { planInput } from './plan-input.ts';
import { readPlanApart } from './read-apart.ts';
import { sheetLimits } from './sheet-problem.ts';

const binary = z.string().meta({ override: { type: 'string', format: 'binary' } });
const rawTypes = [mimes.csv, mimes.xlsx];
const Fields = z.strictObject({
  title: z.string().trim().min(1).max(500).optional(),
  provinceId: z.string().trim().min(1).max(100).optional(),
});

/** A plan comes in as the file that it is. It is read as printed; what does not agree stands in the record and refuses nothing. */
export const takeInPlan: Endpoint = endpoint({
  method: 'post',
  path: '/api/plans',
  id: 'takeInPlan',
  summary: "Take in a province's plan from its annex (XLSX or CSV, at most 5 MB)",
  tag: 'plans',
  input: { headers: createHeaders, query: z.strictObject({ name: z.string().min(1).max(255).optional(), ...Fields.shape }) },
  upload: {
    description: 'A form with the file, or the file itself (then name, title and provinceId stand in the query).',
    content: {
      'multipart/form-data': { schema: z.strictObject({ file: binary, ...Fields.shape }) },
      [mimes.csv]: { schema: z.string() },
      [mimes.xlsx]: { schema: binary },
    },
  },
  answers: { 201: { description: 'It is in the database; its differences stand in the plan.', schema: Created, headers: createdHeaders } },
  problems: [403, 404, 409, 422],
  async run({ headers, query, caller, language, request }, parts) {
    const { result: file, fields } = await receive(request, rawTypes, async ({ stream, name }) => ({
      content: await gather(stream, sheetLimits.bytes),
      name,
    }));
    const told = { ...query, ...readFields(Fields, fields, language) };
    const read = await readPlanApart(file.content).catch(beyondBounds);
    if (!read.ok) {
      const errors = [{ in: 'body' as const, pointer: '/file', code: read.code, message: read.text[language] }];
      throw new ProblemError(read.status === 413 ? 'too-large' : read.status === 415 ? 'wrong-type' : 'malformed', {
        detail: read.text[language],
        errors,
      });
    }
    const name = nameOf(told.name ?? file.name) || `ke-hoach.${read.format}`;
    const { sha256, bytes } = await parts.files.put(file.content);
    await noteUpload({ sha256, bytes, mime: mimes[read.format], name }, caller, parts.reader);
    const input = planInput(read, { ...told, name, sha256 });
    return answerCommand(
      orderOf(headers, { kind: 'plan', thing: null, name: 'take-in-plan', input, actor: caller }),
      headers,
      language,
      request.path,
      parts,
    );
  },
});

/** The reader's thread was cut off: too many plans wait for it, or this one takes more time or memory than any plan may. */
function beyondBounds(error: unknown): never {
  if (error instanceof Error && /queue/i.test(error.message)) throw new ProblemError('too-many', {}, { 'Retry-After': '10' });
  throw new ProblemError('too-large');
}
