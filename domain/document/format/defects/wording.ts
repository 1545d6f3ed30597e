import { annexOf, article, edit, paragraphAt, type Row, tableOf } from './spoil.ts';

export const wording: Row[] = [
  [
    'decomposed letters',
    'approval-decision',
    'text.nfc',
    (d) => {
      d.abstract = d.abstract.normalize('NFD');
    },
  ],
  [
    'decomposed letters in a cell',
    'approval-decision',
    'text.nfc',
    (d) => {
      const row = tableOf(annexOf(d).blocks).rows[1];
      if (row) row.cells[1] = String(row.cells[1]).normalize('NFD');
    },
  ],
  [
    'an abstract without diacritics',
    'approval-decision',
    'text.diacritics',
    (d) => {
      d.abstract = 'Ve viec phe duyet Danh muc de an nam 2022';
    },
  ],
  [
    'an article without diacritics',
    'approval-decision',
    'text.diacritics',
    (d) => {
      article(d, 4).text = 'Quyet dinh nay co hieu luc thi hanh ke tu ngay ky.';
    },
  ],
  [
    'two ways of tone marks',
    'local-plan-decision',
    'text.tone-marks',
    (d) => {
      article(d, 3).text =
        'Uỷ ban nhân dân tỉnh tổ chức thực hiện; tài liệu được số hoá đầy đủ, thúc đẩy thương mại điện tử phát triển hài hoà.';
    },
  ],
  [
    'a space before a comma',
    'approval-decision',
    'text.spacing',
    (d) => {
      article(d, 3).text = edit(article(d, 3).text, 'chủ trì,', 'chủ trì ,');
    },
  ],
  [
    'two spaces',
    'approval-decision',
    'text.spacing',
    (d) => {
      d.abstract = edit(d.abstract, 'Về việc ', 'Về việc  ');
    },
  ],
  [
    'no space after a comma',
    'approval-decision',
    'text.spacing',
    (d) => {
      article(d, 3).text = edit(article(d, 3).text, 'chủ trì, ', 'chủ trì,');
    },
  ],
  [
    'a place left open',
    'approval-decision',
    'text.open',
    (d) => {
      article(d, 4).text = 'Quyết định này có hiệu lực thi hành kể từ ngày … tháng 7 năm 2022.';
    },
  ],
  [
    'a template’s hole',
    'approval-decision',
    'text.open',
    (d) => {
      article(d, 3).text = edit(article(d, 3).text, 'Giao Cục', 'Giao undefined');
    },
  ],
  [
    'an invisible character',
    'approval-decision',
    'text.characters',
    (d) => {
      d.abstract = edit(d.abstract, 'phê duyệt', 'phê\u200bduyệt');
    },
  ],
  [
    'a Cyrillic letter',
    'approval-decision',
    'text.characters',
    (d) => {
      d.abstract = edit(d.abstract, 'án', '\u0430́n');
    },
  ],
  [
    'a lost character',
    'approval-decision',
    'text.characters',
    (d) => {
      article(d, 4).text = edit(article(d, 4).text, 'hiệu', 'hi\ufffdu');
    },
  ],
  [
    'an open bracket',
    'approval-decision',
    'text.brackets',
    (d) => {
      article(d, 1).text = edit(article(d, 1).text, ')', '');
    },
  ],
  [
    'an open quotation',
    'adjustment-decision',
    'text.brackets',
    (d) => {
      d.abstract = edit(d.abstract, '”', '');
    },
  ],
  [
    'a day below 10 without its zero',
    'approval-decision',
    'date.zero',
    (d) => {
      d.bases[1] = edit(d.bases[1], 'ngày 02 tháng 3', 'ngày 2 tháng 3');
    },
  ],
  [
    'January without its zero',
    'approval-decision',
    'date.zero',
    (d) => {
      d.bases[3] = edit(d.bases[3], 'tháng 01', 'tháng 1');
    },
  ],
  [
    'a short date without its zero',
    'reminder',
    'date.zero',
    (d) => {
      for (const block of d.body)
        if (block.kind === 'list' && block.points[0]) block.points[0].text = block.points[0].text.replace('25/6/2022', '5/6/2022');
    },
  ],
  [
    '31 June',
    'termination-decision',
    'date.impossible',
    (d) => {
      article(d, 4).text = edit(article(d, 4).text, '10 tháng 10', '31 tháng 6');
    },
  ],
  [
    'a number below 10 without its zero',
    'submission',
    'number.zero',
    (d) => {
      const said = paragraphAt(d, 2);
      said.text = edit(said.text, 'số 04/BB', 'số 4/BB');
    },
  ],
  [
    'a sample without its mark',
    'approval-decision',
    'sample.mark-missing',
    (d) => {
      d.sample = false;
    },
  ],
];
