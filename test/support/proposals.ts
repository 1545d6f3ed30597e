import type { z } from 'zod';
import type { Proposal } from '../../domain/scheme/proposal.ts';

/** A complete proposal of training courses: half from the programme, half from the host. Sums in đồng. */
export function completeProposal(changes: Partial<z.input<typeof Proposal>> = {}): z.input<typeof Proposal> {
  return {
    title: 'Tập huấn kỹ năng thương mại điện tử cho doanh nghiệp nhỏ và vừa',
    contentItem: '2a',
    need: 'Doanh nghiệp nhỏ và vừa còn thiếu kỹ năng bán hàng trực tuyến.',
    aims: 'Nâng cao kỹ năng ứng dụng thương mại điện tử.',
    targets: '200 lượt học viên.',
    outputs: [{ name: 'Lớp tập huấn', unit: 'lớp', volume: 4 }],
    beneficiaries: 'Doanh nghiệp nhỏ và vừa trên địa bàn.',
    schedule: [{ name: 'Tổ chức lớp', from: '2022-06-01', to: '2022-10-31' }],
    place: 'Hà Nội',
    lines: [
      {
        item: 'Tổ chức lớp tập huấn',
        unit: 'lớp',
        quantity: 4,
        unitPriceDong: 25_000_000,
        year: 2022,
        kind: 'training',
        funding: [
          { source: 'programme', amountDong: 50_000_000 },
          { source: 'enterprise', amountDong: 50_000_000, from: 'Hội viên' },
        ],
      },
    ],
    ...changes,
  };
}
