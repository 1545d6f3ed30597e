import { z } from 'zod';
import type { DocumentRecord } from '../../domain/document/state.ts';
import { arrivals } from '../../domain/incoming/commands/register-incoming.ts';
import type { Reader } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { Day } from '../http/common.ts';

/** A line of the book of outgoing documents (sổ đăng ký văn bản đi; Decree 30/2020/NĐ-CP, Annex IV). */
export const OutgoingEntry = z
  .object({
    series: z.string(),
    number: z.int(),
    symbol: z.string(),
    date: Day,
    typeName: z.string(),
    abstract: z.string(),
    signer: z.string(),
    receivers: z.array(z.string()),
    keeper: z.string().meta({ description: 'Who keeps the filed copy.' }),
    copies: z.int().nullable(),
    sentOn: Day.nullable(),
    received: z.object({ answered: z.int(), of: z.int() }),
    state: z.string().nullable(),
    unusedWhy: z.string().nullable().meta({ description: 'Why the number was given and not used.' }),
    documentId: z.string(),
  })
  .meta({ id: 'OutgoingEntry' });
export type OutgoingEntry = z.infer<typeof OutgoingEntry>;

type Found = {
  series: string;
  number: number;
  symbol: string;
  date: Date;
  unused: string | null;
  document: string;
  state: string | null;
  data: DocumentRecord | null;
};
export type OutgoingPlace = [series: string, number: number];

/** The entries of an issuer's year, by series and number, after a place in that order. */
export async function outgoing(
  reader: Reader,
  asked: { issuer: string; year: number; series?: string | undefined; after: OutgoingPlace | null; take: number },
): Promise<OutgoingEntry[]> {
  const { issuer, year, series, after, take } = asked;
  const rows = await reader.$queryRaw<Found[]>(Prisma.sql`
    SELECT e.series, e.number, e.symbol, e.date, e.unused_why AS unused, e.document_id AS document, t.state, t.data
    FROM register_entry e LEFT JOIN thing t ON t.id = e.document_id
    WHERE e.issuer_id = ${issuer} AND e.year = ${year} AND e.series <> ${arrivals}
      ${series === undefined ? Prisma.empty : Prisma.sql`AND e.series = ${series}`}
      ${after === null ? Prisma.empty : Prisma.sql`AND (e.series, e.number) > (${after[0]}, ${after[1]})`}
    ORDER BY e.series, e.number LIMIT ${take}`);
  return rows.map(entryOf);
}

function entryOf({ series, number, symbol, date, unused, document, state, data }: Found): OutgoingEntry {
  const content = data?.content;
  const lines = content?.recipients.map((line) => line.replace(/^[-–]\s*/u, '').replace(/[;.]$/u, '')) ?? [];
  // A draft that got another number after this one was given up stands here by its words alone.
  const isThis = data?.symbol === symbol;
  return {
    series,
    number,
    symbol,
    date: date.toISOString().slice(0, 10),
    typeName: content?.typeName ?? 'CÔNG VĂN',
    abstract: content?.abstract ?? '',
    signer: (isThis ? data?.signer?.name : null) ?? content?.signatures[0]?.name ?? '',
    receivers: lines.filter((line) => !line.startsWith('Lưu:')),
    keeper:
      lines
        .find((line) => line.startsWith('Lưu:'))
        ?.slice('Lưu:'.length)
        .trim() ?? '',
    copies: content?.drafterMark?.copies ?? null,
    sentOn: isThis ? (data?.issuedOn ?? null) : null,
    received: {
      answered: isThis ? (data?.recipients.filter(({ confirmed }) => confirmed !== null).length ?? 0) : 0,
      of: isThis ? (data?.recipients.length ?? 0) : 0,
    },
    state: isThis ? state : null,
    unusedWhy: unused,
    documentId: document,
  };
}
