import { annexOf, edit, type Row, replaceIn } from './spoil.ts';

export const bases: Row[] = [
  [
    'a basis without “Căn cứ”',
    'approval-decision',
    'basis.opening',
    (d) => {
      d.bases[1] = edit(d.bases[1], 'Căn cứ ', '');
    },
  ],
  [
    'a basis ending with a full stop',
    'approval-decision',
    'basis.punctuation',
    (d) => {
      d.bases[0] = edit(d.bases[0], /;$/u, '.');
    },
  ],
  [
    'a basis ending with nothing',
    'approval-decision',
    'basis.punctuation',
    (d) => {
      d.bases[1] = edit(d.bases[1], /;$/u, '');
    },
  ],
  [
    'the last basis with a semicolon',
    'approval-decision',
    'basis.punctuation',
    (d) => {
      d.bases[3] = edit(d.bases[3], /\.$/u, ';');
    },
  ],
  [
    'a basis ending twice',
    'approval-decision',
    'basis.punctuation',
    (d) => {
      d.bases[1] = `${d.bases[1]};`;
    },
  ],
  [
    '“Xét đề nghị …,”',
    'approval-decision',
    'basis.comma',
    (d) => {
      d.bases[3] = 'Xét đề nghị của Cục trưởng Cục Thương mại điện tử và Kinh tế số,';
    },
  ],
  [
    'the proposal before the law',
    'approval-decision',
    'basis.proposal-last',
    (d) => {
      d.bases = [edit(d.bases[3], /\.$/u, ';'), ...d.bases.slice(0, 2), edit(d.bases[2], /;$/u, '.')];
    },
  ],
  [
    'a decree after a decision',
    'approval-decision',
    'basis.order',
    replaceIn('bases', 2, 'Căn cứ Nghị định số 52/2013/NĐ-CP ngày 16 tháng 5 năm 2013 của Chính phủ về thương mại điện tử;'),
  ],
  [
    'a law after a decision',
    'approval-decision',
    'basis.order',
    replaceIn('bases', 2, 'Căn cứ Luật Giao dịch điện tử ngày 29 tháng 11 năm 2005;'),
  ],
  [
    'a decree that nobody knows',
    'approval-decision',
    'basis.unknown',
    replaceIn('bases', 1, 'Căn cứ Nghị định số 199/2017/NĐ-CP ngày 18 tháng 8 năm 2017 của Chính phủ về thương mại điện tử;'),
  ],
  [
    'a law that nobody knows',
    'approval-decision',
    'basis.unknown',
    replaceIn('bases', 0, 'Căn cứ Luật Thương mại số ngày 14 tháng 6 năm 2015;'),
  ],
  [
    'a law not in force any more',
    'approval-decision',
    'basis.not-in-force',
    (d) => {
      d.date = '2025-03-03';
      annexOf(d).reference = edit(annexOf(d).reference, 'ngày 24 tháng 6 năm 2022', 'ngày 03 tháng 3 năm 2025');
    },
  ],
  [
    'a circular not yet in force',
    'approval-decision',
    'basis.not-in-force',
    (d) => {
      d.date = '2023-01-10';
      d.bases[1] = 'Căn cứ Thông tư số 10/2022/TT-BNV ngày 19 tháng 12 năm 2022 của Bộ Nội vụ quy định thời hạn bảo quản tài liệu;';
    },
  ],
  [
    'a replaced law in a letter',
    'opinion',
    'basis.not-in-force',
    (d) => {
      d.date = '2025-07-01';
    },
  ],
  [
    'a basis of another day',
    'approval-decision',
    'basis.date',
    (d) => {
      d.bases[2] = edit(d.bases[2], 'ngày 15 tháng 5 năm 2020', 'ngày 16 tháng 5 năm 2020');
    },
  ],
  [
    'a law of another day',
    'local-plan-decision',
    'basis.date',
    (d) => {
      d.bases[1] = edit(d.bases[1], 'ngày 29 tháng 11 năm 2005', 'ngày 28 tháng 11 năm 2005');
    },
  ],
  [
    'a decision called a circular',
    'approval-decision',
    'basis.kind',
    (d) => {
      d.bases[2] = edit(d.bases[2], 'Quyết định số', 'Thông tư số');
    },
  ],
  [
    'one basis twice',
    'approval-decision',
    'basis.twice',
    (d) => {
      d.bases.splice(2, 0, d.bases[1] ?? '');
    },
  ],
  [
    'a basis later than the decision',
    'allocation-decision',
    'date.later',
    replaceIn('bases', 1, 'Căn cứ Quyết định số 2299/QĐ-BCT ngày 12 tháng 12 năm 2022 của Bộ trưởng Bộ Công Thương;'),
  ],
];
