import type { ClockData } from '../domain/clock/kind.ts';
import type { Council } from '../domain/council/state.ts';
import type { DocumentRecord } from '../domain/document/state.ts';
import type { Incoming } from '../domain/incoming/kind.ts';
import type { PlanData } from '../domain/plan/kind.ts';
import type { ThingKind } from '../domain/process/chart.ts';
import type { Round } from '../domain/round/state.ts';
import { totals } from '../domain/scheme/budget.ts';
import type { Scheme } from '../domain/scheme/state.ts';

/** One row of a read table, made from the thing's state alone. */
export type Row = { table: string; columns: Record<string, unknown> };
export type Projected = { id: string; state: string; data: unknown; readers: string[]; createdAt: string; updatedAt: string };

/** Text as it is searched: lower case, without diacritics. */
export const searchable = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();

const sum = (amounts: { amountDong: number }[] | undefined): number | null =>
  amounts?.reduce((total, a) => total + a.amountDong, 0) ?? null;

const sourcesOf = ({ lines }: Scheme['proposal']): string[] =>
  [...new Set(lines.flatMap(({ funding }) => funding.filter(({ amountDong }) => amountDong > 0).map(({ source }) => source)))].toSorted();

function schemeRow({ id, state, data, readers, createdAt, updatedAt }: Projected): Row {
  const s = data as Scheme;
  const { totalDong, supportDong } = totals(s.proposal, s.route);
  return {
    table: 'scheme',
    columns: {
      id,
      state,
      title: s.proposal.title,
      round_id: s.roundId,
      route: s.route,
      host_id: s.host.id,
      province_id: s.provinceId,
      content_item: s.proposal.contentItem,
      year: s.year,
      total_dong: totalDong,
      support_dong: supportDong,
      approved_dong: sum(s.approved?.amounts),
      allocated_dong: sum(s.allocation?.amounts),
      paid_dong: s.paidDong,
      settled_dong: s.settlement.confirmedOn ? s.settlement.allowedDong : null,
      plan_id: s.planItem?.planId ?? null,
      plan_item: s.planItem?.key ?? s.planItem?.number ?? null,
      sources: sourcesOf(s.proposal),
      search: searchable(`${s.proposal.title} ${s.host.name}`),
      readers,
      created_at: createdAt,
      updated_at: updatedAt,
    },
  };
}

function roundRow({ id, state, data, readers, createdAt }: Projected): Row {
  const r = data as Round;
  return {
    table: 'round',
    columns: {
      id,
      state,
      programme: r.programme,
      year: r.year,
      route: r.route,
      owner_id: r.ownerId,
      closes_at: r.closesAt,
      readers,
      created_at: createdAt,
    },
  };
}

function councilRow({ id, state, data, readers, createdAt }: Projected): Row {
  const c = data as Council;
  const members = c.members.filter((m) => m.answer !== 'declined').map((m) => m.personId);
  return { table: 'council', columns: { id, state, round_id: c.roundId, name: c.name, members, readers, created_at: createdAt } };
}

function documentRow({ id, state, data, readers, createdAt }: Projected): Row {
  const d = data as DocumentRecord;
  return {
    table: 'document',
    columns: {
      id,
      state,
      type: d.type,
      title: d.title,
      issuer_id: d.issuerId,
      number: d.number,
      symbol: d.symbol,
      date: d.date,
      round_id: d.roundId,
      scheme_id: d.schemeId,
      council_id: d.councilId,
      subjects: d.subjects,
      file: d.file,
      former_files: d.formerFiles ?? [],
      stamp_holds_until: d.stampHoldsUntil ?? null,
      code: d.code,
      readers,
      created_at: createdAt,
    },
  };
}

function incomingRow({ id, state, data, readers, createdAt }: Projected): Row {
  const { ownerId, number, arrivedOn, author, symbol, date, typeName, subject, handler, exchangeId, duplicateOf, files } = data as Incoming;
  return {
    table: 'incoming',
    columns: {
      id,
      state,
      owner_id: ownerId,
      number,
      year: Number(arrivedOn.slice(0, 4)),
      arrived_on: arrivedOn,
      author,
      symbol,
      date,
      type_name: typeName,
      subject,
      handler,
      exchange_id: exchangeId,
      duplicate_of: duplicateOf?.id ?? null,
      files: files.map(({ sha256 }) => sha256),
      readers,
      created_at: createdAt,
    },
  };
}

function planRow({ id, data, readers, createdAt }: Projected): Row {
  const p = data as PlanData;
  const years = p.plan.years;
  return {
    table: 'plan',
    columns: {
      id,
      title: p.title,
      province_id: p.provinceId,
      from_year: years.length > 0 ? Math.min(...years) : null,
      to_year: years.length > 0 ? Math.max(...years) : null,
      total_dong: p.plan.total?.totalDong ?? 0,
      differences: p.differences.length,
      file: p.file,
      readers,
      created_at: createdAt,
    },
  };
}

function clockRow({ id, data }: Projected): Row {
  const c = data as ClockData;
  return { table: 'programme_clock', columns: { id, now: c.now, target: c.target } };
}

const rows: Record<ThingKind, (thing: Projected) => Row> = {
  scheme: schemeRow,
  round: roundRow,
  council: councilRow,
  document: documentRow,
  incoming: incomingRow,
  plan: planRow,
  clock: clockRow,
};

/** The row of a thing in its kind's read table. */
export const rowOf = (kind: ThingKind, thing: Projected): Row => rows[kind](thing);
