import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { bodyIsOptional } from '../http/body.ts';
import { LanguageHeader } from '../http/common.ts';
import type { Endpoint } from '../http/endpoint.ts';
import { Problem } from '../http/problem.ts';
import { finite, onceOnly } from './finite.ts';

const descriptions: Record<number, string> = {
  400: 'Malformed: the fields that cannot be read are named.',
  401: 'Not signed in.',
  403: 'Not among the duties of the caller, or sent from another site.',
  404: 'There is none, or none that the caller may know of.',
  409: 'Not in this state, stale, or the key was used for another command.',
  413: 'Too large.',
  415: 'A content type that is not taken.',
  416: 'The range lies outside the file.',
  422: 'A rule says no: which, where it stands, and how sure that is.',
  429: 'Too many requests; Retry-After says when to try again.',
  500: 'Something is broken; it has been logged.',
  503: 'The database is away; Retry-After says when to try again.',
};

/** Every status that an endpoint may answer as a problem: its own, and those that follow from what it reads. */
function problemsOf({ input, access, method, upload, problems = [] }: Endpoint): number[] {
  const body = input.body !== undefined || upload !== undefined;
  const all = [
    400,
    429,
    503,
    ...problems,
    ...(access === 'signed-in' ? [401] : []),
    ...(method === 'get' ? [] : [403]),
    ...(body ? [413, 415] : []),
    ...(input.params ? [404] : []),
  ];
  return [...new Set(all)].toSorted((a, b) => a - b);
}

type Status = `${1 | 2 | 3 | 4 | 5}${string}`;

function responsesOf(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const responses: Record<Status, ZodOpenApiResponseObject> = {};
  for (const [status, { description, schema, content, headers }] of Object.entries(endpoint.answers)) {
    const json = schema && { 'application/json': { schema } };
    responses[status as Status] = {
      description,
      ...(headers && { headers }),
      ...((content ?? json) && { content: { ...json, ...content } }),
    };
  }
  for (const status of problemsOf(endpoint)) {
    const key = `${status}` as Status;
    const own = responses[key];
    const retry = status === 429 || status === 503 ? { headers: z.object({ 'Retry-After': z.string().optional() }) } : {};
    responses[key] = {
      description: descriptions[status] ?? 'A problem.',
      ...retry,
      ...own,
      content: { ...own?.content, 'application/problem+json': { schema: Problem } },
    };
  }
  return responses;
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { input, upload } = endpoint;
  const header = (input.headers ?? z.object({})).extend(LanguageHeader);
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    ...(endpoint.description && { description: endpoint.description }),
    tags: [endpoint.tag],
    security: endpoint.access === 'signed-in' ? [{ bearer: [] }, { cookie: [] }] : [],
    requestParams: { header, ...(input.params && { path: input.params }), ...(input.query && { query: input.query }) },
    ...(input.body && { requestBody: { required: !bodyIsOptional(input.body), content: { 'application/json': { schema: input.body } } } }),
    ...(upload && { requestBody: { required: true, description: upload.description, content: upload.content } }),
    responses: responsesOf(endpoint),
  };
}

/** Beyond this, the limit of 1 MB a body comes first. */
const manyItems = 1_000;

/**
 * A format says it already: its pattern beside it only makes the description long. Alternatives are told apart by a constant of their own, so
 * that `anyOf` says the same as `oneOf`, and is read by more programs.
 */
function simplify(schema: { format?: string; pattern?: string; maxItems?: number; oneOf?: unknown; anyOf?: unknown }): void {
  if (schema.oneOf !== undefined) {
    schema.anyOf = schema.oneOf;
    delete schema.oneOf;
  }
  if (schema.format === 'date' || schema.format === 'date-time' || schema.format === 'uuid') delete schema.pattern;
  if (schema.maxItems !== undefined && schema.maxItems > manyItems) delete schema.maxItems;
}

/** The description of the interface (OpenAPI 3.1), from the same endpoints that are served. */
export function describe(endpoints: Endpoint[], { publicUrl, cookie }: { publicUrl: string; cookie: string }) {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  }
  const described: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'Đề án thương mại điện tử · E-commerce programme schemes',
      version: '1.0.0',
      description:
        'Carries a scheme (đề án) of the national e-commerce programme from draft to archive. Sums are whole đồng, dates ISO 8601, the time zone Asia/Ho_Chi_Minh. An answer to a command is final; what the process does next is seen in `state`, `owed` and `clocks` of the thing.',
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' }, cookie: { type: 'apiKey', in: 'cookie', name: cookie } },
    },
  };
  const document = createDocument(described, { override: ({ jsonSchema }) => simplify(jsonSchema) });
  const schemas = document.components?.schemas ?? {};
  for (const [name, schema] of Object.entries(schemas)) schemas[name] = finite(name, schema);
  for (const { post } of Object.values(document.paths ?? {})) {
    if (post?.requestBody) post.requestBody = onceOnly(post.requestBody) as typeof post.requestBody;
  }
  return document;
}
