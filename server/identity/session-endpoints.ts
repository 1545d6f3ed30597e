import { z } from 'zod';
import { Instant } from '../http/common.ts';
import { type Endpoint, endpoint, openEndpoint } from '../http/endpoint.ts';
import { countWaiting } from '../inbox/waiting.ts';
import { openSession, personOf } from './sign-in.ts';
import { closeSession } from './sign-out.ts';

const Credentials = z.strictObject({
  email: z.string().min(3).max(200),
  password: z.string().min(1).max(200),
  code: z
    .string()
    .min(6)
    .max(40)
    .optional()
    .meta({ description: 'Of the second factor, where the account has one: from the app, or a recovery code.' }),
});
const tokenForm = z.object({ token: z.string(), expiresAt: Instant }).meta({ id: 'Session' });

const signIn = openEndpoint({
  method: 'post',
  path: '/api/session',
  id: 'signIn',
  summary: 'Sign in: a session cookie, and a token for programs',
  tag: 'session',
  input: { body: Credentials },
  answers: {
    200: {
      description: 'Signed in. Programs send the token as bearer.',
      schema: tokenForm,
      headers: z.object({ 'Set-Cookie': z.string() }),
    },
  },
  description: 'An account with a second factor needs its code as well: without one the answer is 401 `urn:de-an:problem:code-needed`.',
  problems: [401, 403],
  async run({ body, request, response }, parts) {
    const personId = await personOf(body.email, body.password, body.code, parts);
    const { token, expiresAt } = await openSession(personId, request, response, parts);
    return { status: 200, body: { token, expiresAt: expiresAt.toISOString() }, headers: { 'Cache-Control': 'no-store' } };
  },
});

const signOut = openEndpoint({
  method: 'delete',
  path: '/api/session',
  id: 'signOut',
  summary: 'Sign out: the token is forgotten',
  tag: 'session',
  input: {},
  answers: { 204: { description: 'There is no such session any more.' } },
  problems: [403],
  async run({ request, response }, parts) {
    await closeSession(request, response, parts);
    return { status: 204 };
  },
});

const Me = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    positions: z.array(
      z.object({
        role: z.string(),
        title: z.string(),
        organisation: z.object({ id: z.string(), name: z.string() }),
        provinceId: z.string().nullable(),
      }),
    ),
    roles: z.array(z.string()),
    inbox: z.int().meta({ description: 'How many things wait for the caller.' }),
  })
  .meta({ id: 'Me' });

const me = endpoint({
  method: 'get',
  path: '/api/me',
  id: 'me',
  summary: 'Who is signed in: positions on the day of the programme, roles, how much waits',
  tag: 'session',
  input: {},
  answers: { 200: { description: 'The caller.', schema: Me } },
  async run({ caller }, { reader, names }) {
    const [person, inbox] = await Promise.all([
      reader.person.findUniqueOrThrow({ where: { id: caller.id }, select: { email: true } }),
      countWaiting(caller, reader),
    ]);
    const positions = await Promise.all(
      caller.positions.map(async ({ role, title, organisationId, provinceId }) => ({
        role,
        title,
        organisation: { id: organisationId, name: await names(organisationId) },
        provinceId,
      })),
    );
    const roles = [...new Set(positions.map(({ role }) => role))];
    return {
      status: 200,
      body: { id: caller.id, name: caller.name, email: person.email, positions, roles, inbox },
    };
  },
});

export const sessionEndpoints: Endpoint[] = [signIn, signOut, me];
