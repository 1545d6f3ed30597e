import { arrivals } from '../../domain/incoming/commands/register-incoming.ts';
import { officesOf } from '../../domain/process/permit.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';

/**
 * An organisation whose books somebody may see: the clerk who keeps them (a ministry's also those of its agency, a province's those of its departments),
 * the heads of the house itself, and the auditor. @throws ProblemError 404 for anybody else, and where there is no such organisation
 */
export async function houseOf(id: string, caller: Caller, { reader }: Pick<Parts, 'reader'>): Promise<{ id: string; name: string }> {
  const organisation = await reader.organisation.findUnique({
    where: { id },
    select: { id: true, name: true, parentId: true, provinceId: true },
  });
  if (!organisation || !maySee(organisation, caller)) throw new ProblemError('not-found');
  return organisation;
}

type House = { id: string; parentId: string | null; provinceId: string | null };

/** Whether somebody may see the books of a house. */
function maySee({ id, parentId, provinceId }: House, caller: Caller): boolean {
  return caller.positions.some((position) => {
    if (position.role === 'auditor') return true;
    const offices = officesOf(position);
    if (heads.has(position.role)) return offices.some(({ organisationId }) => organisationId === id);
    if (position.role !== 'clerk') return false;
    return offices.some(
      (one) => one.organisationId === id || one.organisationId === parentId || (provinceId !== null && one.provinceId === provinceId),
    );
  });
}

/** One year of a house's books: how many numbers were given to what went out, and how many to what came in. */
export type BookYear = { house: string; name: string; year: number; outgoing: number; incoming: number };

/** All books that somebody may see, house by house, the latest year first. */
export async function booksOf(caller: Caller, { reader }: Pick<Parts, 'reader'>): Promise<BookYear[]> {
  const registers = await reader.register.findMany();
  const houses = await reader.organisation.findMany({
    where: { id: { in: [...new Set(registers.map(({ issuerId }) => issuerId))] } },
    select: { id: true, name: true, parentId: true, provinceId: true },
  });
  const names = new Map(houses.filter((house) => maySee(house, caller)).map(({ id, name }) => [id, name]));
  const books = Map.groupBy(
    registers.filter(({ issuerId }) => names.has(issuerId)),
    ({ issuerId, year }) => `${issuerId} ${year}`,
  );
  const years = [...books.values()].map((here) => {
    const { issuerId: house = '', year = 0 } = here[0] ?? {};
    const given = (incoming: boolean) => here.reduce((sum, { series, last }) => ((series === arrivals) === incoming ? sum + last : sum), 0);
    return { house, name: names.get(house) ?? house, year, outgoing: given(false), incoming: given(true) };
  });
  return years.toSorted((a, b) => a.name.localeCompare(b.name, 'vi') || b.year - a.year);
}

const heads = new Set(['signer', 'agency-head', 'province-head', 'host-head']);
