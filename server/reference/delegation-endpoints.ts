import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { endDelegation, recordDelegation } from '../../commit/delegations.ts';
import { isRefusal, type Refusal } from '../../domain/command.ts';
import type { Delegation } from '../../domain/document/authority/delegation.ts';
import { NewDelegation } from '../../domain/document/authority/recording.ts';
import type { RegulationPack } from '../../domain/regulation/pack.ts';
import { ruleGround } from '../../domain/regulation/rule-ground.ts';
import { words } from '../../domain/text.ts';
import { Day, Id, WithId } from '../http/common.ts';
import { type Answer, type Endpoint, endpoint } from '../http/endpoint.ts';
import type { Language } from '../http/language.ts';
import { cut, PageQuery, pageOf, readCursor } from '../http/page.ts';
import { ProblemError, refusalBody } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';

const DelegationSeen = z
  .object({
    id: Id,
    kind: z.enum(['tuq', 'kt', 'q']),
    organisationId: Id,
    givenBy: Id,
    toPerson: Id.nullable(),
    toOffice: z.object({ organisationId: Id, role: z.string() }).nullable(),
    symbol: z.string(),
    date: Day,
    types: z.array(z.string()),
    from: Day,
    to: Day.nullable(),
    endedOn: Day.nullable().meta({ description: 'From this day on it holds no more.' }),
  })
  .meta({ id: 'Delegation' });
type DelegationSeen = z.infer<typeof DelegationSeen>;

const seen = ({ giverTitles: _, giverActsBy: __, ...delegation }: Delegation): DelegationSeen => delegation;

/** Officers see who may sign for whom; hosts do not. */
const isOfficer = (caller: Caller) => caller.positions.some(({ role }) => !role.startsWith('host-'));

function mayKeep(caller: Caller): void {
  if (!caller.positions.some(({ role }) => role === 'administrator')) throw new ProblemError('forbidden');
}

/** The law by which authorities are judged on a day: that of the programme then, else of the latest. */
export function lawOn({ committing }: Parts, on: string): RegulationPack {
  const packs = [...committing.packs.values()].toSorted((a, b) => a.valid.from.localeCompare(b.valid.from));
  const found = packs.find(({ valid }) => valid.from <= on && on <= valid.to) ?? packs.at(-1);
  if (!found) throw new Error('There is no regulation pack.');
  return found;
}

function refused(refusal: Refusal, pack: RegulationPack, instance: string, language: Language): Answer {
  const { basis: legalBasis, certainty } = refusal.ground ?? ruleGround(pack, refusal.rule);
  const { rule, values, status } = refusal;
  const body = JSON.stringify(refusalBody({ rule, values, legalBasis, certainty }, status, instance, language));
  return { status, type: 'application/problem+json', body };
}

const list = endpoint({
  method: 'get',
  path: '/api/delegations',
  id: 'listDelegations',
  summary: 'Written authorities to sign (TUQ., KT., Q.), with the instrument, the types of documents and the time of each; officers only',
  tag: 'reference',
  input: { query: z.strictObject({ organisation: Id.optional(), ...PageQuery }) },
  answers: { 200: { description: 'A page, by id.', schema: pageOf(DelegationSeen) } },
  problems: [403],
  async run({ query: { organisation, cursor, limit }, caller }, { reader }) {
    if (!isOfficer(caller)) throw new ProblemError('forbidden');
    const after = readCursor(cursor, z.tuple([z.string()]))?.[0];
    const found = await reader.delegation.findMany({
      where: { ...(organisation !== undefined && { organisationId: organisation }), ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: limit + 1,
    });
    const { rows, next } = cut(found, limit, ({ id }) => [id]);
    const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
    const items = rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      organisationId: row.organisationId,
      givenBy: row.givenBy,
      toPerson: row.toPersonId,
      toOffice: row.toOrganisationId !== null ? { organisationId: row.toOrganisationId, role: row.toRole } : null,
      symbol: row.symbol,
      date: day(row.date),
      types: row.types,
      from: day(row.fromDate),
      to: day(row.toDate),
      endedOn: day(row.endedOn),
    }));
    return { status: 200, body: { items, next } };
  },
});

const record = endpoint({
  method: 'post',
  path: '/api/delegations',
  id: 'recordDelegation',
  summary: 'Take down a written authority to sign; administrators only',
  description: 'Refused with the rule where nobody may give it so: it is never passed on, and only a head gives it.',
  tag: 'reference',
  input: {
    headers: z.object({ 'Idempotency-Key': z.guid().optional().meta({ description: 'Becomes its id: the same key is taken down once.' }) }),
    body: NewDelegation,
  },
  answers: { 201: { description: 'It is in the database.', schema: DelegationSeen, headers: z.object({ Location: z.string() }) } },
  problems: [403, 422],
  async run({ headers, body, caller, language, request }, parts) {
    mayKeep(caller);
    const pack = lawOn(parts, body.from);
    const id = headers['Idempotency-Key']?.toLowerCase() ?? randomUUID();
    const taken = await recordDelegation(parts.committing, id, body, caller, pack);
    if (isRefusal(taken)) return refused(taken, pack, request.path, language);
    return { status: 201, body: seen(taken), headers: { Location: `/api/delegations?organisation=${taken.organisationId}` } };
  },
});

const end = endpoint({
  method: 'post',
  path: '/api/delegations/{id}/end',
  id: 'endDelegation',
  summary: 'End a written authority from a day on, with the reason; administrators only',
  tag: 'reference',
  input: { params: WithId, body: z.strictObject({ on: z.iso.date(), reason: words(2_000) }) },
  answers: { 200: { description: 'It is ended.', schema: DelegationSeen } },
  problems: [403, 404, 409, 422],
  async run({ params: { id }, body, caller, language, request }, parts) {
    mayKeep(caller);
    const ended = await endDelegation(parts.committing, id, body, caller);
    if (ended === null) throw new ProblemError('not-found');
    if (isRefusal(ended)) return refused(ended, lawOn(parts, body.on), request.path, language);
    return { status: 200, body: seen(ended) };
  },
});

export const delegationEndpoints: Endpoint[] = [list, record, end];
