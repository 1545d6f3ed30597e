import { type Row, replaceIn } from './spoil.ts';

export const recipients: Row[] = [
  [
    'no copy that is kept',
    'approval-decision',
    'recipients.file-copy',
    (d) => {
      d.recipients.pop();
      d.recipients[d.recipients.length - 1] = '- Kho bạc Nhà nước.';
    },
  ],
  [
    'the kept copy in the middle',
    'approval-decision',
    'recipients.file-copy',
    (d) => {
      d.recipients = ['- Như Điều 5;', '- Lưu: VT, TMĐT;', '- Kho bạc Nhà nước.'];
    },
  ],
  ['kept by nobody’s records office', 'approval-decision', 'recipients.file-copy', replaceIn('recipients', 5, '- Lưu: TMĐT.')],
  ['“Lưu” without its colon', 'approval-decision', 'recipients.file-copy', replaceIn('recipients', 5, '- Lưu VT, TMĐT.')],
  ['a recipient without a dash', 'approval-decision', 'recipients.punctuation', replaceIn('recipients', 3, 'Kho bạc Nhà nước;')],
  ['a recipient with a comma', 'approval-decision', 'recipients.punctuation', replaceIn('recipients', 3, '- Kho bạc Nhà nước,')],
  ['the last recipient with a semicolon', 'approval-decision', 'recipients.punctuation', replaceIn('recipients', 5, '- Lưu: VT, TMĐT;')],
  ['a recipient with “+”', 'reminder', 'recipients.punctuation', replaceIn('recipients', 1, '+ Lãnh đạo Cục;')],
  [
    'a decision not first to its executors',
    'approval-decision',
    'recipients.first',
    (d) => {
      d.recipients.shift();
    },
  ],
  [
    'a letter not first to its addressee',
    'reminder',
    'recipients.first',
    (d) => {
      d.recipients.shift();
    },
  ],
  ['another article’s executors', 'approval-decision', 'recipients.article', replaceIn('recipients', 0, '- Như Điều 3;')],
  ['“điều” in small letters', 'approval-decision', 'recipients.article', replaceIn('recipients', 0, '- Như điều 5;')],
  ['a recipient twice', 'approval-decision', 'recipients.twice', replaceIn('recipients', 2, '- Kho bạc Nhà nước;')],
];
