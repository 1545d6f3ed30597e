import { annexOf, edit, last, points, type Row, tableOf } from './spoil.ts';

export const sums: Row[] = [
  [
    'words of another sum',
    'approval-decision',
    'sum.words',
    (d) => {
      const [first] = points(d, 1);
      if (first) first.text = edit(first.text, 'tám trăm', 'bảy trăm');
    },
  ],
  [
    'figures of another sum',
    'opinion',
    'sum.words',
    (d) => {
      for (const block of d.body)
        if (block.kind === 'paragraph') block.text = block.text.replace('500.000.000 đồng (Bằng chữ', '510.000.000 đồng (Bằng chữ');
    },
  ],
  [
    'words of another sum in a payment',
    'payment-request',
    'sum.words',
    (d) => {
      for (const block of d.body) if (block.kind === 'paragraph') block.text = block.text.replace('bảy mươi lăm', 'bảy mươi tư');
    },
  ],
  [
    'other words under the annex',
    'approval-decision',
    'sum.words',
    (d) => {
      annexOf(d).closing = edit(annexOf(d).closing, 'Sáu tỷ', 'Bảy tỷ');
    },
  ],
  [
    'a part that is too large',
    'approval-decision',
    'sum.parts',
    (d) => {
      const first = points(d, 1)[0]?.points[0];
      if (first) first.text = edit(first.text, '5.335.000.000', '5.353.000.000');
    },
  ],
  [
    'a part left out',
    'allocation-decision',
    'sum.parts',
    (d) => {
      const list = points(d, 1);
      list.pop();
      last(list).text = last(list).text.replace(/;$/u, '.');
    },
  ],
  [
    'another total in the annex',
    'approval-decision',
    'sum.annex',
    (d) => {
      const [first] = points(d, 1);
      if (first) {
        first.text = 'Tổng kinh phí thực hiện: 6.870.000.000 đồng (Bằng chữ: Sáu tỷ, tám trăm bảy mươi triệu đồng chẵn), trong đó:';
        const part = first.points[0];
        if (part) part.text = edit(part.text, '5.335', '5.345');
      }
    },
  ],
  [
    'another total in a submission',
    'submission',
    'sum.annex',
    (d) => {
      for (const block of d.body)
        if (block.kind === 'paragraph')
          block.text = block.text.replace(
            '6.860.000.000 đồng (Bằng chữ: Sáu tỷ, tám trăm sáu mươi triệu',
            '6.860.001.000 đồng (Bằng chữ: Sáu tỷ, tám trăm sáu mươi triệu, không trăm lẻ một nghìn',
          );
    },
  ],
  [
    'a sum without dots',
    'termination-decision',
    'sum.grouping',
    (d) => {
      const point = last(points(d, 2));
      point.text = edit(point.text, '180.000.000', '180000000');
    },
  ],
  [
    'a sum with commas',
    'recovery-notice',
    'sum.grouping',
    (d) => {
      for (const block of d.body)
        if (block.kind === 'list' && block.points[0]) block.points[0].text = block.points[0].text.replaceAll(/(\d)\.(?=\d{3})/gu, '$1,');
    },
  ],
  [
    'a total that is no sum',
    'approval-decision',
    'table.total',
    (d) => {
      last(tableOf(annexOf(d).blocks).rows).cells[5] = 5_335_000_001;
    },
  ],
  [
    'a section that is no sum',
    'approval-decision',
    'table.total',
    (d) => {
      const [section] = tableOf(annexOf(d).blocks).rows;
      if (section) section.cells[5] = 1;
    },
  ],
  [
    'a line more than the total knows',
    'settlement-table',
    'table.total',
    (d) => {
      const row = tableOf(d.body).rows.find(({ kind }) => kind === 'item');
      if (row) row.cells[2] = 1_000_000;
    },
  ],
  [
    'scores that do not add up',
    'score-sheet',
    'table.total',
    (d) => {
      last(tableOf(d.body).rows).cells[3] = '86,5';
    },
  ],
  [
    'ballots that do not add up',
    'count-record',
    'table.total',
    (d) => {
      last(tableOf(d.body).rows).cells[2] = 6;
    },
  ],
  [
    'a row that is not its sources',
    'submission',
    'table.row-sum',
    (d) => {
      const row = tableOf(annexOf(d).blocks).rows.find(({ kind }) => kind === 'item');
      if (row) row.cells[4] = 500_000_001;
    },
  ],
  [
    'an allocation that is not its sources',
    'allocation-decision',
    'table.row-sum',
    (d) => {
      const [row] = tableOf(annexOf(d).blocks).rows;
      if (row) row.cells[5] = 1;
    },
  ],
  [
    'a row’s number twice',
    'approval-decision',
    'table.numbering',
    (d) => {
      const rows = tableOf(annexOf(d).blocks).rows.filter(({ kind }) => kind === 'item');
      if (rows[1]) rows[1].cells[0] = '1';
    },
  ],
  [
    'a row without a number',
    'council-appointment',
    'table.numbering',
    (d) => {
      const row = tableOf(d.body).rows[2];
      if (row) row.cells[0] = '';
    },
  ],
  [
    'section III after I',
    'approval-decision',
    'table.numbering',
    (d) => {
      const rows = tableOf(annexOf(d).blocks).rows.filter(({ kind }) => kind === 'section');
      if (rows[1]) rows[1].cells[0] = 'III';
    },
  ],
  [
    'money without a unit',
    'allocation-decision',
    'table.unit',
    (d) => {
      delete tableOf(annexOf(d).blocks).unit;
    },
  ],
];
