import { afterIssue } from './after-issue.ts';
import { appointCouncil, holdSession } from './appraising.ts';
import { advance, contract } from './carrying-out.ts';
import { checkFunds } from './checks.ts';
import { Unexpected } from './client.ts';
import { allocate, rankAndDecide, revise } from './deciding.ts';
import { carryOn, finish, type Works, workOf } from './finishing.ts';
import { tellLocalRoute } from './local-route.ts';
import { draft, submit, takeIn, takeInPlan } from './proposing.ts';
import { ceilingDong, client, programme, roundId, say } from './stage.ts';
import { printTable } from './table.ts';

/**
 * A year of the programme, told over the public interface alone by the sample persons: the plan of a province, two rounds, one council,
 * decisions, contracts, money, acceptance and settlement. Told again it finds its own answers and does nothing twice.
 */
async function main(): Promise<void> {
  await client.moveClock('2022-01-10');
  const plan = await takeInPlan();
  await client.make('agency-head', '/api/rounds', 'round', {
    programme,
    year: 2022,
    route: 'central',
    title: 'Kỳ đề xuất đề án năm 2022',
    ceilings: [{ source: 'programme', ceilingDong }],
  });
  const made = await draft(plan);
  const localScheme = await tellLocalRoute(client, plan, say, 'draft');

  await client.moveClock('2022-02-14');
  const submitted = [...made.values()].filter(({ tale }) => tale.ends !== 'late');
  for (const one of submitted) await submit(one, plan);
  await client.moveClock('2022-02-21');
  for (const one of submitted) await takeIn(one);
  const withdrawn = submitted.filter(({ tale }) => tale.ends === 'withdrawn');
  for (const { tale, id } of withdrawn)
    await client.give(`host-head.${tale.host}`, `schemes/${id}`, 'withdraw', { reason: 'Đơn vị đã bố trí được nguồn kinh phí khác.' });
  say(`${submitted.length} hồ sơ đã nộp và được tiếp nhận; ${withdrawn.length} đề án rút.`);
  await tellLocalRoute(client, plan, say, 'submit', localScheme);

  await client.moveClock('2022-03-01');
  const council = await appointCouncil(client, roundId);
  await client.moveClock('2022-04-04');
  for (const { tale, id } of made.values()) if (tale.ends === 'late') await client.reached('auditor', `schemes/${id}`, 'late');
  const agenda = submitted.filter(({ tale }) => tale.vote !== null);
  await holdSession(client, council, agenda, () => client.moveClock('2022-04-20'));
  say(`Hội đồng đã thẩm định ${agenda.length} đề án trong một phiên.`);
  for (const one of agenda) if (one.tale.vote === 'conditional') await revise(one);

  await client.moveClock('2022-05-05');
  await rankAndDecide(agenda, plan);
  await client.moveClock('2022-05-19');
  const approved = agenda.filter(({ tale }) => tale.vote !== 'fail');
  await allocate(approved, plan);

  await client.moveClock('2022-05-30');
  const works: Works = new Map();
  for (const [i, one] of approved.entries()) works.set(one.tale.name, { one, work: workOf(one, i + 1, plan) });
  for (const { work } of works.values()) await contract(client, work);
  for (const { work } of works.values()) await client.reached('auditor', `schemes/${work.id}`, 'implementing');
  await client.moveClock('2022-06-08');
  const advanced = new Map<string, number>();
  for (const { work } of works.values()) advanced.set(work.name, await advance(client, work, 0.7));
  const [firstWork, secondWork] = [...works.values()];
  if (firstWork && secondWork) {
    await client.refused(
      'host-head.binh-dinh',
      `schemes/${firstWork.work.id}`,
      'request-advance',
      { amountDong: firstWork.work.sumDong, purpose: 'Tạm ứng toàn bộ.' },
      'advance.over-limit',
    );
  }
  say(`${works.size} hợp đồng đã ký; tạm ứng 70%.`);
  await carryOn(works, advanced);
  await tellLocalRoute(client, plan, say, 'decide', localScheme);
  await tellLocalRoute(client, plan, say, 'carry-out', localScheme);
  await finish(works, advanced, plan);
  await tellLocalRoute(client, plan, say, 'finish', localScheme);
  await afterIssue();

  await printTable(client, [
    ...[...made.values()].map(({ tale, id }) => ({ name: tale.name, id, ends: tale.ends })),
    { name: 'BĐ địa phương', id: localScheme ?? '', ends: 'closed' as const },
  ]);
  const wrong = await checkFunds(
    client,
    programme,
    2022,
    ceilingDong,
    [...made.values()].map(({ id }) => id),
  );
  if (wrong.length > 0) throw new Unexpected(`The sums do not agree:\n  ${wrong.join('\n  ')}`);
  say('Số liệu khớp với các nguồn kinh phí. Trình diễn hoàn tất.');
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Unexpected ? `\nKhông như mong đợi. ${error.message}` : error);
  process.exit(1);
}
