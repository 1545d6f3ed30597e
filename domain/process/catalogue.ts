import type { Json } from '../command.ts';

/** What a guard looks at: the thing's data after the fact, the fact, and its own parameters. */
export type GuardQuestion = { data: unknown; fact: Record<string, unknown>; params: Record<string, Json> };

function at(value: unknown, path: string): unknown {
  let here: unknown = value;
  for (const step of path.split('.'))
    here = typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[step] : undefined;
  return here;
}

/**
 * The closed catalogue of guards that a pack's chart may name. A pack that names another does not load.
 * - `data-is {path, is}`: the thing's data has this value at the path (after the fact); null where there is nothing.
 * - `data-in {path, in}`: it has one of these values.
 * - `data-lists {path, has, otherwise}`: the list at the path has this entry; `otherwise` is the answer where there is no list.
 * - `fact-is {field, is}` / `fact-in {field, in}`: the fact itself.
 * - `data-is-set {path}`: there is something at the path.
 */
export const guards: Record<string, (q: GuardQuestion) => boolean> = {
  'data-is': ({ data, params }) => (at(data, String(params.path)) ?? null) === params.is,
  'data-in': ({ data, params }) => Array.isArray(params.in) && params.in.includes(at(data, String(params.path)) as Json),
  'data-is-set': ({ data, params }) => {
    const found = at(data, String(params.path));
    return found !== undefined && found !== null && !(Array.isArray(found) && found.length === 0);
  },
  'data-lists': ({ data, params }) => {
    const found = at(data, String(params.path));
    return Array.isArray(found) ? found.includes(params.has) : params.otherwise === true;
  },
  'fact-is': ({ fact, params }) => at(fact, String(params.field)) === params.is,
  'fact-in': ({ fact, params }) => Array.isArray(params.in) && params.in.includes(at(fact, String(params.field)) as Json),
};

/**
 * The closed catalogue of effects: what a state or a fact may owe. Workflows carry them out.
 * - `draft-document {type}`: a document of this type is drawn up from the facts.
 * - `tell {to, command}`: another thing is given a command of the process.
 * - `notify {to, message}`: a letter to holders of roles; `notify {field, message}`: to the persons whom a field of the fact names.
 * - `preview`: the draft as pages, for those who will approve it.
 * - `next-signature`: the document's next signature by its record (`sign-file`, `seal-file`), or the evidence once all are in the file.
 * - `render`, `prepare-file`, `sign-file`, `seal-file`, `store-evidence`, `time-stamp-file`, `renew-time-stamp`, `distribute`, `exchange`: the way of a document.
 * - `deposit`: the archive package of a scheme is made and kept.
 */
export const effects = [
  'draft-document',
  'tell',
  'notify',
  'preview',
  'render',
  'prepare-file',
  'next-signature',
  'sign-file',
  'seal-file',
  'store-evidence',
  'time-stamp-file',
  'renew-time-stamp',
  'distribute',
  'exchange',
  'deposit',
] as const;
