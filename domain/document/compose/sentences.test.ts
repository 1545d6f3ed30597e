import { expect, test } from 'vitest';
import type { DocumentType } from '../model.ts';
import { composeDocument } from './all.ts';
import { sampleInputs } from './samples/all.ts';

const host = 'Sở Công Thương tỉnh Bình Định';
const scheme = '“Hỗ trợ doanh nghiệp tỉnh Bình Định áp dụng giải pháp công nghệ số để truy xuất nguồn gốc xuất xứ của sản phẩm năm 2022”';
const programme = 'Chương trình phát triển thương mại điện tử quốc gia';

const said: Record<DocumentType, [abstract: string, sentences: string[]]> = {
  'call-letter': [
    `mời đề xuất đề án thuộc ${programme} năm 2022`,
    [
      'Ngân sách trung ương: 40.000.000.000 đồng;',
      'trước ngày 31 tháng 3 năm 2022. Hồ sơ gửi sau thời hạn nêu trên không được xem xét trong kỳ này.',
    ],
  ],
  receipt: [
    `Đề án thuộc ${programme}`,
    ['09 giờ 05 phút, ngày 15 tháng 3 năm 2022', 'thông báo kết quả cho đơn vị chủ trì trước ngày 05/4/2022.'],
  ],
  'supplement-request': [
    `bổ sung, hoàn thiện hồ sơ đề án thuộc ${programme}`,
    [`đã kiểm tra hồ sơ đề án ${scheme} (mã hồ sơ DA-2022-0012) do ${host} chủ trì.`, 'trước ngày 29 tháng 4 năm 2022.'],
  ],
  opinion: [
    `Về việc đề nghị hỗ trợ kinh phí thực hiện đề án ${scheme}`,
    ['cam kết bố trí vốn đối ứng từ nguồn ngân sách địa phương: 150.000.000 đồng (Bằng chữ: Một trăm năm mươi triệu đồng chẵn)'],
  ],
  'council-appointment': [
    `Về việc thành lập Hội đồng thẩm định đề án thuộc ${programme} năm 2022`,
    ['gồm các ông (bà) có tên sau:', 'Ủy viên phản biện', 'Hội đồng tự giải thể sau khi hoàn thành nhiệm vụ.'],
  ],
  invitation: [
    `Họp Hội đồng thẩm định đề án thuộc ${programme} năm 2022 (phiên thứ 1)`,
    ['08 giờ 30 phút, ngày 18 tháng 5 năm 2022.', 'Thẩm định 03 đề án sau:'],
  ],
  'score-sheet': [
    `Hội đồng thẩm định đề án thuộc ${programme} năm 2022 - Phiên thứ 1`,
    ['85,5', '34,5', '6. Kết luận: Đề nghị phê duyệt sau khi chỉnh sửa, hoàn thiện.'],
  ],
  'count-record': [
    `Hội đồng thẩm định đề án thuộc ${programme} năm 2022 - Phiên thứ 1`,
    [
      '57,1%',
      'khi có ít nhất 2/3 số thành viên có mặt tán thành (từ 05 phiếu trở lên).',
      'Hội đồng đề nghị phê duyệt đề án sau khi chỉnh sửa, hoàn thiện.',
    ],
  ],
  minutes: [
    `Họp Hội đồng thẩm định đề án thuộc ${programme} năm 2022 (phiên thứ 1)`,
    [
      'Ý kiến của Đỗ Thị Mẫu (bằng văn bản, để tham khảo):',
      'Ý kiến bảo lưu của Bùi Văn Mẫu:',
      'Bùi Văn Mẫu không tham gia thẩm định do có lợi ích liên quan:',
    ],
  ],
  submission: [
    `Về việc phê duyệt Danh mục đề án thuộc ${programme} năm 2022`,
    ['Ngân sách trung ương: 5.335.000.000 đồng (trong tổng mức 6.000.000.000 đồng được bố trí);', 'Danh sách dự phòng gồm 01 đề án'],
  ],
  'approval-decision': [
    `Về việc phê duyệt Danh mục đề án thuộc ${programme} năm 2022`,
    [
      'Tổng kinh phí thực hiện: 6.860.000.000 đồng (Bằng chữ: Sáu tỷ, tám trăm sáu mươi triệu đồng chẵn), trong đó:',
      'chịu trách nhiệm thi hành Quyết định này./.',
    ],
  ],
  refusal: [
    `Về việc không phê duyệt đề án thuộc ${programme} năm 2022`,
    [`Không phê duyệt 02 đề án thuộc ${programme} năm 2022, gồm:`, 'Chưa có cam kết bố trí vốn đối ứng.'],
  ],
  'allocation-decision': [
    `Về việc phân bổ kinh phí thực hiện các đề án thuộc ${programme} năm 2023`,
    [
      'đã được phê duyệt tại Quyết định số 1286/QĐ-BCT ngày 24 tháng 6 năm 2022',
      'tổng số tiền: 2.200.000.000 đồng (Bằng chữ: Hai tỷ, hai trăm triệu đồng chẵn)',
    ],
  ],
  'local-plan-decision': [
    'Về việc phê duyệt Danh mục đề án phát triển thương mại điện tử tỉnh Bình Định năm 2023 và dự toán kinh phí thực hiện',
    ['tổng dự toán kinh phí: 220.000.000 đồng (Bằng chữ: Hai trăm hai mươi triệu đồng chẵn)'],
  ],
  contract: [
    `Thực hiện đề án thuộc ${programme}`,
    [
      'BÊN A',
      'Từ ngày 15 tháng 7 năm 2022 đến ngày 15 tháng 12 năm 2022.',
      'Giá trị hợp đồng: 350.000.000 đồng (Bằng chữ: Ba trăm năm mươi triệu đồng chẵn).',
    ],
  ],
  'payment-request': [
    `Đề án thuộc ${programme}`,
    [`${host} đề nghị thanh toán kinh phí thực hiện đề án ${scheme} theo Hợp đồng số 18/2022/HĐ-TMĐT ngày 15 tháng 7 năm 2022 như sau:`],
  ],
  'acceptance-minutes': [`Kết quả thực hiện đề án ${scheme}`, ['1.350,5', 'phần chưa thực hiện không được nghiệm thu.']],
  'settlement-table': [
    `Thực hiện đề án ${scheme}`,
    ['Số tiền đề nghị quyết toán: 493.500.000 đồng (Bằng chữ: Bốn trăm chín mươi ba triệu, năm trăm nghìn đồng chẵn).'],
  ],
  'settlement-notice': [
    `Kết quả thẩm tra quyết toán kinh phí thực hiện đề án ${scheme}`,
    ['Số kinh phí còn được thanh toán: 58.500.000 đồng, thanh toán theo quy định.'],
  ],
  'recovery-notice': [
    `Về việc thu hồi kinh phí thực hiện đề án ${scheme}`,
    ['Số kinh phí phải hoàn trả: 5.000.000 đồng (Bằng chữ: Năm triệu đồng chẵn).', 'trước ngày 15 tháng 02 năm 2023;'],
  ],
  'adjustment-decision': [
    `Về việc điều chỉnh đề án ${scheme} thuộc ${programme}`,
    ['12 doanh nghiệp', 'Các nội dung khác thực hiện theo Quyết định số 1286/QĐ-BCT ngày 24 tháng 6 năm 2022.'],
  ],
  'termination-decision': [
    `Về việc chấm dứt thực hiện đề án “Đào tạo, tập huấn kỹ năng bán hàng trực tuyến cho hợp tác xã, hộ kinh doanh tỉnh Đắk Nông” thuộc ${programme}`,
    ['kể từ ngày 10 tháng 10 năm 2022, với lý do:', 'trước ngày 31 tháng 10 năm 2022.'],
  ],
  correction: [
    'đính chính Quyết định số 1286/QĐ-BCT',
    [
      'tại Quyết định số 1286/QĐ-BCT ngày 24 tháng 6 năm 2022 của Bộ trưởng Bộ Công Thương về việc phê duyệt Danh mục đề án',
      '2. Nội dung đính chính: Số điện thoại của đơn vị đầu mối là 024 2220 5521.',
    ],
  ],
  'recall-notice': [
    'Về việc thu hồi Quyết định số 1286/QĐ-BCT',
    ['kể từ ngày 11 tháng 7 năm 2022.', 'hủy bỏ văn bản điện tử trên hệ thống', 'trước ngày 13 tháng 7 năm 2022.'],
  ],
  'certified-copy': [
    'Sao y Quyết định số 1286/QĐ-BCT',
    ['văn bản được sao gồm 4 trang; số lượng bản sao: 2; mã băm SHA-256 của tệp được sao: 9f86d081884c7d65'],
  ],
  'copy-of-copy': ['Sao lục Quyết định số 1286/QĐ-BCT', ['Sao lục từ Quyết định số 1286/QĐ-BCT ngày 24 tháng 6 năm 2022']],
  extract: [
    'Trích sao Quyết định số 1286/QĐ-BCT',
    ['Điều 3. Quyết định này có hiệu lực kể từ ngày ký.', 'Trích sao từ Quyết định số 1286/QĐ-BCT'],
  ],
  reminder: [`đôn đốc thực hiện đề án thuộc ${programme}`, ['(thời hạn: ngày 25/6/2022).', 'trước ngày 05 tháng 8 năm 2022;']],
};

test.each(Object.entries(said))('%s says what it must', (type, [abstract, sentences]) => {
  const document = composeDocument(type as DocumentType, sampleInputs[type as DocumentType].normal);
  expect(document.abstract).toBe(abstract);
  const body = JSON.stringify(document.body).replaceAll('\\"', '"');
  expect(sentences.filter((sentence) => !body.includes(sentence))).toEqual([]);
});
