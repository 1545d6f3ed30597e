import { annexOf, edit, type Row, sample } from './spoil.ts';

export const annexes: Row[] = [
  [
    'an annex called otherwise',
    'approval-decision',
    'annex.heading',
    (d) => {
      annexOf(d).heading = 'DANH MỤC KÈM THEO';
    },
  ],
  [
    'two annexes without numbers',
    'approval-decision',
    'annex.heading',
    (d) => {
      d.annexes.push(structuredClone(annexOf(d)));
    },
  ],
  [
    'an annex’s title in small letters',
    'approval-decision',
    'annex.title-capitals',
    (d) => {
      annexOf(d).title = 'Danh mục đề án';
    },
  ],
  [
    'an annex to nothing',
    'approval-decision',
    'annex.reference',
    (d) => {
      delete annexOf(d).reference;
    },
  ],
  [
    'a reference without brackets',
    'approval-decision',
    'annex.reference',
    (d) => {
      annexOf(d).reference = edit(annexOf(d).reference, /[()]/gu, '');
    },
  ],
  [
    'an annex to another number',
    'approval-decision',
    'annex.reference-differs',
    (d) => {
      annexOf(d).reference = edit(annexOf(d).reference, '1286', '1287');
    },
  ],
  [
    'an annex of another day',
    'approval-decision',
    'annex.reference-differs',
    (d) => {
      annexOf(d).reference = edit(annexOf(d).reference, 'ngày 24', 'ngày 25');
    },
  ],
  [
    'an annex of another body',
    'approval-decision',
    'annex.reference-differs',
    (d) => {
      annexOf(d).reference = edit(annexOf(d).reference, 'Bộ Công Thương)', 'Bộ Tài chính)');
    },
  ],
  [
    'an annex to another type',
    'approval-decision',
    'annex.reference-differs',
    (d) => {
      annexOf(d).reference = edit(annexOf(d).reference, 'Quyết định', 'Tờ trình');
    },
  ],
  [
    'an annex that is not there',
    'approval-decision',
    'annex.missing',
    (d) => {
      d.annexes = [];
    },
  ],
  [
    'an annex that nobody speaks of',
    'refusal',
    'annex.unmentioned',
    (d) => {
      d.annexes = structuredClone(sample('approval-decision').annexes);
      const [annex] = d.annexes;
      if (annex) annex.reference = '(Kèm theo Quyết định số 1287/QĐ-BCT ngày 24 tháng 6 năm 2022 của Bộ trưởng Bộ Công Thương)';
    },
  ],
];
