import { z } from 'zod';
import { Certainty } from '../../domain/regulation/basis.ts';
import { citeBasis } from '../../domain/regulation/instrument.ts';
import { Day, TitleText } from '../http/common.ts';
import { type Endpoint, endpoint, openEndpoint } from '../http/endpoint.ts';
import { cut, PageQuery, pageOf, readCursor } from '../http/page.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';

const LawSeen = z
  .object({
    key: z.string(),
    value: z.unknown(),
    unit: z.string().nullable(),
    when: z.record(z.string(), z.string()),
    from: Day,
    to: Day.nullable(),
    basis: z.string(),
    certainty: Certainty,
  })
  .meta({ id: 'LawValue' });
const Regulation = z
  .object({
    id: z.string(),
    title: TitleText,
    valid: z.object({ from: Day, to: Day }),
    routes: z.array(z.object({ id: z.string(), title: TitleText })),
    sources: z.array(z.object({ id: z.string(), title: TitleText, owner: z.string() })),
    contents: z.unknown().meta({ description: 'What schemes may be about: the groups and items of the programme.' }),
    instruments: z.unknown().meta({ description: 'The instruments on which the values rest.' }),
    values: z.array(LawSeen),
  })
  .meta({ id: 'Regulation' });

const regulation = openEndpoint({
  method: 'get',
  path: '/api/regulations/{programme}',
  id: 'showRegulation',
  summary: 'The law of a programme: every value with its article and how certain it is',
  tag: 'reference',
  input: { params: z.strictObject({ programme: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/) }) },
  answers: { 200: { description: 'The pack.', schema: Regulation } },
  async run({ params: { programme } }, { committing }) {
    const pack = committing.packs.get(programme);
    if (!pack) throw new ProblemError('not-found');
    const values = Object.entries(pack.laws).flatMap(([key, laws]) =>
      laws.map(({ value, unit, when, from, to, basis, certainty }) => ({
        key,
        value,
        unit: unit ?? null,
        when: when ?? {},
        from,
        to: to ?? null,
        basis: citeBasis(pack.instruments, basis),
        certainty,
      })),
    );
    const { id, title, valid, sources, contents, instruments } = pack;
    const routes = pack.routes.map((route) => ({ id: route.id, title: route.title }));
    return { status: 200, body: { id, title, valid, routes, sources, contents, instruments, values } };
  },
});

const OrganisationSeen = z
  .object({
    id: z.string(),
    name: z.string(),
    shortName: z.string(),
    kind: z.string(),
    parentId: z.string().nullable(),
    provinceId: z.string().nullable(),
    place: z.string(),
    from: Day,
    to: Day.nullable(),
    predecessorId: z.string().nullable(),
    successorId: z.string().nullable(),
  })
  .meta({ id: 'Organisation' });

const dayOf = (date: Date) => date.toISOString().slice(0, 10);

const organisations = endpoint({
  method: 'get',
  path: '/api/organisations',
  id: 'listOrganisations',
  summary: 'Organisations, with the time in which each exists',
  tag: 'reference',
  input: {
    query: z.strictObject({
      kind: z
        .string()
        .max(40)
        .regex(/^[a-z-]+$/)
        .optional(),
      ...PageQuery,
    }),
  },
  answers: { 200: { description: 'A page, by id.', schema: pageOf(OrganisationSeen) } },
  async run({ query: { kind, cursor, limit } }, { reader }) {
    const after = readCursor(cursor, z.tuple([z.string()]))?.[0];
    const found = await reader.organisation.findMany({
      where: { ...(kind && { kind }), ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: limit + 1,
    });
    const { rows, next } = cut(found, limit, ({ id }) => [id]);
    const items = rows.map(({ code: _, heading: __, fromDate, toDate, ...row }) => ({
      ...row,
      from: dayOf(fromDate),
      to: toDate ? dayOf(toDate) : null,
    }));
    return { status: 200, body: { items, next } };
  },
});

const PersonSeen = z
  .object({
    id: z.string(),
    name: z.string(),
    positions: z.array(z.object({ role: z.string(), title: z.string(), organisationId: z.string(), organisationName: z.string() })),
  })
  .meta({ id: 'Person' });

/** Hosts do not look through the staff of the state; everybody who serves in it does, to appoint, to call and to sign. */
const isOfficer = (caller: Caller) => caller.positions.some(({ role }) => !role.startsWith('host-'));

const persons = endpoint({
  method: 'get',
  path: '/api/persons',
  id: 'listPersons',
  summary: 'Who holds which position today, for appointing councils; officers only',
  tag: 'reference',
  input: {
    query: z.strictObject({
      role: z
        .string()
        .max(40)
        .regex(/^[a-z-]+$/)
        .optional(),
      organisation: z.string().min(1).max(100).optional(),
      q: z.string().max(100).optional(),
      ...PageQuery,
    }),
  },
  answers: { 200: { description: 'A page, by id.', schema: pageOf(PersonSeen) } },
  problems: [403],
  async run({ query: { role, organisation, q, cursor, limit }, caller }, { reader, time, names }) {
    if (!isOfficer(caller)) throw new ProblemError('forbidden');
    const after = readCursor(cursor, z.tuple([z.string()]))?.[0];
    const today = new Date(await time.today());
    const inForce = { fromDate: { lte: today }, OR: [{ toDate: null }, { toDate: { gte: today } }] };
    const held = { ...inForce, ...(role && { role }), ...(organisation && { organisationId: organisation }) };
    const found = await reader.person.findMany({
      where: {
        positions: { some: held },
        ...(q && { name: { contains: q.normalize('NFC'), mode: 'insensitive' as const } }),
        ...(after !== undefined && { id: { gt: after } }),
      },
      select: {
        id: true,
        name: true,
        positions: { where: inForce, select: { role: true, title: true, organisationId: true }, orderBy: { id: 'asc' } },
      },
      orderBy: { id: 'asc' },
      take: limit + 1,
    });
    const { rows, next } = cut(found, limit, ({ id }) => [id]);
    const items = await Promise.all(
      rows.map(async ({ positions, ...person }) => ({
        ...person,
        positions: await Promise.all(
          positions.map(async (position) => ({ ...position, organisationName: await names(position.organisationId) })),
        ),
      })),
    );
    return { status: 200, body: { items, next } };
  },
});

export const referenceEndpoints: Endpoint[] = [regulation, organisations, persons];
