import type { Tale } from './tales.ts';

type Funding = { source: 'programme' | 'local' | 'enterprise' | 'other'; amountDong: number; from?: string };
type PlanLine = { kind: Funding['source']; source: string; years: Record<string, number | null> };
export type PlanView = { plan: { items: { key: string; number: string | null; label: string; lines: PlanLine[] }[] } };

const hostNames = { 'binh-dinh': 'tỉnh Bình Định', 'dak-nong': 'tỉnh Đắk Nông', vecom: 'hội viên VECOM' };

/** What a plan gives for an item in a year, by source. */
export function fundingOf(plan: PlanView, number: string, year: number): { label: string; funding: Funding[] } {
  const item = plan.plan.items.find((one) => one.number === number);
  if (!item) throw new Error(`The plan has no item ${number}.`);
  const funding = item.lines.flatMap((line) => {
    const amountDong = line.years[String(year)] ?? 0;
    return amountDong > 0 ? [{ source: line.kind, amountDong, from: line.source }] : [];
  });
  return { label: item.label, funding };
}

/** A complete proposal of a tale, from its plan's item or its own sums. */
export function proposalOf(tale: Tale, plan: PlanView, year: number) {
  const { title, contentItem, kind, output, sums } = tale;
  const drawn = tale.item ? fundingOf(plan, tale.item, year) : null;
  const funding: Funding[] = drawn?.funding ?? [
    { source: 'programme', amountDong: sums?.programme ?? 0 },
    {
      source: sums?.otherSource ?? 'local',
      amountDong: sums?.other ?? 0,
      from: sums?.otherSource === 'enterprise' ? 'Đóng góp của hội viên' : 'Ngân sách địa phương',
    },
  ];
  return proposal(title ?? drawn?.label ?? tale.name, contentItem, kind, output, funding, hostNames[tale.host], year);
}

export function proposal(
  title: string,
  contentItem: string,
  kind: string,
  output: Tale['output'],
  funding: Funding[],
  where: string,
  year: number,
) {
  const total = funding.reduce((sum, f) => sum + f.amountDong, 0);
  return {
    title,
    contentItem,
    need: `Thương mại điện tử của ${where} còn ở quy mô nhỏ; doanh nghiệp thiếu vốn, kỹ năng và công cụ để tham gia thị trường trực tuyến.`,
    aims: `Góp phần thực hiện Kế hoạch tổng thể phát triển thương mại điện tử quốc gia giai đoạn 2021 - 2025 đối với ${where}.`,
    targets: `Hoàn thành ${output.volume} ${output.unit} trong năm ${year}; ít nhất 80% đối tượng thụ hưởng hài lòng.`,
    outputs: [output],
    beneficiaries: `Doanh nghiệp, hợp tác xã và cơ quan quản lý nhà nước của ${where}.`,
    schedule: [{ name: 'Triển khai', from: `${year}-06-01`, to: `${year}-10-31` }],
    place: where,
    lines: [{ item: title, unit: 'gói', quantity: 1, unitPriceDong: total, year, kind, funding }],
  };
}
