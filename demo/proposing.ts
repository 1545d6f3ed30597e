import { readFileSync } from 'node:fs';
import { formatDong } from '../domain/money/format.ts';
import type { OnAgenda } from './appraising.ts';
import { budgetOf } from './budgets.ts';
import { type PlanView, proposalOf } from './proposals.ts';
import { client, roundId, say } from './stage.ts';
import { tales } from './tales.ts';

/** The plan as the decision that issued it (4157/QĐ-UBND) calls it. */
const planTitle = 'Kế hoạch phát triển thương mại điện tử tỉnh Bình Định giai đoạn 2021 - 2025';

export async function takeInPlan(): Promise<PlanView & { id: string }> {
  const csv = readFileSync(new URL('../prisma/seed/plans/binh-dinh-annex.csv', import.meta.url), 'utf8');
  const id = await client.make(
    'province-officer.binh-dinh',
    `/api/plans?name=binh-dinh-annex.csv&provinceId=ubnd-tinh-binh-dinh&title=${encodeURIComponent(planTitle)}`,
    'plan',
    csv,
    { 'content-type': 'text/csv' },
  );
  const plan = await client.get<
    PlanView & { differences: { place: { text: { vi: string } }; kind: string; printed: number | null; computed: number; unit: string }[] }
  >('province-officer.binh-dinh', `/api/plans/${id}`);
  say(`Phụ lục Bình Định đã tiếp nhận: ${plan.plan.items.length} mục, ${plan.differences.length} sai lệch.`);
  for (const { place, kind, printed, computed, unit } of plan.differences) {
    const show = (n: number | null) => (n === null ? '–' : unit === 'percent' ? `${String(n).replace('.', ',')}%` : formatDong(n));
    console.log(`         ${kind.padEnd(6)} ${place.text.vi}: in ${show(printed)}, tính ${show(computed)}`);
  }
  return { ...plan, id };
}

export async function draft(plan: PlanView & { id: string }): Promise<Map<string, OnAgenda>> {
  const made = new Map<string, OnAgenda>();
  for (const tale of tales) {
    const id = await client.make(`host-drafter.${tale.host}`, '/api/schemes', `scheme/${tale.name}`, {
      roundId,
      proposal: proposalOf(tale, plan, 2022),
      ...(tale.item && { planItem: { planId: plan.id, number: tale.item, year: 2022 } }),
    });
    made.set(tale.name, { tale, id });
  }
  say(`${made.size} đề án đã lập.`);
  return made;
}

export async function submit({ tale, id }: OnAgenda, plan: PlanView): Promise<void> {
  const thing = `schemes/${id}`;
  if (tale.host === 'vecom') return void (await client.give('host-head.vecom', thing, 'submit'));
  await client.give(`host-head.${tale.host}`, thing, 'submit-to-province');
  const counterpartDong = budgetOf(tale, plan)
    .others.filter(({ source }) => source === 'local')
    .reduce((sum, { amountDong }) => sum + amountDong, 0);
  const opinion = {
    outcome: 'forward',
    counterpartDong,
    text: 'UBND tỉnh nhất trí và cam kết bố trí vốn đối ứng từ ngân sách địa phương.',
  };
  await client.give(`province-officer.${tale.host}`, thing, 'give-opinion', opinion);
  await client.give(`province-head.${tale.host}`, thing, 'give-opinion', opinion);
}

export async function takeIn({ tale, id }: OnAgenda): Promise<void> {
  const thing = `schemes/${id}`;
  if (tale.twists.includes('supplemented')) {
    await client.give('agency-officer', thing, 'request-supplement', {
      sections: ['need'],
      reason: 'Bổ sung số liệu khảo sát nhu cầu của doanh nghiệp.',
      until: '2022-03-04',
    });
    await client.give(`host-head.${tale.host}`, thing, 'supplement', {
      proposal: { need: 'Khảo sát tháng 02/2022: 78% hợp tác xã chưa có kênh bán hàng trực tuyến; nhu cầu hỗ trợ gian hàng là cấp thiết.' },
      explanation: 'Đã bổ sung số liệu khảo sát.',
    });
  }
  await client.give('agency-officer-2', thing, 'accept-file', { note: 'Hồ sơ đầy đủ, hợp lệ.' });
}
