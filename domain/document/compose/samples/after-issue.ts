import type { z } from 'zod';
import type { CopyInput, ExtractInput } from '../copies.ts';
import type { About, CorrectionInput } from '../correction.ts';
import type { RecallNoticeInput } from '../recall-notice.ts';
import { bare, committee, department, ministry } from './frames.ts';
import type { Samples } from './samples.ts';
import { longHost, longTitle, vecom } from './schemes.ts';

const decision: z.input<typeof About> = {
  kind: 'Quyết định',
  number: '1286/QĐ-BCT',
  date: '2022-06-24',
  by: 'Bộ trưởng Bộ Công Thương',
  abstract: 'Về việc phê duyệt Danh mục đề án thuộc Chương trình phát triển thương mại điện tử quốc gia năm 2022',
};
const longDecision: z.input<typeof About> = {
  kind: 'Quyết định',
  number: '4157/QĐ-UBND',
  date: '2022-10-07',
  by: 'Ủy ban nhân dân tỉnh Bình Định',
  abstract: `Về việc phê duyệt Kế hoạch và dự toán kinh phí thực hiện đề án “${longTitle}” do ${longHost} chủ trì năm 2022`,
};

const letterFrame = ministry({
  symbol: 'BCT-VP',
  number: 7,
  date: '2022-07-04',
  recipients: ['Như trên', 'Bộ trưởng (để báo cáo)', 'Lưu: VT, TMĐT'],
  bases: [],
});
const letter: z.input<typeof CorrectionInput> = {
  frame: letterFrame,
  addressees: [vecom.host, 'Sở Công Thương tỉnh Bình Định'],
  corrected: decision,
  error: 'số điện thoại của đơn vị đầu mối tại Điều 3 được in là 024 2220 5512',
  text: 'số điện thoại của đơn vị đầu mối là 024 2220 5521',
};
export const correctionSamples: Samples<typeof CorrectionInput> = {
  normal: letter,
  short: { ...letter, frame: bare(letterFrame), addressees: [vecom.host], error: 'Sai số trang', text: 'Số trang đúng là 03' },
  extreme: {
    ...letter,
    frame: committee({ symbol: 'UBND-VP', number: 1204, date: '2022-10-21', bases: [], recipients: ['Như trên', 'Lưu: VT, K6'] }),
    addressees: Array.from({ length: 9 }, (_, n) => `${longHost} (cơ sở ${n + 1})`),
    corrected: longDecision,
    error: `tại cột 3 các dòng 12, 47 và 118 của Phụ lục, tên đơn vị chủ trì “${longHost}” được trình bày thiếu một phần tên, tên đề án “${longTitle}” ngắt dòng sai và số trang của Phụ lục được đánh liên tục với số trang của Quyết định`,
    text: `tên đơn vị chủ trì tại các dòng nêu trên là “${longHost}”, tên đề án là “${longTitle}”; số trang của Phụ lục được đánh riêng từ trang 2`,
  },
};

const noticeFrame = ministry({
  symbol: 'TB-BCT',
  number: 31,
  date: '2022-07-11',
  recipients: ['Vụ Kế hoạch - Tài chính', 'Các đơn vị chủ trì đề án có tên trong Quyết định được thu hồi', 'Lưu: VT, TMĐT'],
  bases: ['Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư'],
});
const notice: z.input<typeof RecallNoticeInput> = {
  frame: noticeFrame,
  recalled: decision,
  reason: 'Quyết định được phát hành khi chưa có ý kiến thẩm tra của đơn vị tài chính',
  recalledOn: '2022-07-11',
  confirmBy: '2022-07-13',
};
export const recallNoticeSamples: Samples<typeof RecallNoticeInput> = {
  normal: notice,
  short: { ...notice, frame: bare(noticeFrame), reason: 'Phát hành nhầm' },
  extreme: {
    ...notice,
    frame: committee({ symbol: 'TB-UBND', number: 1388, date: '2022-10-21', bases: noticeFrame.bases }),
    recalled: longDecision,
    reason: `Danh mục kèm theo có đề án “${longTitle}” của ${longHost} đã được bố trí kinh phí từ nguồn khác trong cùng năm ngân sách và chưa được Hội đồng nhân dân tỉnh cho ý kiến về phần vốn đối ứng`,
    recalledOn: '2022-10-21',
    confirmBy: '2022-10-25',
  },
};

const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const copyFrame = (symbol: string) =>
  ministry({
    symbol,
    number: 12,
    date: '2022-07-05',
    signer: { capacity: ['TL. BỘ TRƯỞNG'], title: 'VĂN THƯ', name: 'Cao Thị Mẫu' },
    recipients: ['Sở Công Thương tỉnh Bình Định', 'Lưu: VT'],
    bases: [],
  });
const copyOf = (symbol: string): z.input<typeof CopyInput> => ({
  frame: copyFrame(symbol),
  original: decision,
  pages: 4,
  sha256,
  copies: 2,
});
const copySamples = (symbol: string): Samples<typeof CopyInput> => ({
  normal: copyOf(symbol),
  short: { ...copyOf(symbol), frame: bare(copyFrame(symbol)), pages: 1, copies: 1 },
  extreme: {
    ...copyOf(symbol),
    frame: department({
      symbol,
      number: 1_450,
      signer: { capacity: ['TL. CỤC TRƯỞNG'], title: 'CHÁNH VĂN PHÒNG', name: 'Nguyễn Hoàng Bảo Quỳnh Mẫu' },
      recipients: [...Array.from({ length: 12 }, (_, n) => `${longHost} (cơ sở ${n + 1})`), 'Lưu: VT'],
      bases: [],
    }),
    original: longDecision,
    pages: 318,
    copies: 1_000,
  },
});
export const certifiedCopySamples = copySamples('SY-BCT');
export const copyOfCopySamples = copySamples('SL-BCT');

const parts = copySamples('TrS-BCT');
export const extractSamples: Samples<typeof ExtractInput> = {
  normal: {
    ...parts.normal,
    excerpt: [
      'Điều 2. Cục Thương mại điện tử và Kinh tế số chủ trì, phối hợp với Vụ Kế hoạch - Tài chính hướng dẫn, kiểm tra các đơn vị chủ trì thực hiện đề án.',
      'Điều 3. Quyết định này có hiệu lực kể từ ngày ký.',
    ],
  },
  short: { ...parts.short, excerpt: ['Điều 3. Quyết định này có hiệu lực kể từ ngày ký.'] },
  extreme: {
    ...parts.extreme,
    excerpt: Array.from({ length: 40 }, (_, n) => `${n + 1}. Đề án “${longTitle}” do ${longHost} chủ trì, thực hiện trong năm 2022.`),
  },
};
