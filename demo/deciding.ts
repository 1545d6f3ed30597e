import type { OnAgenda } from './appraising.ts';
import { budgetOf, givenOf } from './budgets.ts';
import type { PlanView } from './proposals.ts';
import { agency, drawnUp, issue, ministry } from './signing.ts';
import { client, roundId, say } from './stage.ts';

export async function revise({ tale, id }: OnAgenda): Promise<void> {
  const thing = `schemes/${id}`;
  await client.reached('auditor', thing, 'conditional');
  await client.give(`host-drafter.${tale.host}`, thing, 'edit-proposal', {
    proposal: {
      beneficiaries:
        'Cán bộ quản lý nhà nước và doanh nghiệp trong tỉnh, chọn theo tiêu chí công khai: có sản phẩm OCOP hoặc sản phẩm chủ lực, cam kết áp dụng sau đào tạo.',
    },
  });
  await client.give(`host-head.${tale.host}`, thing, 'submit-revision', {
    answers: [
      { no: 1, answer: 'accepted', text: 'Đã bổ sung tiêu chí lựa chọn học viên tại mục đối tượng thụ hưởng.' },
      { no: 2, answer: 'explained', text: 'Chất lượng đào tạo được giám sát bằng khảo sát trước và sau mỗi lớp.' },
    ],
  });
  await client.give('council-1', thing, 'confirm-revision', { note: 'Đã tiếp thu đầy đủ.' });
}

export async function rankAndDecide(all: OnAgenda[], plan: PlanView): Promise<void> {
  const round = `rounds/${encodeURIComponent(roundId)}`;
  const good = all.filter(({ tale }) => tale.vote !== 'fail');
  const bad = all.filter(({ tale }) => tale.vote === 'fail');
  for (const { id } of good) await client.reached('auditor', `schemes/${id}`, 'recommended');
  for (const { id } of bad) await client.reached('auditor', `schemes/${id}`, 'not-recommended');
  const asked = new Map(good.map(({ tale, id }) => [id, budgetOf(tale, plan).programme]));
  await client.give('agency-officer', round, 'rank-schemes', {
    schemes: good.map(({ id }, i) => ({ schemeId: id, place: i + 1, proposedDong: asked.get(id) ?? 0, list: 'ranked' })),
  });
  for (const { id } of good) await client.reached('auditor', `schemes/${id}`, 'ranked');
  await client.give('agency-officer', round, 'propose-decision', {
    list: [
      ...good.map(({ id }) => ({
        schemeId: id,
        outcome: 'approve',
        amounts: [{ source: 'programme', year: 2022, amountDong: asked.get(id) ?? 0 }],
      })),
      ...bad.map(({ id }) => ({
        schemeId: id,
        outcome: 'refuse',
        reason: 'Hội đồng thẩm định không đề nghị: nội dung trùng lặp với hoạt động đã được hỗ trợ.',
      })),
    ],
  });
  const filter = `round=${encodeURIComponent(roundId)}`;
  for (const [type, hands] of [
    ['submission', agency],
    ['approval-decision', ministry],
    ['refusal', ministry],
  ] as const) {
    for (const { id } of await drawnUp(client, 'agency-officer', filter, type)) await issue(client, hands, id);
  }
  for (const { id } of good) await client.reached('auditor', `schemes/${id}`, 'approved');
  for (const { id } of bad) await client.reached('auditor', `schemes/${id}`, 'refused');
  say(`Quyết định phê duyệt ${good.length} đề án, không phê duyệt ${bad.length}.`);
}

export async function allocate(all: OnAgenda[], plan: PlanView): Promise<void> {
  const round = `rounds/${encodeURIComponent(roundId)}`;
  const list = all.map(({ tale, id }) => ({
    schemeId: id,
    amounts: [{ source: 'programme', year: 2022, amountDong: givenOf(tale, plan).programme }],
  }));
  await client.give('finance-officer', round, 'propose-allocation', {
    list,
    estimate: 'Quyết định giao dự toán ngân sách nhà nước năm 2022 (mẫu thử)',
  });
  for (const { id } of await drawnUp(client, 'agency-officer', `round=${encodeURIComponent(roundId)}`, 'allocation-decision'))
    await issue(client, ministry, id);
  for (const { tale, id } of all) {
    const thing = `schemes/${id}`;
    if (!tale.twists.includes('reduced')) {
      await client.reached('auditor', thing, 'allocated');
      continue;
    }
    await client.reached('auditor', thing, 'reduced');
    const lines = [
      {
        item: 'Ngày hội triển lãm trực tuyến (quy mô điều chỉnh)',
        unit: 'kỳ',
        quantity: 1,
        unitPriceDong: 143_000_000,
        year: 2022,
        kind: tale.kind,
        funding: [
          { source: 'programme', amountDong: 100_000_000 },
          { source: 'local', amountDong: 43_000_000, from: 'Ngân sách địa phương' },
        ],
      },
    ];
    await client.give(`host-head.${tale.host}`, thing, 'accept-reduction', { lines });
  }
  say('Quyết định phân bổ kinh phí; một đề án được phân bổ thấp hơn mức phê duyệt và đã lập lại dự toán.');
}
