import { timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { type Endpoint, openEndpoint } from '../http/endpoint.ts';
import { ProblemError } from '../http/problem.ts';
import { tokenHashOf } from '../identity/token.ts';
import { Readiness, readiness } from './readiness.ts';

const alive = openEndpoint({
  method: 'get',
  path: '/healthz',
  id: 'alive',
  summary: 'Whether the process is alive',
  tag: 'service',
  input: {},
  answers: { 200: { description: 'It is.', schema: z.object({ alive: z.literal(true) }) } },
  run: async () => ({ status: 200, body: { alive: true }, headers: { 'Cache-Control': 'no-store' } }),
});

const ready = openEndpoint({
  method: 'get',
  path: '/readyz',
  id: 'ready',
  summary: 'Whether commands can be taken, and how each dependency fares',
  tag: 'service',
  input: {},
  answers: {
    200: { description: 'Ready. Temporal, a worker or the file store may be degraded: people go on working.', schema: Readiness },
    503: { description: 'The database is away or not migrated.', schema: Readiness },
  },
  async run(_, parts) {
    const body = await readiness(parts);
    if (body.owed) parts.metrics.owing(body.owed.open, body.owed.oldestSeconds);
    return { status: body.ready ? 200 : 503, body, headers: { 'Cache-Control': 'no-store', ...(!body.ready && { 'Retry-After': '5' }) } };
  },
});

const measured = openEndpoint({
  method: 'get',
  path: '/metrics',
  id: 'metrics',
  summary: 'Measurements for Prometheus; from this machine alone, or with the token of METRICS_TOKEN',
  tag: 'service',
  input: {},
  answers: { 200: { description: 'Text of Prometheus.', content: { 'text/plain': { schema: z.string() } } } },
  problems: [404],
  async run({ request }, { metrics, environment }) {
    if (!environment.metrics || !mayMeasure(request, environment.metricsToken)) throw new ProblemError('not-found');
    return { status: 200, body: await metrics.text(), type: metrics.contentType };
  },
});

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Whether somebody on this machine asks, and not a proxy on it for somebody elsewhere. */
function isLocal({ ip, headers, socket }: Request): boolean {
  const forwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || headers['x-real-ip'] !== undefined;
  return loopback.has(socket.remoteAddress ?? '') && loopback.has(ip ?? '') && !forwarded;
}

function mayMeasure(request: Request, token: string | undefined): boolean {
  if (token === undefined) return isLocal(request);
  const given = request.headers.authorization?.replace(/^Bearer /i, '') ?? '';
  return timingSafeEqual(Buffer.from(tokenHashOf(given)), Buffer.from(tokenHashOf(token)));
}

export const serviceEndpoints: Endpoint[] = [alive, ready, measured];
