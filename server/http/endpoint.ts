import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import type { Language } from './language.ts';

/** What a request is made of, each read by its own schema; what has no schema is not read. */
export type Input = {
  params?: z.ZodObject | undefined;
  query?: z.ZodObject | undefined;
  headers?: z.ZodObject | undefined;
  body?: z.ZodType | undefined;
};
type Read<I extends Input, K extends keyof Input> = I[K] extends z.ZodType ? z.infer<I[K]> : undefined;

/** A request as its endpoint sees it: read, checked, and by whom. */
export type Ask<I extends Input, C = Caller> = {
  params: Read<I, 'params'>;
  query: Read<I, 'query'>;
  headers: Read<I, 'headers'>;
  body: Read<I, 'body'>;
  caller: C;
  language: Language;
  request: Request;
  response: Response;
};

/** An answer; `null` from an endpoint that has written its answer itself, as a stream. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string>; type?: string } | null;

/** What an answer looks like, for the description of the interface. Without a schema and content it has no body. */
export type AnswerForm = {
  description: string;
  schema?: z.ZodType;
  content?: Record<string, { schema: z.ZodType | { type: 'string'; format?: 'binary' } }>;
  headers?: z.ZodObject;
};
/** A body that the endpoint reads as a stream. */
export type UploadForm = { description: string; content: Record<string, { schema: z.ZodType }> };

type Described = {
  method: 'get' | 'post' | 'delete';
  /** As OpenAPI writes it: `/api/schemes/{id}`. */
  path: string;
  id: string;
  summary: string;
  description?: string;
  tag: string;
  upload?: UploadForm;
  /** Bytes of a JSON body, where it may be larger than others. */
  bodyBytes?: number;
  answers: Record<number, AnswerForm>;
  /** Statuses of problems beyond those that follow from the rest (400, 401, 413, 415, 429, 503). */
  problems?: number[];
};

/** One thing that the interface can do: where, what it reads, what it answers, and how. The description and the behaviour come from the same words. */
export type Endpoint = Described & { access: 'signed-in' | 'open'; input: Input; run(ask: Ask<Input>, parts: Parts): Promise<Answer> };

/** An endpoint for those who have signed in. */
export function endpoint<const I extends Input>(
  given: Described & { input: I; run(ask: Ask<I>, parts: Parts): Promise<Answer> },
): Endpoint {
  return { ...given, access: 'signed-in', run: given.run as Endpoint['run'] };
}

/** An endpoint for anybody. */
export function openEndpoint<const I extends Input>(
  given: Described & { input: I; run(ask: Ask<I, Caller | null>, parts: Parts): Promise<Answer> },
): Endpoint {
  return { ...given, access: 'open', run: given.run as Endpoint['run'] };
}
