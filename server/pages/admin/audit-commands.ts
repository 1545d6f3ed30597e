import { z } from 'zod';
import type { Json } from '../../../domain/command.ts';
import type { ThingKind } from '../../../domain/process/chart.ts';
import { thingKinds } from '../../../domain/process/chart.ts';
import { Prisma } from '../../../prisma/generated/client.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { cut, MomentPlace, readCursor } from '../../http/page.ts';
import { refusalText } from '../../http/texts.ts';
import type { Parts } from '../../parts.ts';
import { collectionOf, commandTitle, kindOf } from '../../things/kinds.ts';

/** What of the trail is asked for. */
export type AuditFilter = {
  person: string;
  kind: string;
  outcome: string;
  from: string;
  to: string;
  process: boolean;
  cursor: string | undefined;
};
/** A command as the trail shows it. `href` and `why` are there only for whoever may know of the thing. */
export type CommandSeen = {
  recordedAt: string;
  at: string;
  actor: string;
  what: string;
  kind: string;
  href: string | null;
  given: boolean;
  status: number;
  rule: string | null;
  why: string | null;
};

const limit = 50;
type Row = {
  id: string;
  name: string;
  actor: string;
  actorName: string | null;
  status: number;
  refused: { rule: string; values: Record<string, Json> } | null;
  at: Date;
  recordedAt: Date;
  thingId: string;
  kind: ThingKind | null;
};

/**
 * Commands given and refused, the latest first. An administrator is told who gave which command when, and how it ended; neither on which scheme
 * nor with which words: `all` is for auditors.
 */
export async function commandsSeen(
  filter: AuditFilter,
  { all, language }: { all: boolean; language: Language },
  { reader, committing }: Parts,
): Promise<{ rows: CommandSeen[]; next: string | null }> {
  const after = readCursor(filter.cursor, z.tuple([MomentPlace, z.string()]));
  const conditions = [
    ...(filter.process ? [] : [Prisma.sql`c.actor <> 'process'`]),
    ...(filter.person ? [Prisma.sql`(p.name ILIKE ${`%${filter.person}%`} OR p.email ILIKE ${`%${filter.person}%`})`] : []),
    ...(filter.kind ? [Prisma.sql`t.kind = ${filter.kind}`] : []),
    ...(filter.outcome === 'done' ? [Prisma.sql`c.status < 300`] : []),
    ...(filter.outcome === 'refused' ? [Prisma.sql`c.status >= 300`] : []),
    ...(filter.from ? [Prisma.sql`c.at >= ${new Date(`${filter.from}T00:00:00+07:00`)}`] : []),
    ...(filter.to ? [Prisma.sql`c.at <= ${new Date(`${filter.to}T23:59:59.999+07:00`)}`] : []),
    ...(after ? [Prisma.sql`(c.recorded_at, c.id) < (${new Date(after[0])}, ${after[1]})`] : []),
  ];
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  const found = await reader.$queryRaw<Row[]>`
    SELECT c.id, c.name, c.actor, p.name AS "actorName", c.status, c.answer->'refused' AS refused, c.at, c.recorded_at AS "recordedAt", c.thing_id AS "thingId", t.kind
    FROM command c LEFT JOIN thing t ON t.id = c.thing_id LEFT JOIN person p ON p.id = c.actor
    ${where} ORDER BY c.recorded_at DESC, c.id DESC LIMIT ${limit + 1}`;
  const { rows, next } = cut(found, limit, ({ recordedAt, id }) => [recordedAt.toISOString(), id]);
  const packs = [...committing.packs.values()];
  return {
    next,
    rows: rows.map(({ name, actor, actorName, status, refused, at, recordedAt, thingId, kind }) => {
      const known = kind ?? thingKinds.find((one) => kindOf(one).commands[name] !== undefined) ?? null;
      const collection = known && collectionOf(known);
      return {
        recordedAt: recordedAt.toISOString(),
        at: at.toISOString(),
        actor: actor === 'process' ? pageText('admin.audit.process', language) : (actorName ?? actor),
        what: known ? commandTitle(known, name, packs)[language] : name,
        kind: known ? pageText(`admin.kind.${known}`, language) : '',
        href: all && collection && kind ? `/${collection}/${thingId}` : null,
        given: status < 300,
        status,
        rule: refused?.rule ?? null,
        why: all && refused ? refusalText(refused.rule, language, refused.values) : null,
      };
    }),
  };
}
