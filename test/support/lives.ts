import { readFileSync } from 'node:fs';
import { readPlan } from '../../server/plans/read-plan.ts';
import { appointCouncil, appraise, dissent, endSession, openSession } from './appraising.ts';
import { councilThatDoesNotComeToIt, documentsWithTrouble, schemesThatDoNotGoOn } from './asides.ts';
import {
  accept,
  advance,
  advanceApproved,
  closeAndArchive,
  contract,
  file,
  pay,
  recordSlip,
  refused,
  settle,
  type Work,
} from './carrying-out.ts';
import { binhDinh, binhDinhLocal, type Cast, vecom } from './cast.ts';
import { allocate, appraised, approve, eligible, issueAll, openRound, roundOf, trainingOf } from './deciding.ts';
import type { World } from './world.ts';

export const million = 1_000_000;
const sumDong = 50 * million;

/** Schemes of one round whose contracts are concluded, each of fifty million đồng, without a council; the round was opened with so much. */
export async function underContract(world: World, casts: Cast[], ceilingDong = 5_000 * million): Promise<Work[]> {
  const works = await allocated(world, casts, ceilingDong);
  for (const work of works) await contract(world, work);
  return works;
}

/** The same as far as their allocation. */
export async function allocated(world: World, casts: Cast[], ceilingDong = 5_000 * million): Promise<Work[]> {
  const [first = vecom] = casts;
  await openRound(world, first, ceilingDong);
  const works: Work[] = [];
  for (const cast of casts) works.push({ id: await eligible(world, cast), cast, sumDong });
  for (const { id, cast } of works) await appraised(world, cast, id);
  await world.moveTo(first.route === 'local' ? '2022-07-01' : '2022-04-05');
  const shares = works.map(({ id }) => ({ id, amountDong: sumDong }));
  await approve(world, first, shares);
  await allocate(world, first, shares);
  return works;
}

/** From the contract to the archive, everything spent and allowed. */
export async function liveToTheArchive(world: World, work: Work): Promise<void> {
  const { id, cast } = work;
  await advance(world, work, 30 * million);
  await world.act(cast.drafter, 'scheme', id, 'file-progress-report', { month: '2022-06', text: 'Đúng tiến độ.', percent: 40 });
  await accept(world, work);
  await pay(world, work, sumDong, 20 * million);
  await file(world, work, sumDong);
  await settle(world, work, sumDong, sumDong);
  await closeAndArchive(world, work);
}

/** Ended before the time by a signed decision, with twenty million spent of thirty advanced; the rest is paid back. */
export async function liveToTermination(world: World, work: Work): Promise<void> {
  const { id, cast } = work;
  await advance(world, work, 30 * million);
  await world.act(cast.head, 'scheme', id, 'propose-termination', { text: 'Không đủ học viên.' });
  await world.act(cast.officerHead, 'scheme', id, 'propose-termination', { ground: 'host-request', text: 'Theo đề nghị của đơn vị.' });
  await issueAll(world, cast, id);
  await file(world, work, 20 * million);
  await settle(world, work, 20 * million, 30 * million);
  await recordSlip(world, work, 'record-repayment', 10 * million);
  await closeAndArchive(world, work);
}

/** Ten of thirty million advanced are disallowed in the settlement and paid back in two parts. */
export async function liveToRecovery(world: World, work: Work): Promise<void> {
  const { id, cast } = work;
  await refused(world, work, 'advance');
  await advance(world, work, 30 * million);
  await world.act(cast.officer, 'scheme', id, 'record-inspection', { findings: 'Chưa đủ hồ sơ lớp.', mendBy: '2022-07-29' });
  await world.act(cast.officerHead, 'scheme', id, 'suspend', { reason: 'Chờ khắc phục.' });
  await world.act(cast.officerHead, 'scheme', id, 'resume', { reason: 'Đã khắc phục.' });
  await accept(world, work);
  await refused(world, work, 'payment');
  await file(world, work, 40 * million);
  await world.act(cast.finance, 'scheme', id, 'return-settlement', { reason: 'Bảng kê chưa khớp.' });
  await file(world, work, 30 * million);
  await settle(world, work, 20 * million, 30 * million);
  await recordSlip(world, work, 'record-repayment', 4 * million);
  await recordSlip(world, work, 'record-repayment', 6 * million);
  await closeAndArchive(world, work);
}

/** Twenty million that were not spent go into the next year. */
export async function liveToCarryOver(world: World, work: Work): Promise<void> {
  const { id, cast } = work;
  await advance(world, work, 30 * million);
  await world.act(cast.head, 'scheme', id, 'request-adjustment', {
    changes: { change: 'place', place: 'Thành phố Quy Nhơn' },
    reason: 'Thuận tiện cho học viên.',
  });
  await world.act(cast.officerHead, 'scheme', id, 'decide-adjustment', { decision: 'accept', note: 'Trong thẩm quyền.' });
  await accept(world, work);
  await world.act(cast.finance, 'scheme', id, 'carry-over', { reason: 'contract-signed', amountDong: 20 * million });
}

const names = [
  'archived',
  'conditional',
  'terminated',
  'recovered',
  'carriedOver',
  'underWay',
  'reduced',
  'cut',
  'waiting',
  'failed',
] as const;

/** Whole lives of one year: the ways a scheme may end, a council's session with a revision, and the province's own route. */
export async function manyLives(world: World): Promise<Record<string, string>> {
  await openRound(world, vecom, 1_000 * million);
  await openRound(world, binhDinhLocal, 500 * million);
  const plan = await takeInPlan(world);
  await takeInLetter(world);
  await world.act('agency-head', 'round', roundOf(vecom), 'extend-round', { to: '2022-04-08', reason: 'Nhiều đơn vị đề nghị.' });
  const asides = await schemesThatDoNotGoOn(world);
  const dissolved = await councilThatDoesNotComeToIt(world);
  const works = new Map<string, Work>();
  for (const name of names) {
    const cast = name === 'conditional' || name === 'archived' ? binhDinh : vecom;
    works.set(name, { id: await eligible(world, cast), cast, sumDong });
  }
  const of = (name: (typeof names)[number]): Work => works.get(name) as Work;
  const local: Work = { id: await eligible(world, binhDinhLocal), cast: binhDinhLocal, sumDong };
  await appraised(world, binhDinhLocal, local.id);

  const council = await appointCouncil(world);
  await openSession(
    world,
    council,
    [...works.values()].map(({ id }) => id),
    '2022-04-20',
  );
  for (const [name, { id, cast }] of works) {
    const vote = name === 'conditional' ? 'conditional' : name === 'failed' ? 'fail' : 'pass';
    await appraise(world, council, id, vote, cast === binhDinh ? ['council-9'] : []);
  }
  await dissent(world, council, of('failed').id);
  await endSession(world, council);
  await revise(world, of('conditional'));

  const shares = names.filter((name) => name !== 'failed' && name !== 'waiting').map((name) => ({ id: of(name).id, amountDong: sumDong }));
  await approve(world, vecom, shares, { waiting: [{ id: of('waiting').id, amountDong: sumDong }] });
  const smaller = [of('reduced').id, of('cut').id];
  await allocate(
    world,
    vecom,
    shares.map((share) => (smaller.includes(share.id) ? { ...share, amountDong: 40 * million } : share)),
  );
  await world.act(vecom.head, 'scheme', of('reduced').id, 'decline-reduction', { reason: 'Không đủ để tổ chức.' });
  await world.act(vecom.head, 'scheme', of('cut').id, 'accept-reduction', { lines: trainingOf(vecom, 40 * million).lines });
  await world.act('agency-officer', 'round', roundOf(vecom), 'promote-from-waiting-list', { schemeId: of('waiting').id });
  await documentsWithTrouble(world);

  await world.moveTo('2022-07-01');
  await world.act('agency-head', 'scheme', of('cut').id, 'lapse', { reason: 'Quá hạn ký hợp đồng.' });
  await approve(world, binhDinhLocal, [{ id: local.id, amountDong: sumDong }]);
  await allocate(world, binhDinhLocal, [{ id: local.id, amountDong: sumDong }]);
  for (const name of ['archived', 'conditional', 'terminated', 'recovered', 'carriedOver', 'underWay'] as const)
    await contract(world, of(name));
  await contract(world, local);
  await liveToTheArchive(world, of('archived'));
  await liveToTheArchive(world, of('conditional'));
  await liveToTermination(world, of('terminated'));
  await liveToRecovery(world, of('recovered'));
  await liveToCarryOver(world, of('carriedOver'));
  await liveToTheArchive(world, local);
  await advanceApproved(world, of('underWay'), 10 * million);
  for (const cast of [vecom, binhDinhLocal]) await world.act(cast.officerHead, 'round', roundOf(cast), 'finish-round');
  return { ...Object.fromEntries([...works].map(([name, { id }]) => [name, id])), ...asides, local: local.id, council, dissolved, plan };
}

/** The annex of Bình Định's plan, as printed, with one of its differences taken note of. */
async function takeInPlan(world: World): Promise<string> {
  const read = await readPlan(readFileSync('prisma/seed/plans/binh-dinh-annex.csv'));
  if (!read.ok) throw new Error('The sample annex cannot be read.');
  const { plan, differences, remarks } = read;
  const input = { title: 'Kế hoạch tỉnh Bình Định', file: 'a'.repeat(64), name: 'phu-luc.csv', reading: { plan, differences, remarks } };
  const { id } = await world.act('province-officer.binh-dinh', 'plan', null, 'take-in-plan', input);
  await world.act('province-officer.binh-dinh', 'plan', id, 'accept-difference', { index: 0, note: 'Theo bản in.' });
  return id;
}

/** A province's letter that comes on paper, is assigned and answered. */
async function takeInLetter(world: World): Promise<void> {
  const letter = {
    author: 'Sở Công Thương tỉnh Bình Định',
    symbol: '12/SCT-QLTM',
    date: '2022-01-10',
    typeName: 'Công văn',
    subject: 'đề nghị hướng dẫn lập hồ sơ đề án',
  };
  const { id } = await world.act('clerk', 'incoming', null, 'register-incoming', letter);
  await world.act('clerk', 'incoming', id, 'assign-incoming', { handler: 'Cục Thương mại điện tử và Kinh tế số' });
  await world.act('agency-officer', 'incoming', id, 'take-in-hand');
  await world.act('agency-officer', 'incoming', id, 'finish-incoming', { note: 'Đã trả lời.' });
}

async function revise(world: World, { id, cast }: Work): Promise<void> {
  await world.act(cast.drafter, 'scheme', id, 'edit-proposal', { proposal: { beneficiaries: 'Hợp tác xã có sản phẩm OCOP.' } });
  await world.act(cast.head, 'scheme', id, 'submit-revision', { answers: [{ no: 1, answer: 'accepted', text: 'Đã tiếp thu.' }] });
  await world.act('council-1', 'scheme', id, 'return-revision', { reason: 'Chưa rõ tiêu chí.' });
  await world.act(cast.drafter, 'scheme', id, 'edit-proposal', { proposal: { beneficiaries: 'Hợp tác xã có sản phẩm OCOP ba sao.' } });
  await world.act(cast.head, 'scheme', id, 'submit-revision', { answers: [{ no: 1, answer: 'accepted', text: 'Đã nêu rõ.' }] });
  await world.act('council-1', 'scheme', id, 'confirm-revision', {});
}
