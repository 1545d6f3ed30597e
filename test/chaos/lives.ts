import { appointCouncil, holdSession, type OnAgenda } from '../../demo/appraising.ts';
import { accept, advance, central, closeAndArchive, contract, pay, review, settle, type Work } from '../../demo/carrying-out.ts';
import type { Client } from '../../demo/client.ts';
import { proposalOf } from '../../demo/proposals.ts';
import { agency, drawnUp, issue, ministry } from '../../demo/signing.ts';
import { type Tale, tales } from '../../demo/tales.ts';

const programme = '645-2021-2025';
export const roundId = `${programme}.2022.central`;
const round = `rounds/${encodeURIComponent(roundId)}`;
const supportDong = 100_000_000;
const totalDong = 2 * supportDong;

const like = tales.find(({ name }) => name === 'VECOM 1') as Tale;
const tale = (name: string, ends: Tale['ends']): Tale => ({
  ...like,
  name,
  title: `${like.title} (${name})`,
  sums: { programme: supportDong, other: supportDong, otherSource: 'enterprise' },
  ends,
});

/** Six lives: three to the archive, one that is withdrawn, one refused by the council, one too late. */
const cast: Tale[] = [
  tale('1', 'closed'),
  tale('2', 'closed'),
  tale('3', 'closed'),
  tale('4', 'withdrawn'),
  { ...tale('5', 'refused'), vote: 'fail' },
  tale('6', 'late'),
];
const lastStates: Record<string, string> = { closed: 'archived', withdrawn: 'withdrawn', refused: 'refused', late: 'late' };

export type Lived = { id: string; shouldEnd: string };

/** Whole lives side by side, told over HTTP: a round, schemes from draft to archive, a council's session, documents signed. Gives how each should end. */
export async function tellLives(client: Client): Promise<Lived[]> {
  await client.make('agency-head', '/api/rounds', 'round', {
    programme,
    year: 2022,
    route: 'central',
    ceilings: [{ source: 'programme', ceilingDong: 1_000_000_000 }],
  });
  const all = await Promise.all(cast.map((one) => draft(client, one)));
  const council = appointCouncil(client, roundId);
  const submitted = all.filter(({ tale: { ends } }) => ends !== 'late');
  await Promise.all(submitted.map((one) => submitAndTakeIn(client, one)));
  const agenda = submitted.filter(({ tale: { ends } }) => ends !== 'withdrawn');
  const appointed = await council;
  await client.moveClock('2022-04-04');
  await holdSession(client, appointed, agenda, () => client.moveClock('2022-04-20'));
  await decide(client, agenda);
  const approved = agenda.filter(({ tale: { ends } }) => ends === 'closed');
  await allocate(client, approved);
  await client.moveClock('2022-05-30');
  const works = approved.map(workOf);
  await Promise.all(works.map((work) => contract(client, work)));
  await client.moveClock('2022-06-08');
  const advances = await Promise.all(works.map((work) => advance(client, work, 0.7)));
  await client.moveClock('2022-07-04');
  await Promise.all(works.map((work, i) => finish(client, work, advances[i] ?? 0)));
  return all.map(({ id, tale: { ends } }) => ({ id, shouldEnd: lastStates[ends] ?? ends }));
}

async function draft(client: Client, one: Tale): Promise<OnAgenda> {
  const proposal = proposalOf(one, { plan: { items: [] } }, 2022);
  const id = await client.make(`host-drafter.${one.host}`, '/api/schemes', `scheme/${one.name}`, { roundId, proposal });
  return { tale: one, id };
}

async function submitAndTakeIn(client: Client, { tale: { ends }, id }: OnAgenda): Promise<void> {
  const thing = `schemes/${id}`;
  await client.give('host-head.vecom', thing, 'submit');
  await client.reached('agency-officer', thing, 'in-intake');
  if (ends === 'withdrawn') await client.give('host-head.vecom', thing, 'withdraw', { reason: 'Đã có nguồn khác.' });
  else await client.give('agency-officer', thing, 'accept-file', {});
}

const shareOf = ({ id }: OnAgenda) => ({ schemeId: id, amounts: [{ source: 'programme', year: 2022, amountDong: supportDong }] });

async function decide(client: Client, agenda: OnAgenda[]): Promise<void> {
  const good = agenda.filter(({ tale: { vote } }) => vote === 'pass');
  const bad = agenda.filter(({ tale: { vote } }) => vote === 'fail');
  await Promise.all(good.map(({ id }) => client.reached('auditor', `schemes/${id}`, 'recommended')));
  await Promise.all(bad.map(({ id }) => client.reached('auditor', `schemes/${id}`, 'not-recommended')));
  const schemes = good.map(({ id }, i) => ({ schemeId: id, place: i + 1, proposedDong: supportDong, list: 'ranked' }));
  await client.give('agency-officer', round, 'rank-schemes', { schemes });
  await Promise.all(good.map(({ id }) => client.reached('auditor', `schemes/${id}`, 'ranked')));
  const list = [
    ...good.map((one) => ({ ...shareOf(one), outcome: 'approve' })),
    ...bad.map(({ id }) => ({ schemeId: id, outcome: 'refuse', reason: 'Hội đồng thẩm định không đề nghị.' })),
  ];
  await client.give('agency-officer', round, 'propose-decision', { list });
  await issueAll(client, ['submission', 'approval-decision', 'refusal']);
  await Promise.all(good.map(({ id }) => client.reached('auditor', `schemes/${id}`, 'approved')));
  // The round hears of each decision before its schemes do: money is given out once it has heard of all.
  await Promise.all(bad.map(({ id }) => client.reached('auditor', `schemes/${id}`, 'refused')));
}

async function allocate(client: Client, approved: OnAgenda[]): Promise<void> {
  await client.give('finance-officer', round, 'propose-allocation', {
    list: approved.map(shareOf),
    estimate: 'Quyết định giao dự toán năm 2022 (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)',
  });
  await issueAll(client, ['allocation-decision']);
  await Promise.all(approved.map(({ id }) => client.reached('auditor', `schemes/${id}`, 'allocated')));
}

/** Takes the round's papers of these types, all of which must have been drawn up, to their issue. */
async function issueAll(client: Client, types: string[]): Promise<void> {
  for (const type of types) {
    const papers = await drawnUp(client, 'agency-officer', `round=${encodeURIComponent(roundId)}`, type);
    for (const { id } of papers) await issue(client, type === 'submission' ? agency : ministry, id);
  }
}

const workOf = ({ tale: { name, host, output }, id }: OnAgenda, i: number): Work => ({
  id,
  name,
  people: central(host),
  sumDong: supportDong,
  volume: output.volume,
  number: i + 1,
  slips: `KB22-${i + 1}`,
  signedOn: '2022-05-30',
  advancedOn: '2022-06-08',
});

async function finish(client: Client, work: Work, advancedDong: number): Promise<void> {
  const thing = `schemes/${work.id}`;
  await accept(client, work);
  await client.reached('auditor', thing, 'settling');
  await pay(client, work, work.sumDong, work.sumDong - advancedDong, '2022-07-04');
  const others = [{ source: 'enterprise', amountDong: supportDong }];
  await settle(client, work, { totalDong, supportDong, others, vouchersOn: ['2022-06-20', '2022-07-01'] });
  await review(client, work, work.sumDong, work.sumDong);
  await client.reached('auditor', thing, 'settled');
  await closeAndArchive(client, work);
}
