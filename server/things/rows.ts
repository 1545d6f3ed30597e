import { z } from 'zod';
import type { Council, Document, Incoming, Plan, Round, Scheme } from '../../prisma/generated/client.ts';
import { Day, Dong, Id, Instant, TitleText } from '../http/common.ts';

const state = { state: z.string(), stateTitle: TitleText };

/** Things as lists show them: what their read tables hold. Sums in đồng. */
export const SchemeRow = z
  .object({
    id: Id,
    title: z.string(),
    ...state,
    roundId: Id,
    route: z.string(),
    hostId: z.string(),
    hostName: z.string(),
    provinceId: z.string().nullable(),
    contentItem: z.string(),
    year: z.int(),
    totalDong: Dong,
    supportDong: Dong,
    approvedDong: Dong.nullable(),
    allocatedDong: Dong.nullable(),
    paidDong: Dong,
    settledDong: Dong.nullable(),
    sources: z.array(z.string()).meta({ description: 'Sources of money that the budget names.' }),
    planId: z.string().nullable(),
    planItem: z.string().nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'SchemeRow' });
export const RoundRow = z
  .object({
    id: Id,
    title: z.string(),
    ...state,
    programme: z.string(),
    year: z.int(),
    route: z.string(),
    ownerId: z.string(),
    closesAt: Instant,
    createdAt: Instant,
  })
  .meta({ id: 'RoundRow' });
export const CouncilRow = z
  .object({ id: Id, title: z.string(), ...state, roundId: Id, members: z.array(z.string()), createdAt: Instant })
  .meta({ id: 'CouncilRow' });
export const DocumentRow = z
  .object({
    id: Id,
    title: z.string(),
    ...state,
    type: z.string(),
    issuerId: z.string(),
    number: z.int().nullable(),
    symbol: z.string().nullable(),
    date: Day.nullable(),
    roundId: z.string().nullable(),
    schemeId: z.string().nullable(),
    councilId: z.string().nullable(),
    subjects: z.array(z.string()),
    file: z.string().nullable(),
    code: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'DocumentRow' });
export const IncomingRow = z
  .object({
    id: Id,
    title: z.string(),
    ...state,
    ownerId: z.string(),
    number: z.int(),
    year: z.int(),
    arrivedOn: Day,
    author: z.string(),
    symbol: z.string().nullable(),
    date: Day.nullable(),
    typeName: z.string(),
    subject: z.string(),
    handler: z.string().nullable(),
    exchangeId: z.string().nullable(),
    duplicateOf: z.string().nullable(),
    files: z.array(z.string()),
    createdAt: Instant,
  })
  .meta({ id: 'IncomingRow' });
export const PlanRow = z
  .object({
    id: Id,
    title: z.string(),
    ...state,
    provinceId: z.string(),
    fromYear: z.int().nullable(),
    toYear: z.int().nullable(),
    totalDong: Dong,
    differenceCount: z.int(),
    file: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'PlanRow' });

type Titled<T> = T & { stateTitle: { vi: string; en: string } };
const number = (sum: bigint | null) => (sum === null ? null : Number(sum));

export const schemeRow = ({ readers: _, search: __, ...row }: Titled<Scheme>, hostName: string): z.infer<typeof SchemeRow> => ({
  ...row,
  hostName,
  totalDong: Number(row.totalDong),
  supportDong: Number(row.supportDong),
  approvedDong: number(row.approvedDong),
  allocatedDong: number(row.allocatedDong),
  paidDong: Number(row.paidDong),
  settledDong: number(row.settledDong),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

export const roundRow = ({ readers: _, ...row }: Titled<Round>, title: string): z.infer<typeof RoundRow> => ({
  ...row,
  title,
  closesAt: row.closesAt.toISOString(),
  createdAt: row.createdAt.toISOString(),
});

export const councilRow = ({ readers: _, name, ...row }: Titled<Council>): z.infer<typeof CouncilRow> => ({
  ...row,
  title: name,
  createdAt: row.createdAt.toISOString(),
});

export const documentRow = ({
  readers: _,
  formerFiles: __,
  stampHoldsUntil: ___,
  ...row
}: Titled<Document>): z.infer<typeof DocumentRow> => ({
  ...row,
  date: row.date?.toISOString().slice(0, 10) ?? null,
  createdAt: row.createdAt.toISOString(),
});

export const incomingRow = ({ readers: _, ...row }: Titled<Incoming>): z.infer<typeof IncomingRow> => ({
  ...row,
  title: `${row.typeName} ${row.symbol ?? ''}`.trim(),
  arrivedOn: row.arrivedOn.toISOString().slice(0, 10),
  date: row.date?.toISOString().slice(0, 10) ?? null,
  createdAt: row.createdAt.toISOString(),
});

export const planRow = ({ readers: _, differences, ...row }: Titled<Plan> & { state: string }): z.infer<typeof PlanRow> => ({
  ...row,
  totalDong: Number(row.totalDong),
  differenceCount: differences,
  createdAt: row.createdAt.toISOString(),
});
