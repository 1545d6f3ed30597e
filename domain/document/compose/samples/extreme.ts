/** What strains a page most, and yet may be met: invented, as all samples are. */

/** A person's name of 60 letters. */
export const longName = 'Công Tằng Tôn Nữ Nguyễn Phước Hoàng Thị Thùy Dương Bảo Khánh Ngọc Linh Mẫu';

/** Words without a place where a line could end. */
export const longWords = [
  'https://thuong-mai-dien-tu.mau.test/chuong-trinh/2021-2025/de-an/ho-so/thuyet-minh?phien-ban=ban-chinh-thuc-sau-tham-dinh',
  'HoSoThuyetMinhDuToanChiTietVaBaoGiaKemTheoDeAnThuongMaiDienTuXuyenBienGioi.2022.v12.pdf',
] as const;

/** Twelve legal bases in the order of their rank, all in force in 2022. */
export const twelveBases = [
  'Căn cứ Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005',
  'Căn cứ Luật Công nghệ thông tin ngày 29 tháng 6 năm 2006',
  'Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015',
  'Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015',
  'Căn cứ Nghị định số 52/2013/NĐ-CP ngày 16 tháng 5 năm 2013 của Chính phủ về thương mại điện tử',
  'Căn cứ Nghị định số 163/2016/NĐ-CP ngày 21 tháng 12 năm 2016 của Chính phủ quy định chi tiết thi hành một số điều của Luật Ngân sách nhà nước',
  'Căn cứ Nghị định số 98/2017/NĐ-CP ngày 18 tháng 8 năm 2017 của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của Bộ Công Thương',
  'Căn cứ Nghị định số 85/2021/NĐ-CP ngày 25 tháng 9 năm 2021 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 52/2013/NĐ-CP ngày 16 tháng 5 năm 2013 của Chính phủ về thương mại điện tử',
  'Căn cứ Quyết định số 07/2015/QĐ-TTg ngày 02 tháng 3 năm 2015 của Thủ tướng Chính phủ về việc ban hành Quy chế quản lý và thực hiện Chương trình phát triển thương mại điện tử quốc gia',
  'Căn cứ Quyết định số 645/QĐ-TTg ngày 15 tháng 5 năm 2020 của Thủ tướng Chính phủ phê duyệt Kế hoạch tổng thể phát triển thương mại điện tử quốc gia giai đoạn 2021 - 2025',
  'Căn cứ Thông tư số 342/2016/TT-BTC ngày 30 tháng 12 năm 2016 của Bộ trưởng Bộ Tài chính quy định chi tiết và hướng dẫn thi hành một số điều của Nghị định số 163/2016/NĐ-CP ngày 21 tháng 12 năm 2016 của Chính phủ',
  'Theo đề nghị của Cục trưởng Cục Thương mại điện tử và Kinh tế số tại Tờ trình số 12/TTr-TMĐT ngày 25 tháng 01 năm 2022',
];
