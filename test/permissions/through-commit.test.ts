import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { thingKinds } from '../../domain/process/chart.ts';
import { manyLives } from '../support/lives.ts';
import { type Act, freshWorld } from '../support/world.ts';
import { everybody } from './persons.ts';
import { chartOf, kindOf, type Route } from './things.ts';

type Tried = Act & { route: Route };
type Told = { who: string; what: string; told: string };

const roleOf = new Map(everybody.map(({ id, role }) => [id, role]));
const host = ['host-drafter', 'host-head'];
/** Who may know of a thing of each kind whatever becomes of it, and mostly may not give the command. */
const readers: Record<string, (by: string) => string[]> = {
  scheme: (by) => ['auditor', ...(host.includes(roleOf.get(by) ?? '') ? host.map((role) => `${role}.${by.split('.')[1]}`) : [])],
  round: () => ['auditor', 'host-head.vecom', 'province-officer.dak-nong', 'province-head.dak-nong'],
  council: () => ['auditor', 'signer'],
  document: () => ['auditor'],
  plan: () => ['auditor'],
  clock: () => ['agency-head', 'auditor'],
};
/** Who has nothing to do with any of the lives, among them somebody of each role elsewhere. */
const strangers = (roles: string[]): string[] => {
  const elsewhere = everybody.filter(({ id, role }) => id.endsWith('.dak-nong') && roles.includes(role)).map(({ id }) => id);
  return [...(elsewhere.length > 0 ? elsewhere : ['host-head.dak-nong']), 'administrator'];
};

/** Before each command of whole lives is given for the first time, others try to give it, word for word. */
describe('each command once, in a state that it is for', () => {
  const tried = new Map<string, Tried>();
  const told: Told[] = [];
  let world: Awaited<ReturnType<typeof freshWorld>>;

  const give = async ({ kind, thing, command, input }: Act, by: string): Promise<string> => {
    const { status, refused } = await world.give(kind, thing, command, input, { by });
    return `${status} ${refused?.rule ?? 'accepted'}`;
  };
  const routeOf = async (act: Act): Promise<Route> => {
    const of =
      act.thing ?? (act.input as { roundId?: string; subjects?: string[] }).roundId ?? (act.input as { subjects?: string[] }).subjects?.[0];
    const { rows } = await world.database.query<{ route: Route }>('SELECT route FROM thing WHERE id = $1', [of]);
    return rows[0]?.route ?? (act.input as { route?: Route }).route ?? 'central';
  };
  async function before(act: Act): Promise<void> {
    const route = await routeOf(act);
    const what = `${route} ${act.kind} ${act.command}`;
    if (tried.has(what)) return;
    tried.set(what, { ...act, route });
    const roles = chartOf(route, act.kind).commands[act.command]?.by.map(({ role }) => role) ?? [];
    const open = act.kind === 'round' || act.kind === 'clock' || act.thing === null;
    for (const who of open ? [] : strangers(roles)) told.push({ who: 'stranger', what: `${who}: ${what}`, told: await give(act, who) });
    for (const who of readers[act.kind]?.(act.by) ?? []) {
      const foreign = act.thing !== null && who.endsWith('.dak-nong');
      if (foreign || !roles.includes(roleOf.get(who) ?? ''))
        told.push({ who: 'reader', what: `${who}: ${what}`, told: await give(act, who) });
    }
  }

  beforeAll(async () => {
    world = await freshWorld({ before });
    await manyLives(world);
  }, 120_000);
  afterAll(() => world.close());

  const answers = (who: string) => [...new Set(told.filter((one) => one.who === who).map((one) => one.told))];
  const peoples = (route: Route) =>
    thingKinds.flatMap((kind) =>
      Object.entries(chartOf(route, kind).commands)
        .filter(([, { by }]) => by.some(({ of }) => of !== 'process'))
        .map(([name]) => `${route} ${kind} ${name}`),
    );

  test('the lives gave every command that people may give on the central route', () => {
    expect(peoples('central').filter((what) => !tried.has(what))).toEqual([]);
    expect([...tried.keys()].filter((what) => what.startsWith('local')).length).toBeGreaterThan(25);
  });

  test('people of other organisations are told that there is no such thing', () => {
    expect(told.filter(({ who }) => who === 'stranger').length).toBeGreaterThan(150);
    expect(told.filter((one) => one.who === 'stranger' && one.told !== '404 thing.unknown')).toEqual([]);
    expect(answers('stranger')).toEqual(['404 thing.unknown']);
  });

  test('people who may know of it, but whose part it is not, are told so', () => {
    expect(told.filter((one) => one.who === 'reader' && one.told !== '403 role.not-yours')).toEqual([]);
    expect(answers('reader')).toEqual(['403 role.not-yours']);
  });

  test('whose part it was is told that it is too late, once the thing has gone on', async () => {
    const late: string[] = [];
    for (const [what, act] of tried) {
      if (act.thing === null || kindOf(act.kind).commands[act.command]?.creates) continue;
      const { in: states } = chartOf(act.route, act.kind).commands[act.command] ?? { in: ['*'] };
      if (states.includes('*') || states.includes(await world.stateOf(act.thing))) continue;
      late.push(`${what}: ${await give(act, act.by)}`);
    }
    expect(late.length).toBeGreaterThan(60);
    const known = late.filter((one) => !one.endsWith('409 state.not-now'));
    expect(known, 'who declined a seat may know no more of the council').toEqual([
      'central council decline-appointment: 404 thing.unknown',
    ]);
  });

  test('what was refused left no fact behind, and each refusal for a reason of the rules is kept', async () => {
    const { rows } = await world.database.query<{ count: number }>(
      'SELECT count(*)::int FROM fact f JOIN command c ON c.id = f.command_id WHERE c.status >= 300',
    );
    expect(rows[0]?.count).toBe(0);
    const kept = await world.database.query<{ count: number }>('SELECT count(*)::int FROM command WHERE status = 403');
    expect(kept.rows[0]?.count).toBe(told.filter((one) => one.told.startsWith('403')).length);
  });
});
