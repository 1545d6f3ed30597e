import type { Visitor } from '../site.ts';
import { fillAll } from './people.ts';

/** A scheme is begun from the list of schemes: its title, and the item of Annex II it belongs to. */
export async function begin(drafter: Visitor, title: string, item: string): Promise<void> {
  await drafter.open('/');
  await drafter.open('/schemes');
  await drafter.press('Lập đề án');
  await drafter.fill('Tên đề án', title);
  await drafter.fill(`${item} `, true);
  await drafter.press('Lập đề án');
}

/** Every section but the budget, one after the other from the list of tasks; the drafter is at the budget in the end. */
export async function writeSections(drafter: Visitor): Promise<void> {
  await drafter.press('Sự cần thiết');
  await drafter.fill('Sự cần thiết', 'Hợp tác xã có sản phẩm OCOP còn thiếu kỹ năng bán hàng trực tuyến.');
  await drafter.press('Lưu và sang phần tiếp');
  await drafter.fill('Mục tiêu', 'Nâng cao kỹ năng ứng dụng thương mại điện tử.');
  await drafter.press('Lưu và sang phần tiếp');
  await drafter.fill('Chỉ tiêu', '200 lượt học viên.');
  await drafter.press('Lưu và sang phần tiếp');
  await fillAll(drafter, { Tên: 'Lớp tập huấn', 'Đơn vị tính': 'lớp', 'Khối lượng': '4' });
  await drafter.press('Lưu và sang phần tiếp');
  await drafter.fill('Đối tượng thụ hưởng', 'Hợp tác xã, hộ kinh doanh trên địa bàn tỉnh.');
  await drafter.press('Lưu và sang phần tiếp');
  await fillAll(drafter, { Tên: 'Tổ chức lớp', Từ: '2022-06-01', Đến: '2022-10-31' });
  await drafter.press('Lưu và sang phần tiếp');
  await drafter.fill('Địa điểm thực hiện', 'Thành phố Quy Nhơn, tỉnh Bình Định');
  await drafter.press('Lưu và sang phần tiếp');
}

/** One row of the budget grid, four classes of twenty-five million đồng; so much of it from the programme and from the province, as people write sums. */
export async function writeBudget(drafter: Visitor, programme: string, province: string): Promise<void> {
  await fillAll(drafter, {
    'Nội dung chi': 'Tổ chức lớp tập huấn',
    'Đơn vị tính': 'lớp',
    'Số lượng': '4',
    'Đơn giá': '25.000.000',
    'Kinh phí Chương trình': programme,
    'Ngân sách tỉnh': province,
    'Tên nguồn đối ứng': 'Ngân sách tỉnh',
  });
}
