import { accept, advance, closeAndArchive, contract, local, pay, report, review, settle, type Work } from './carrying-out.ts';
import type { Client } from './client.ts';
import { fundingOf, type PlanView, proposal } from './proposals.ts';
import { binhDinh, drawnUp, issue } from './signing.ts';

const programme = '645-2021-2025';
const provinceId = 'ubnd-tinh-binh-dinh';
const round = `${programme}.2022.local.${provinceId}`;
export const localCeilingDong = 625_000_000;
type Chapter = 'draft' | 'submit' | 'decide' | 'carry-out' | 'finish';

/** The local route of 1364: Sở Công Thương's plan and estimate, appraised by Sở Tài chính, decided and paid by the province. Told in chapters between the central ones. */
export async function tellLocalRoute(
  client: Client,
  plan: PlanView & { id: string },
  say: (line: string) => void,
  chapter: Chapter,
  id?: string,
): Promise<string> {
  const { label, funding } = fundingOf(plan, '2.2', 2022);
  const sumDong = funding.reduce((sum, f) => sum + f.amountDong, 0);
  const output = { name: 'Đợt thanh tra liên ngành', unit: 'đợt', volume: 2 };
  const work: Work = {
    id: id ?? '',
    name: 'BĐ địa phương',
    people: local,
    sumDong,
    volume: output.volume,
    number: 30,
    slips: 'KBBD22-001',
    signedOn: '2022-07-11',
    advancedOn: '2022-07-11',
  };
  const thing = `schemes/${work.id}`;
  const encoded = `rounds/${encodeURIComponent(round)}`;
  const list = [{ schemeId: work.id, amounts: [{ source: 'local', year: 2022, amountDong: sumDong }] }];

  if (chapter === 'draft') {
    await client.make('province-officer.binh-dinh', '/api/rounds', 'local-round', {
      programme,
      year: 2022,
      route: 'local',
      title: 'Kế hoạch thương mại điện tử tỉnh Bình Định năm 2022',
      ceilings: [{ source: 'local', ceilingDong: localCeilingDong }],
    });
    return client.make('host-drafter.binh-dinh', '/api/schemes', 'local-scheme', {
      roundId: round,
      proposal: proposal(label, '7c', 'survey', output, funding, 'tỉnh Bình Định', 2022),
      planItem: { planId: plan.id, number: '2.2', year: 2022 },
    });
  }
  if (chapter === 'submit') {
    await client.give('host-head.binh-dinh', thing, 'submit');
    await client.give('local-finance.binh-dinh', thing, 'accept-file', {});
    await client.give('local-finance.binh-dinh', thing, 'appraise-estimate', {
      outcome: 'pass',
      text: 'Dự toán phù hợp định mức chi hiện hành của tỉnh.',
    });
  } else if (chapter === 'decide') {
    await client.moveClock('2022-07-01');
    await client.reached('province-officer.binh-dinh', encoded, 'closed');
    await client.give('province-officer.binh-dinh', encoded, 'rank-schemes', {
      schemes: [{ schemeId: work.id, place: 1, proposedDong: sumDong, list: 'ranked' }],
    });
    await client.reached('auditor', thing, 'ranked');
    await client.give('province-officer.binh-dinh', encoded, 'propose-decision', { list: [{ ...list[0], outcome: 'approve' }] });
    const filter = `round=${encodeURIComponent(round)}`;
    for (const { id } of await drawnUp(client, 'province-officer.binh-dinh', filter, 'local-plan-decision'))
      await issue(client, binhDinh, id);
    await client.reached('auditor', thing, 'approved');
    await client.give('local-finance.binh-dinh', encoded, 'propose-allocation', {
      list,
      estimate: 'Quyết định giao dự toán ngân sách tỉnh năm 2022 (mẫu thử)',
    });
    for (const { id } of await drawnUp(client, 'province-officer.binh-dinh', filter, 'allocation-decision'))
      await issue(client, binhDinh, id);
    await client.reached('auditor', thing, 'allocated');
    say('Tuyến địa phương: Sở Tài chính thẩm định, UBND tỉnh phê duyệt và phân bổ.');
  } else if (chapter === 'carry-out') {
    await contract(client, work);
    await client.reached('auditor', thing, 'implementing');
    await advance(client, work, 0.5);
    await report(client, work, '2022-07', 40);
  } else {
    await accept(client, work);
    await client.reached('auditor', thing, 'settling');
    await pay(client, work, sumDong, sumDong - Math.floor(sumDong * 0.5), '2022-10-20');
    await settle(client, work, { totalDong: sumDong, supportDong: sumDong, others: [] });
    await review(client, work, sumDong, sumDong);
    await client.reached('auditor', thing, 'settled');
    await closeAndArchive(client, work);
    say('Tuyến địa phương: nghiệm thu, quyết toán, kết thúc.');
  }
  return work.id;
}
