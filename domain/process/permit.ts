import type { Actor, HeldPosition, Office } from '../command.ts';
import type { Chart, ChartCommand, Holder } from './chart.ts';

/** The people of one thing: which organisation (or organisations) stands behind each relation, and who holds a role by name. */
export type People = { relations: Record<string, string | string[]>; roster: Record<string, string[]> };

/** The offices that a position stands for: its own, and those that were merged into it. */
export const officesOf = ({ organisationId, provinceId, formerly = [] }: HeldPosition): Office[] => [
  { organisationId, provinceId },
  ...formerly,
];

/** By which a written authority meets the documents of one type that an organisation issues. */
export const delegationKey = (organisationId: string, type: string): string => `delegate:${organisationId}/${type}`;

/**
 * The keys by which a position meets a relation: its organisations and their provinces. A written authority reaches no further than the
 * documents it names.
 */
export function positionKeys(p: HeldPosition): string[] {
  if (p.delegated)
    return officesOf(p).flatMap(({ organisationId }) => p.delegated?.map((type) => delegationKey(organisationId, type)) ?? []);
  const organisations = officesOf(p).map(({ organisationId }) => `org:${organisationId}`);
  const provinces = officesOf(p).flatMap(({ provinceId }) => (provinceId ? [`province:${provinceId}`] : []));
  return [...organisations, ...new Set(provinces)];
}

/** Roles that go by name and not by position: of those appointed to a council, and of those whom a document names as its signatories. */
const byName = new Set(['council', 'named']);

/** Whether the actor is such a holder for this thing. */
export function holds(holder: Holder, actor: Actor, people: People): boolean {
  if (holder.of === 'process') return actor.id === 'process';
  if (byName.has(holder.of)) return people.roster[holder.role]?.includes(actor.id) ?? false;
  const mine = actor.positions.filter((p) => p.role === holder.role);
  if (holder.of === 'any') return mine.length > 0;
  const relation = people.relations[holder.of];
  return relation !== undefined && mine.some((p) => positionKeys(p).some((key) => [relation].flat().includes(key)));
}

/** As whom the actor may give the command, or null. */
export function permit(command: ChartCommand, actor: Actor, people: People): Holder | null {
  return command.by.find((holder) => holds(holder, actor, people)) ?? null;
}

/** Whether the actor holds a role in which something is begun: whose it will be is known only from its first fact, of which the command's own rule judges. */
export const holdsRole = (command: ChartCommand | undefined, { positions }: Pick<Actor, 'positions'>): boolean =>
  command?.by.some(({ role }) => positions.some((held) => held.role === role)) ?? false;

/** The commands that the actor may give in this state, whatever their content: what a page offers. */
export function openCommands(chart: Chart, state: string, actor: Actor, people: People, doers: Record<string, string>): string[] {
  return Object.entries(chart.commands)
    .filter(([, c]) => c.in.includes(state) || c.in.includes('*'))
    .filter(([, c]) => {
      const holder = permit(c, actor, people);
      return holder !== null && apartBreach(c, holder, actor, doers) === null;
    })
    .map(([name]) => name);
}

/** The type of fact that this same person brought about and that bars them here (duties apart), or null. The process is never barred. */
export function apartBreach(command: ChartCommand, holder: Holder, actor: Actor, doers: Record<string, string>): string | null {
  if (actor.id === 'process') return null;
  const bars = [...(command.apartFrom ?? []), ...(holder.as ? (command.apartAs?.[holder.as] ?? []) : [])];
  return bars.find((type) => doers[type] === actor.id) ?? null;
}

/** In whose inbox a thing waits, or who gets a letter, as keys: role@org:ID, role@province:ID, role@any or person:ID. */
export function holderKeys(holders: Holder[], people: People): string[] {
  return holders.flatMap((h) => {
    if (h.of === 'process') return [];
    if (h.of === 'any') return [`${h.role}@any`];
    if (byName.has(h.of)) return (people.roster[h.role] ?? []).map((id) => `person:${id}`);
    const relation = people.relations[h.of];
    return relation === undefined ? [] : [relation].flat().map((key) => `${h.role}@${key}`);
  });
}

/** The inbox keys of a person. */
export const inboxKeys = (actor: Actor): string[] => [
  `person:${actor.id}`,
  ...actor.positions.flatMap((p) => positionKeys(p).map((key) => `${p.role}@${key}`)),
];

/** Roles whose work is the whole province's. Whoever holds another one there (a host, an expert on a council) has to do with their own office alone. */
const provincial = new Set(['province-officer', 'province-head', 'local-finance', 'format-checker', 'clerk']);

/** The keys by which a person may read things. An auditor reads all, an administrator none; who does not work for the province reads their own office's. */
export function readerKeys(actor: Actor): string[] {
  const keys = new Set([`person:${actor.id}`]);
  for (const p of actor.positions) {
    if (p.role === 'administrator') continue;
    if (p.role === 'auditor') keys.add('role:auditor');
    else if (p.delegated || provincial.has(p.role)) for (const key of positionKeys(p)) keys.add(key);
    else for (const { organisationId } of officesOf(p)) keys.add(`org:${organisationId}`);
  }
  return [...keys];
}
