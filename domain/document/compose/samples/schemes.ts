import type { z } from 'zod';
import type { ListedScheme } from '../scheme-list.ts';
import { longWords } from './extreme.ts';

export const binhDinh = {
  title: 'Hỗ trợ doanh nghiệp tỉnh Bình Định áp dụng giải pháp công nghệ số để truy xuất nguồn gốc xuất xứ của sản phẩm năm 2022',
  host: 'Sở Công Thương tỉnh Bình Định',
};
export const dakNong = {
  title: 'Đào tạo, tập huấn kỹ năng bán hàng trực tuyến cho hợp tác xã, hộ kinh doanh tỉnh Đắk Nông',
  host: 'Sở Công Thương tỉnh Đắk Nông',
};
export const vecom = { title: 'Diễn đàn Toàn cảnh thương mại điện tử Việt Nam năm 2022', host: 'Hiệp hội Thương mại điện tử Việt Nam' };

/** A title of the greatest length one meets, with signs that markup must not take for its own. */
export const longTitle =
  'Xây dựng, hoàn thiện & phát triển hệ thống giải pháp hoàn tất đơn hàng (fulfillment) <tích hợp> hỗ trợ doanh nghiệp nhỏ và siêu nhỏ tối ưu từng khâu trong kinh doanh trực tuyến xuyên biên giới "từ khâu thu mua, đóng gói, bảo quản đến giao nhận, thanh toán và chăm sóc khách hàng" tại các tỉnh miền núi phía Bắc, Tây Nguyên và đồng bằng sông Cửu Long';
export const longHost =
  'Trung tâm Khuyến công và Tư vấn phát triển công nghiệp, thương mại, dịch vụ và thương mại điện tử liên vùng Duyên hải Nam Trung Bộ - Tây Nguyên';

export const groups = [
  'Xây dựng thị trường và nâng cao lòng tin người tiêu dùng trong thương mại điện tử',
  'Nâng cao năng lực quản lý và tổ chức hoạt động thương mại điện tử',
  'Đẩy mạnh ứng dụng thương mại điện tử hỗ trợ các ngành hàng xuất khẩu chủ lực',
] as const;

const sources = ['Ngân sách trung ương', 'Ngân sách địa phương', 'Đóng góp của doanh nghiệp'] as const;

/** Six schemes under three groups, with money from three sources. */
export const someSchemes: z.input<typeof ListedScheme>[] = [
  { ...binhDinh, group: groups[0], years: [2022], amounts: amounts(350_000_000, 150_000_000, 0) },
  { ...vecom, group: groups[0], years: [2022], amounts: amounts(1_200_000_000, 0, 800_000_000) },
  { ...dakNong, group: groups[1], years: [2022], amounts: amounts(300_000_000, 300_000_000, 0) },
  {
    title: 'Tập huấn chuyên sâu cho lực lượng thực thi pháp luật về chống buôn bán hàng giả trên môi trường trực tuyến',
    host: 'Tổng cục Quản lý thị trường',
    group: groups[1],
    years: [2022, 2023],
    amounts: amounts(960_000_000, 0, 0),
  },
  {
    title: 'Hỗ trợ doanh nghiệp tham gia các sàn thương mại điện tử lớn của thế giới',
    host: 'Sở Công Thương tỉnh Bình Định',
    group: groups[2],
    years: [2022],
    amounts: amounts(525_000_000, 225_000_000, 50_000_000),
  },
  {
    title: 'Gian hàng quốc gia Việt Nam trên sàn thương mại điện tử quốc tế',
    host: 'Cục Xúc tiến thương mại',
    group: groups[2],
    years: [2022],
    amounts: amounts(2_000_000_000, 0, 0),
  },
];

/** A list as long and as wide as it can get: 300 schemes, five sources, large sums; names of every length, one of them hardly to be broken. */
export const manySchemes: z.input<typeof ListedScheme>[] = Array.from({ length: 300 }, (_, index) => ({
  title: titleAt(index),
  host: index % 7 === 0 ? longHost : 'Sở Công Thương tỉnh Lâm Đồng',
  group: groups[Math.floor(index / 100)],
  years: index % 2 === 0 ? [2021, 2022, 2023, 2024, 2025] : [2022],
  amounts: [
    'Ngân sách trung ương',
    'Ngân sách địa phương',
    'Vốn đối ứng của đơn vị chủ trì',
    'Viện trợ quốc tế',
    'Nguồn hợp pháp khác',
  ].map((source, at) => ({
    source,
    amount: 123_456_789 * (at + 1) + index,
  })),
}));

function titleAt(index: number): string {
  if (index === 11) return `Dữ liệu mở: ${longWords[0]}`;
  return index % 12 === 0 ? `${longTitle} (hợp phần thứ ${index + 1})` : `${dakNong.title} (lớp thứ ${index + 1})`;
}

export function amounts(...sums: number[]): { source: string; amount: number }[] {
  return sums.flatMap((amount, at) => (amount === 0 ? [] : [{ source: sources[at] ?? 'Nguồn hợp pháp khác', amount }]));
}
