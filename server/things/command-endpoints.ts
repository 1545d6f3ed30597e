import { z } from 'zod';
import type { RegulationPack } from '../../domain/regulation/pack.ts';
import { Id, WithId } from '../http/common.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PreferenceApplied, PreferHeader } from '../http/prefer.ts';
import { objectionTo } from '../signing/objection.ts';
import { answerCommand, orderOf } from './give-command.ts';
import { type Collection, collections, commandTitle, peopleCommands } from './kinds.ts';

const IdempotencyKey = z.guid().optional().meta({
  description: 'Id of the command. The same key and body gives the first answer again; another body under it is 409.',
});
const IfMatch = z
  .string()
  .regex(/^("\d{1,9}"|\*)$/)
  .optional()
  .meta({ description: 'The entity tag of the thing as it was seen; 409 if it has changed since.' });
export const createHeaders = z.object({ 'Idempotency-Key': IdempotencyKey, ...PreferHeader });
const commandHeaders = z.object({ 'Idempotency-Key': IdempotencyKey, 'If-Match': IfMatch, ...PreferHeader });

const Result = z.record(z.string(), z.unknown());
export const Created = z.object({ id: Id, seq: z.int(), state: z.string(), result: Result }).meta({ id: 'Created' });
const Done = z.object({ seq: z.int(), state: z.string(), result: Result }).meta({ id: 'Done' });

const replayed = {
  'Idempotency-Replayed': z.string().optional().meta({ description: 'true where this is the answer that was given before.' }),
};
const answerHeaders = z.object({ ETag: z.string(), ...PreferenceApplied, ...replayed });
export const createdHeaders = z.object({ Location: z.string(), ETag: z.string(), ...PreferenceApplied, ...replayed });

const words = (name: string) =>
  name
    .split('-')
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('');
const lower = (text: string) => text[0]!.toLowerCase() + text.slice(1);

/** The endpoints by which people give the commands of one kind of thing: one to create it, and one for each command. */
export function commandEndpoints(collection: Collection, packs: RegulationPack[]): Endpoint[] {
  const kind = collections[collection];
  // A document comes whole, with an annex that may list hundreds of schemes.
  const larger = kind === 'document' ? { bodyBytes: 8_000_000 } : {};
  return peopleCommands(kind, packs)
    .filter(({ creates }) => !(creates && kind === 'plan')) // a plan comes in as a file
    .map(({ name, input, creates }) => {
      const title = commandTitle(kind, name, packs);
      const id = lower(words(name));
      if (creates) {
        return endpoint({
          method: 'post',
          path: `/api/${collection}`,
          id,
          summary: `${title.vi} · ${title.en}`,
          tag: collection,
          ...larger,
          input: { headers: createHeaders, body: input },
          answers: { 201: { description: 'It is in the database.', schema: Created, headers: createdHeaders } },
          problems: [403, 404, 409, 422],
          run: ({ headers, body, caller, language, request }, parts) =>
            answerCommand(
              orderOf(headers, { kind, thing: null, name, input: body, actor: caller }),
              headers,
              language,
              request.path,
              parts,
            ),
        });
      }
      return endpoint({
        method: 'post',
        path: `/api/${collection}/{id}/commands/${name}`,
        id: `${id}Of${words(kind)}`,
        summary: `${title.vi} · ${title.en}`,
        tag: collection,
        ...larger,
        input: { params: WithId, headers: commandHeaders, body: input },
        answers: { 200: { description: 'It is in the database.', schema: Done, headers: answerHeaders } },
        problems: [403, 404, 409, 422],
        async run({ params, headers, body, caller, language, request }, parts) {
          const objection = await objectionTo({ kind, name, thing: params.id, input: body }, caller, parts);
          const order = orderOf(headers, { kind, thing: params.id, name, input: body, actor: caller, objection });
          return answerCommand(order, headers, language, request.path, parts);
        },
      });
    });
}
