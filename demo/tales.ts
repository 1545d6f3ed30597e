/** One scheme of the demonstration: where it comes from and how it ends. */
export type Tale = {
  name: string;
  host: 'binh-dinh' | 'dak-nong' | 'vecom';
  /** The item of Bình Định's plan that it is drawn from. */
  item?: string;
  title?: string;
  contentItem: string;
  kind: string;
  output: { name: string; unit: string; volume: number };
  /** Without a plan: what it costs, đồng, and how much of it the programme is asked for. */
  sums?: { programme: number; other: number; otherSource: 'local' | 'enterprise' };
  vote: 'pass' | 'conditional' | 'fail' | null;
  ends: 'closed' | 'refused' | 'withdrawn' | 'late' | 'terminated' | 'recovered' | 'carried-over';
  twists: ('reduced' | 'adjusted' | 'inspected' | 'supplemented')[];
};

/** Everything that the plan of Bình Định funds from the programme in 2022, two schemes of Đắk Nông and two of VECOM. */
export const tales: Tale[] = [
  {
    name: 'BĐ 2.1',
    host: 'binh-dinh',
    item: '2.1',
    contentItem: '7d',
    kind: 'enforcement-training',
    output: { name: 'Lớp tập huấn cho lực lượng thực thi', unit: 'lớp', volume: 2 },
    vote: 'pass',
    ends: 'closed',
    twists: [],
  },
  {
    name: 'BĐ 3.1',
    host: 'binh-dinh',
    item: '3.1',
    contentItem: '7a',
    kind: 'training',
    output: { name: 'Lớp tập huấn', unit: 'lớp', volume: 4 },
    vote: 'conditional',
    ends: 'closed',
    twists: [],
  },
  {
    name: 'BĐ 3.2',
    host: 'binh-dinh',
    item: '3.2',
    contentItem: '2c',
    kind: 'fair',
    output: { name: 'Ngày hội triển lãm trực tuyến', unit: 'kỳ', volume: 1 },
    vote: 'pass',
    ends: 'closed',
    twists: ['reduced'],
  },
  {
    name: 'BĐ 4.3',
    host: 'binh-dinh',
    item: '4.3',
    contentItem: '4k',
    kind: 'software',
    output: { name: 'Phần mềm bản đồ trực tuyến', unit: 'hệ thống', volume: 1 },
    vote: 'pass',
    ends: 'closed',
    twists: ['adjusted'],
  },
  {
    name: 'BĐ 5.1',
    host: 'binh-dinh',
    item: '5.1',
    contentItem: '4c',
    kind: 'enterprise-support',
    output: { name: 'Doanh nghiệp được hỗ trợ truy xuất nguồn gốc', unit: 'doanh nghiệp', volume: 10 },
    vote: 'pass',
    ends: 'recovered',
    twists: [],
  },
  {
    name: 'BĐ 5.2',
    host: 'binh-dinh',
    item: '5.2',
    contentItem: '4c',
    kind: 'enterprise-support',
    output: { name: 'Doanh nghiệp được hỗ trợ e-business', unit: 'doanh nghiệp', volume: 5 },
    vote: 'pass',
    ends: 'terminated',
    twists: [],
  },
  {
    name: 'BĐ 5.3',
    host: 'binh-dinh',
    item: '5.3',
    contentItem: '4c',
    kind: 'enterprise-support',
    output: { name: 'Website thương mại điện tử', unit: 'website', volume: 10 },
    vote: 'pass',
    ends: 'closed',
    twists: ['inspected'],
  },
  {
    name: 'BĐ 5.4',
    host: 'binh-dinh',
    item: '5.4',
    contentItem: '4d',
    kind: 'enterprise-support',
    output: { name: 'Doanh nghiệp tham gia sàn quốc tế', unit: 'doanh nghiệp', volume: 5 },
    vote: 'pass',
    ends: 'carried-over',
    twists: [],
  },
  {
    name: 'BĐ 5.5',
    host: 'binh-dinh',
    item: '5.5',
    contentItem: '4d',
    kind: 'enterprise-support',
    output: { name: 'Website được chứng nhận SafeWeb', unit: 'website', volume: 5 },
    vote: 'fail',
    ends: 'refused',
    twists: [],
  },
  {
    name: 'ĐN 1',
    host: 'dak-nong',
    title: 'Hỗ trợ doanh nghiệp tỉnh Đắk Nông đưa nông sản chủ lực lên sàn thương mại điện tử',
    contentItem: '4c',
    kind: 'enterprise-support',
    output: { name: 'Doanh nghiệp, hợp tác xã có gian hàng trực tuyến', unit: 'đơn vị', volume: 20 },
    sums: { programme: 140_000_000, other: 60_000_000, otherSource: 'local' },
    vote: 'pass',
    ends: 'closed',
    twists: ['supplemented'],
  },
  {
    name: 'ĐN 2',
    host: 'dak-nong',
    title: 'Xây dựng website quảng bá du lịch và sản phẩm OCOP tỉnh Đắk Nông',
    contentItem: '4b',
    kind: 'website',
    output: { name: 'Website', unit: 'hệ thống', volume: 1 },
    sums: { programme: 70_000_000, other: 30_000_000, otherSource: 'local' },
    vote: null,
    ends: 'late',
    twists: [],
  },
  {
    name: 'VECOM 1',
    host: 'vecom',
    title: 'Diễn đàn toàn cảnh và tập huấn kỹ năng thương mại điện tử cho hội viên năm 2022',
    contentItem: '7a',
    kind: 'training',
    output: { name: 'Khóa tập huấn', unit: 'khóa', volume: 5 },
    sums: { programme: 200_000_000, other: 200_000_000, otherSource: 'enterprise' },
    vote: 'pass',
    ends: 'closed',
    twists: [],
  },
  {
    name: 'VECOM 2',
    host: 'vecom',
    title: 'Xây dựng phần mềm chia sẻ dữ liệu chỉ số thương mại điện tử',
    contentItem: '4k',
    kind: 'software',
    output: { name: 'Phần mềm', unit: 'hệ thống', volume: 1 },
    sums: { programme: 90_000_000, other: 60_000_000, otherSource: 'enterprise' },
    vote: null,
    ends: 'withdrawn',
    twists: [],
  },
];
