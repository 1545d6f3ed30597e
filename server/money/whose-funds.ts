import { officesOf } from '../../domain/process/permit.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';

/** Roles that look into all funds of the programme, and those that look into their own province's. */
const ofCentre = new Set(['agency-officer', 'agency-head', 'signer', 'finance-officer', 'finance-head', 'auditor']);
const ofProvince = new Set(['province-officer', 'province-head', 'local-finance']);

/** The funds that somebody may look into. @throws ProblemError 403 for whoever looks into none */
export function whoseFunds(caller: Caller): Prisma.FundWhereInput {
  if (caller.positions.some(({ role }) => ofCentre.has(role))) return {};
  const offices = caller.positions.filter(({ role }) => ofProvince.has(role)).flatMap(officesOf);
  const provinces = offices.flatMap(({ provinceId }) => provinceId ?? []);
  if (provinces.length === 0) throw new ProblemError('forbidden');
  return { ownerId: { in: provinces } };
}
