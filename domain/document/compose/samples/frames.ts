import type { z } from 'zod';
import type { Frame } from '../frame.ts';

type FrameInput = z.input<typeof Frame>;

/** What every sample says of itself. All persons, numbers and codes are invented. */
const common = {
  programme: 'Chương trình phát triển thương mại điện tử quốc gia',
  sample: true,
  rehearsal: true,
  code: '7Kx9Lm2QpR4tVw8Z',
  verifyUrl: 'https://tra-cuu.mau.test/verify/7Kx9Lm2QpR4tVw8Z',
} as const;

const programmeBases = [
  'Căn cứ Quyết định số 07/2015/QĐ-TTg ngày 02 tháng 3 năm 2015 của Thủ tướng Chính phủ về việc ban hành Quy chế quản lý và thực hiện Chương trình phát triển thương mại điện tử quốc gia',
  'Căn cứ Quyết định số 645/QĐ-TTg ngày 15 tháng 5 năm 2020 của Thủ tướng Chính phủ phê duyệt Kế hoạch tổng thể phát triển thương mại điện tử quốc gia giai đoạn 2021 - 2025',
];

/** The ministry, signed by a deputy for the minister. */
export function ministry(changes: Partial<FrameInput> = {}): FrameInput {
  return {
    ...common,
    issuer: ['BỘ CÔNG THƯƠNG'],
    issuerName: 'Bộ Công Thương',
    authorityName: 'Bộ trưởng Bộ Công Thương',
    place: 'Hà Nội',
    symbol: 'QĐ-BCT',
    number: 5,
    date: '2022-02-07',
    signer: { capacity: ['KT. BỘ TRƯỞNG'], title: 'THỨ TRƯỞNG', name: 'Đặng Hoàng Mẫu' },
    recipients: [
      'Như Điều 5',
      'Bộ trưởng (để báo cáo)',
      'Bộ Tài chính (để phối hợp)',
      'Kho bạc Nhà nước',
      'Cổng Thông tin điện tử Bộ Công Thương',
      'Lưu: VT, TMĐT',
    ],
    bases: [
      'Căn cứ Nghị định số 98/2017/NĐ-CP ngày 18 tháng 8 năm 2017 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Công Thương',
      ...programmeBases,
      'Theo đề nghị của Cục trưởng Cục Thương mại điện tử và Kinh tế số tại Tờ trình số 12/TTr-TMĐT ngày 25 tháng 01 năm 2022',
    ],
    ...changes,
  };
}

/** The ministry's department that runs the programme. */
export function department(changes: Partial<FrameInput> = {}): FrameInput {
  return {
    ...common,
    parent: ['BỘ CÔNG THƯƠNG'],
    issuer: ['CỤC THƯƠNG MẠI ĐIỆN TỬ', 'VÀ KINH TẾ SỐ'],
    issuerName: 'Cục Thương mại điện tử và Kinh tế số',
    authorityName: 'Cục trưởng Cục Thương mại điện tử và Kinh tế số',
    place: 'Hà Nội',
    symbol: 'TMĐT-QLCT',
    number: 118,
    date: '2022-04-12',
    signer: { title: 'CỤC TRƯỞNG', name: 'Lê Thị Minh Mẫu' },
    recipients: ['Như trên', 'Lãnh đạo Cục', 'Lưu: VT, QLCT'],
    bases: programmeBases,
    ...changes,
  };
}

/** A people's committee, which decides as a body. */
export function committee(changes: Partial<FrameInput> = {}): FrameInput {
  return {
    ...common,
    issuer: ['ỦY BAN NHÂN DÂN', 'TỈNH BÌNH ĐỊNH'],
    issuerName: 'Ủy ban nhân dân tỉnh Bình Định',
    place: 'Bình Định',
    symbol: 'QĐ-UBND',
    number: 4157,
    date: '2022-10-07',
    signer: { capacity: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: 'Nguyễn Phi Mẫu' },
    recipients: [
      'Như Điều 4',
      'Bộ Công Thương (để báo cáo)',
      'TT Tỉnh ủy, TT HĐND tỉnh',
      'CT, các PCT UBND tỉnh',
      'Lãnh đạo VP UBND tỉnh',
      'Lưu: VT, K6',
    ],
    bases: [
      'Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật Sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019',
      'Căn cứ Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005',
      ...programmeBases,
      'Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 84/TTr-SCT ngày 02 tháng 10 năm 2022',
    ],
    ...changes,
  };
}

/** A provincial department that hosts schemes. */
export function host(changes: Partial<FrameInput> = {}): FrameInput {
  return {
    ...common,
    parent: ['ỦY BAN NHÂN DÂN', 'TỈNH BÌNH ĐỊNH'],
    issuer: ['SỞ CÔNG THƯƠNG'],
    issuerName: 'Sở Công Thương tỉnh Bình Định',
    place: 'Bình Định',
    symbol: 'SCT-QLTM',
    number: 231,
    date: '2022-06-20',
    signer: { title: 'GIÁM ĐỐC', name: 'Ngô Văn Mẫu' },
    recipients: ['Như trên', 'Lưu: VT, QLTM'],
    bases: [],
    ...changes,
  };
}

/** A frame stripped to what must be there: the body above the issuer and the copy that is kept are never left out. */
export function bare(frame: FrameInput): FrameInput {
  const { programme, parent, issuer, issuerName, authorityName, place, symbol, signer, bases, recipients } = frame;
  return {
    programme,
    parent,
    issuer,
    issuerName,
    authorityName,
    place,
    symbol,
    signer,
    bases: bases?.slice(0, 1),
    recipients: recipients?.slice(-1),
    sample: false,
    rehearsal: false,
  };
}
