import { z } from 'zod';
import { type Endpoint, openEndpoint } from '../http/endpoint.ts';

/** The endpoint that describes all others, and itself. The text is made once. */
export function descriptionEndpoint(text: () => string): Endpoint {
  let made: string | null = null;
  return openEndpoint({
    method: 'get',
    path: '/openapi.json',
    id: 'description',
    summary: 'This description (OpenAPI 3.1)',
    tag: 'service',
    input: {},
    answers: { 200: { description: 'OpenAPI 3.1.', schema: z.record(z.string(), z.unknown()) } },
    async run() {
      made ??= text();
      return { status: 200, body: made, type: 'application/json' };
    },
  });
}
