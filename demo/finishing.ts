import type { OnAgenda } from './appraising.ts';
import { givenOf } from './budgets.ts';
import { accept, central, closeAndArchive, pay, report, review, settle, type Work } from './carrying-out.ts';
import type { PlanView } from './proposals.ts';
import { drawnUp, issue, ministry } from './signing.ts';
import { client, say } from './stage.ts';

export type Works = Map<string, { one: OnAgenda; work: Work }>;

export async function carryOn(works: Works, advanced: Map<string, number>): Promise<void> {
  await client.moveClock('2022-06-24');
  for (const { work } of works.values()) await report(client, work, '2022-06', 30);
  for (const { one, work } of works.values()) {
    const thing = `schemes/${work.id}`;
    if (one.tale.twists.includes('inspected')) {
      await client.give('agency-officer', thing, 'record-inspection', {
        findings: 'Hai website chưa tích hợp đặt hàng trực tuyến.',
        mendBy: '2022-07-29',
      });
      await client.give('agency-head', thing, 'suspend', { reason: 'Chờ khắc phục kết quả kiểm tra.' });
      await client.give('agency-head', thing, 'resume', { reason: 'Đơn vị đã khắc phục.' });
    }
    if (one.tale.twists.includes('adjusted')) {
      await client.give(work.people.head, thing, 'request-adjustment', {
        changes: { change: 'place', place: 'Thành phố Quy Nhơn và các huyện ven biển tỉnh Bình Định' },
        reason: 'Mở rộng địa bàn khảo sát điểm phân phối.',
      });
      await client.give('agency-head', thing, 'decide-adjustment', { decision: 'accept', note: 'Trong phạm vi thẩm quyền.' });
    }
  }
  const ended = [...works.values()].find(({ one }) => one.tale.ends === 'terminated');
  if (!ended) return;
  const thing = `schemes/${ended.work.id}`;
  await client.moveClock('2022-07-11');
  await client.give(ended.work.people.head, thing, 'propose-termination', {
    text: 'Nhiều doanh nghiệp rút khỏi danh sách tham gia; đơn vị đề nghị chấm dứt và quyết toán phần đã làm.',
  });
  await client.give(
    'agency-head',
    thing,
    'propose-termination',
    {
      ground: 'host-request',
      text: 'Đơn vị chủ trì không còn đủ doanh nghiệp tham gia và đã đề nghị chấm dứt.',
    },
    'asked',
  );
  for (const { id } of await drawnUp(client, 'agency-officer', `scheme=${ended.work.id}`, 'termination-decision'))
    await issue(client, ministry, id);
  await client.reached('auditor', thing, 'settling');
  const spent = Math.floor(ended.work.sumDong * 0.4);
  await settle(client, ended.work, { totalDong: spent, supportDong: spent, others: [], vouchersOn: ['2022-06-20', '2022-07-01'] });
  await review(client, ended.work, spent, advanced.get(ended.work.name) ?? 0);
  await client.reached('auditor', thing, 'recovering');
  await client.give('finance-officer', thing, 'record-repayment', {
    slipNumber: `${ended.work.slips}-HT`,
    date: '2022-07-11',
    amountDong: (advanced.get(ended.work.name) ?? 0) - spent,
  });
  await closeAndArchive(client, ended.work);
  say(`${ended.work.name}: chấm dứt theo quyết định, quyết toán phần đã làm, hoàn trả phần tạm ứng còn lại.`);
}

export async function finish(works: Works, advanced: Map<string, number>, plan: PlanView): Promise<void> {
  await client.moveClock('2022-10-20');
  const left = [...works.values()].filter(({ one }) => one.tale.ends !== 'terminated');
  for (const { work } of left) {
    await report(client, work, '2022-09', 90);
    await accept(client, work);
  }
  for (const { one, work } of left) {
    const thing = `schemes/${work.id}`;
    await client.reached('auditor', thing, 'settling');
    const paidAdvance = advanced.get(work.name) ?? 0;
    if (one.tale.ends === 'carried-over') {
      await client.give('finance-officer', thing, 'carry-over', { reason: 'contract-signed', amountDong: work.sumDong - paidAdvance });
      continue;
    }
    const { others } = givenOf(one.tale, plan);
    const total = work.sumDong + others.reduce((sum, o) => sum + o.amountDong, 0);
    if (one.tale.ends === 'recovered') {
      await settle(client, work, { totalDong: total, supportDong: work.sumDong, others });
      const disallowed = Math.floor(work.sumDong * 0.4);
      await review(
        client,
        work,
        work.sumDong - disallowed,
        paidAdvance,
        `Chứng từ ${work.slips}-02 không hợp lệ: đơn vị nhận tiền không thuộc danh sách thụ hưởng (xuất toán).`,
      );
      await client.reached('auditor', thing, 'recovering');
      await client.give('finance-officer', thing, 'record-repayment', {
        slipNumber: `${work.slips}-HT`,
        date: '2022-10-20',
        amountDong: paidAdvance - (work.sumDong - disallowed),
      });
    } else {
      await pay(client, work, work.sumDong, work.sumDong - paidAdvance, '2022-10-20');
      await settle(client, work, { totalDong: total, supportDong: work.sumDong, others });
      await review(client, work, work.sumDong, work.sumDong);
    }
    await client.reached('auditor', thing, 'settled');
    await closeAndArchive(client, work);
  }
  say('Nghiệm thu, thanh toán, quyết toán; một chứng từ bị xuất toán và đã thu hồi, một đề án chuyển nguồn.');
}

export function workOf({ tale, id }: OnAgenda, number: number, plan: PlanView): Work {
  const people = central(tale.host);
  return {
    id,
    name: tale.name,
    people,
    sumDong: givenOf(tale, plan).programme,
    volume: tale.output.volume,
    number,
    slips: `KB22-${String(number).padStart(3, '0')}`,
    signedOn: '2022-05-30',
    advancedOn: '2022-06-08',
  };
}
