import type { Request } from 'express';
import { type Delegated, delegatedPositions } from '../../domain/document/authority/delegation.ts';
import { mergedInto } from '../../domain/organisations.ts';
import type { Reader } from '../../prisma/client.ts';
import type { ProgrammeTime } from '../clock/programme-time.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from './caller.ts';
import { cookieName, tokenOf } from './cookie.ts';
import { hasEnded } from './sign-in.ts';
import { tokenHashOf } from './token.ts';

/** Organisations are few and change by decree: which were merged into which is read once a minute. */
const lineFreshMs = 60_000;
/** Who somebody is stays known this long, so that a ballot does not ask for it again; a sign-out forgets at once. */
const freshMs = 3_000;
const atMost = 5_000;

export type Identity = {
  /** Who sends the request. @throws ProblemError 401 */
  callerOf(request: Request): Promise<Caller>;
  forget(tokenHash: string): void;
  /** Organisations or positions were changed here: nobody is known by what held before. */
  forgetAll(): void;
};

/** When a session was last seen is kept to the minute. */
const seenEveryMs = 60_000;

const signInAgain = () => new ProblemError('not-signed-in', {}, { 'WWW-Authenticate': 'Bearer' });

/** Knows callers by their token, with the positions in force on the programme's day. */
export function openIdentity(reader: Reader, time: ProgrammeTime, publicUrl: string): Identity {
  const known = new Map<string, { until: number; caller: Promise<Caller> }>();
  const name = cookieName(publicUrl);

  async function look(tokenHash: string): Promise<Caller> {
    const [session, { today, delegations }, lines] = await Promise.all([
      reader.session.findUnique({
        where: { tokenHash },
        select: {
          expiresAt: true,
          lastSeenAt: true,
          person: {
            select: {
              id: true,
              name: true,
              endedOn: true,
              positions: {
                select: {
                  role: true,
                  title: true,
                  fromDate: true,
                  toDate: true,
                  organisationId: true,
                  organisation: { select: { provinceId: true } },
                },
              },
            },
          },
        },
      }),
      time.today().then(async (today) => ({ today, delegations: await delegationsOn(today) })),
      organisationLines(),
    ]);
    if (!session || session.expiresAt.getTime() <= Date.now() || hasEnded(session.person.endedOn, today)) throw signInAgain();
    if (session.lastSeenAt.getTime() < Date.now() - seenEveryMs) noteSeen(tokenHash);
    const { person } = session;
    const held = person.positions
      .filter(({ fromDate, toDate }) => dayOf(fromDate) <= today && (toDate === null || dayOf(toDate) >= today))
      .map(({ role, title, organisationId, organisation }) => {
        const formerly = mergedInto(lines, organisationId, today);
        return { role, title, organisationId, provinceId: organisation.provinceId, ...(formerly.length > 0 && { formerly }) };
      });
    const positions = [...held, ...delegatedPositions(delegations, { id: person.id, positions: held })];
    return { id: person.id, name: person.name, positions, tokenHash };
  }

  /** Nobody waits for it, and where it fails it is noted the next time. */
  function noteSeen(tokenHash: string): void {
    reader.session.updateMany({ where: { tokenHash }, data: { lastSeenAt: new Date() } }).catch(() => undefined);
  }

  /** Written authorities in force on a day, of organisations that are still there. */
  async function delegationsOn(today: string): Promise<Delegated[]> {
    const day = new Date(today);
    const stillThere = { OR: [{ toDate: null }, { toDate: { gte: day } }] };
    const rows = await reader.delegation.findMany({
      where: {
        fromDate: { lte: day },
        AND: [stillThere, { OR: [{ endedOn: null }, { endedOn: { gt: day } }] }],
        organisation: stillThere,
      },
      include: { organisation: { select: { provinceId: true } } },
      orderBy: { id: 'asc' },
    });
    return rows.map(({ organisationId, organisation, toPersonId, toOrganisationId, toRole, types }) => ({
      organisationId,
      provinceId: organisation.provinceId,
      types,
      toPerson: toPersonId,
      toOffice: toOrganisationId !== null && toRole !== null ? { organisationId: toOrganisationId, role: toRole } : null,
    }));
  }

  type Lines = Parameters<typeof mergedInto>[0];
  let linesRead: { until: number; lines: Promise<Lines> } | undefined;
  function organisationLines(): Promise<Lines> {
    const now = performance.now();
    if (linesRead && linesRead.until > now) return linesRead.lines;
    const lines = reader.organisation
      .findMany({ select: { id: true, provinceId: true, toDate: true, successorId: true } })
      .then((rows) => Object.fromEntries(rows.map((row) => [row.id, { ...row, toDate: row.toDate && dayOf(row.toDate) }])));
    lines.catch(() => {
      linesRead = undefined;
    });
    linesRead = { until: now + lineFreshMs, lines };
    return lines;
  }

  return {
    async callerOf(request) {
      const token = tokenOf(request, name);
      if (!token) throw signInAgain();
      const tokenHash = tokenHashOf(token);
      const now = performance.now();
      const found = known.get(tokenHash);
      if (found && found.until > now) return found.caller;
      if (known.size > atMost) known.clear();
      const caller = look(tokenHash);
      known.set(tokenHash, { until: now + freshMs, caller });
      caller.catch(() => known.delete(tokenHash));
      return caller;
    },
    forget(tokenHash) {
      known.delete(tokenHash);
    },
    forgetAll() {
      known.clear();
      linesRead = undefined;
    },
  };
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
