import { randomUUID } from 'node:crypto';
import { type Acting, openActing, roundId } from './acting.ts';
import { openBare } from './bare-transaction.ts';
import { type HttpClient, openHttp, signIn } from './http-client.ts';
import { type Finding, median, ms, perSecond, share, times, took } from './measure.ts';
import type { OwnServices } from './own-services.ts';

const clients = 50;
const rounds = 5;
/** Ballots that one client casts one after the other in each round; each of the many in each round; each of those on one council. */
const alone = 90;
const eachOfMany = 18;
const eachOnOne = 9;
const agendaOfEach = 12;
const agendaOfOne = clients;
const sessionDay = '2022-03-15';

const seats = ['chair', 'deputy', 'reviewer', 'reviewer', 'secretary', 'member', 'member', 'member', 'member'];
const members = seats.map((_, i) => `council-${i + 1}`);
type Council = { id: string; agenda: string[] };
type Ballot = { council: string; schemeId: string; person: string };

/** A ballot over HTTP, with sign-in, permission, rules, hash chain and audit, against the least that a database can do for it: one insert and one update. */
export async function ballot(own: OwnServices): Promise<Finding> {
  const database = await own.database();
  const acting = await openActing(database);
  const many = await councils(acting, clients, agendaOfEach, agendaOfOne, rounds + 1);
  await acting.close();
  const { port } = await own.server(database);
  const connections = await Promise.all(Array.from({ length: clients }, () => openHttp(port)));
  const bare = await openBare(database, clients);
  const cast = await voters(connections);

  const single = many.large[rounds] as Council;
  const oneByOne = ballotsOf(single);
  const streams = many.small.map(ballotsOf);
  await Promise.all(streams.map((stream, i) => cast(connections[i] as HttpClient, stream.splice(0, 4)))); // warm
  await Promise.all(Array.from({ length: clients }, (_, i) => bare.run(i, 20)));

  const p50 = { ours: [] as number[], bare: [] as number[] };
  const rate = { bare: [] as number[], many: [] as number[], one: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const inTurn = { ours: [] as number[], bare: [] as number[] };
    for (const one of oneByOne.splice(0, alone)) {
      inTurn.bare.push(...(await bare.run(0, 1)));
      inTurn.ours.push(...(await cast(connections[0] as HttpClient, [one])));
    }
    p50.bare.push(median(inTurn.bare));
    p50.ours.push(median(inTurn.ours));
    rate.bare.push(await throughput(clients, 60, (i) => bare.run(i, 60)));
    rate.many.push(await throughput(clients, eachOfMany, (i) => cast(connections[i] as HttpClient, streams[i]!.splice(0, eachOfMany))));
    const one = ballotsOf(many.large[round] as Council);
    const items = Map.groupBy(one, ({ schemeId }) => schemeId)
      .values()
      .toArray();
    rate.one.push(await throughput(clients, eachOnOne, (i) => cast(connections[i] as HttpClient, items[i] ?? [])));
  }
  for (const connection of connections) connection.close();
  await bare.close();

  const [ours, base] = [median(p50.ours), median(p50.bare)];
  const [bareRate, manyRate, oneRate] = [median(rate.bare), median(rate.many), median(rate.one)];
  const baseline = `${perSecond(bareRate)}, bare at ${clients} clients`;
  return {
    rows: [
      {
        what: 'cast-ballot over HTTP, 1 client, p50',
        figure: ms(ours),
        baseline: `${ms(base)}, bare transaction`,
        ratio: times(ours / base),
        target: '≤ 5×',
        met: ours / base <= 5,
      },
      {
        what: `cast-ballot, ${clients} clients on ${clients} councils`,
        figure: perSecond(manyRate),
        baseline,
        ratio: share(manyRate / bareRate),
        target: '≥ 20 %',
        met: manyRate / bareRate >= 0.2,
      },
      {
        what: `cast-ballot, ${clients} clients on one council`,
        figure: perSecond(oneRate),
        baseline,
        ratio: share(oneRate / bareRate),
        target: '≥ 10 %',
        met: oneRate / bareRate >= 0.1,
      },
    ],
    notes: [
      `Medians of ${rounds} rounds, bare and ours in turn (alone, one by one): ${alone} ballots alone, ${clients * eachOfMany} on ${clients} councils, ${clients * eachOnOne} on one council. A council has nine members: on one council each client takes an item of its own on the agenda, and every ballot locks the council's one row.`,
      'The bare transaction is BEGIN, one INSERT, one UPDATE, COMMIT as prepared statements of `pg`, from the measuring process straight to the same PostgreSQL (fsync on), each client on a row and a connection of its own. The server has its usual pool (DATABASE_POOL).',
      'Councils, sessions and the first item of each were made by their commands; the other items are copies of the first, all of them being voted on at once, which a real session does one after the other.',
    ],
  };
}

/** So many a second, by all clients together. */
async function throughput(count: number, each: number, work: (client: number) => Promise<unknown>): Promise<number> {
  const inMs = await took(() => Promise.all(Array.from({ length: count }, (_, i) => work(i))));
  return (count * each * 1000) / inMs;
}

const ballotsOf = ({ id, agenda }: Council): Ballot[] =>
  agenda.flatMap((schemeId) => members.map((person) => ({ council: id, schemeId, person })));

/** Casts ballots one after the other and gives how long each took, in milliseconds. */
async function voters(connections: HttpClient[]) {
  const tokens = new Map<string, string>();
  for (const person of members) tokens.set(person, await signIn(connections[0] as HttpClient, person));
  return async (client: HttpClient, ballots: Ballot[]): Promise<number[]> => {
    const all: number[] = [];
    for (const { council, schemeId, person } of ballots) {
      const began = performance.now();
      const { status, body } = await client.send('POST', `/api/councils/${council}/commands/cast-ballot`, {
        token: tokens.get(person) ?? '',
        key: randomUUID(),
        body: { schemeId, vote: 'pass' },
      });
      all.push(performance.now() - began);
      if (status !== 200) throw new Error(`A ballot was answered ${status}: ${body}`);
    }
    return all;
  };
}

async function councils(acting: Acting, small: number, smallAgenda: number, largeAgenda: number, large: number) {
  await acting.openRound();
  const schemes: string[] = [];
  for (let i = 0; i < largeAgenda; i += 1) {
    const id = await acting.draft(`Đề án mẫu ${i + 1} (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)`);
    await acting.act('host-head.vecom', 'scheme', id, 'submit');
    await acting.act('agency-officer', 'scheme', id, 'accept-file');
    schemes.push(id);
  }
  const made: Council[] = [];
  for (let i = 0; i < small + large; i += 1) {
    const agenda = schemes.slice(0, i < small ? smallAgenda : largeAgenda);
    made.push({ id: await called(acting, agenda), agenda });
  }
  await acting.moveTo(sessionDay);
  for (const council of made) await balloting(acting, council);
  return { small: made.slice(0, small), large: made.slice(small) };
}

/** A council, appointed and accepted, whose session is called. */
async function called(acting: Acting, agenda: string[]): Promise<string> {
  const { id } = await acting.act('agency-head', 'council', null, 'propose-council', {
    roundId,
    name: 'Hội đồng thẩm định (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)',
    members: members.map((personId, i) => ({ personId, role: seats[i] })),
  });
  await acting.act('process', 'council', id, 'appoint', { documentId: id, symbol: '1/QĐ-BCT', date: '2022-01-10' });
  for (const person of members) await acting.act(person, 'council', id, 'accept-appointment');
  await acting.act('council-5', 'council', id, 'call-session', { date: sessionDay, time: '08:30', place: 'Phòng họp số 2', agenda });
  return id;
}

/** Everybody is there; the first item has its sheets and its ballot open, and the others are made like it. */
async function balloting(acting: Acting, { id, agenda }: Council): Promise<void> {
  const attendance = members.map((personId) => ({ personId, present: true }));
  await acting.act('council-5', 'council', id, 'record-attendance', { attendance });
  const schemeId = agenda[0] as string;
  await acting.act('council-1', 'council', id, 'open-item', { schemeId });
  const points = { need: 14, content: 38, capacity: 32, effect: 9 };
  const scores = Object.entries(points).map(([criterion, given]) => ({ criterion, points: given }));
  for (const person of members)
    await acting.act(person, 'council', id, 'submit-score-sheet', { schemeId, scores, comment: 'Phù hợp với mục tiêu chương trình.' });
  await acting.act('council-1', 'council', id, 'open-ballot', { schemeId });
  await acting.database.query(
    `UPDATE thing_part p SET data = m.data || jsonb_build_object('schemeId', p.data->'schemeId', 'title', p.data->'title', 'order', p.data->'order')
      FROM thing_part m WHERE p.thing_id = $1 AND m.thing_id = $1 AND m.key = $2 AND p.key <> $2`,
    [id, schemeId],
  );
}
