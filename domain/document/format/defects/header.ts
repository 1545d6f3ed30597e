import { edit, type Row } from './spoil.ts';

export const header: Row[] = [
  [
    'issuer in small letters',
    'approval-decision',
    'issuer.capitals',
    (d) => {
      d.issuer.lines = ['Bộ Công Thương'];
    },
  ],
  [
    'parent in small letters',
    'supplement-request',
    'issuer.capitals',
    (d) => {
      d.issuer.parent = ['Bộ Công Thương'];
    },
  ],
  [
    'a department without its ministry',
    'supplement-request',
    'issuer.parent-missing',
    (d) => {
      d.issuer.parent = [];
    },
  ],
  [
    'a host without its committee',
    'payment-request',
    'issuer.parent-missing',
    (d) => {
      d.issuer.parent = [];
    },
  ],
  [
    'a ministry under the government',
    'approval-decision',
    'issuer.parent-superfluous',
    (d) => {
      d.issuer.parent = ['CHÍNH PHỦ'];
    },
  ],
  [
    'another name in the header',
    'approval-decision',
    'issuer.name-differs',
    (d) => {
      d.issuer.lines = ['BỘ TÀI CHÍNH'];
    },
  ],
  [
    'symbol with a slash',
    'approval-decision',
    'number.symbol-form',
    (d) => {
      d.symbol = 'QĐ/BCT';
    },
  ],
  [
    'symbol with spaces',
    'approval-decision',
    'number.symbol-form',
    (d) => {
      d.symbol = 'QĐ - BCT';
    },
  ],
  [
    'symbol in small letters',
    'approval-decision',
    'number.symbol-form',
    (d) => {
      d.symbol = 'qđ-bct';
    },
  ],
  [
    'symbol without an issuer',
    'approval-decision',
    'number.symbol-form',
    (d) => {
      d.symbol = 'QĐ';
    },
  ],
  [
    'a notice’s symbol on a decision',
    'approval-decision',
    'number.symbol-type',
    (d) => {
      d.symbol = 'TB-BCT';
    },
  ],
  [
    'a decision’s symbol on a submission',
    'submission',
    'number.symbol-type',
    (d) => {
      d.symbol = 'QĐ-TMĐT';
    },
  ],
  [
    '“CV” in a letter’s symbol',
    'reminder',
    'number.symbol-type',
    (d) => {
      d.symbol = 'CV-TMĐT';
    },
  ],
  [
    'a number and no date',
    'approval-decision',
    'date.missing',
    (d) => {
      delete d.date;
    },
  ],
  [
    '30 February',
    'approval-decision',
    'date.impossible',
    (d) => {
      d.date = '2022-02-30';
    },
  ],
  [
    'place in small letters',
    'approval-decision',
    'place.form',
    (d) => {
      d.place = 'hà nội';
    },
  ],
  [
    'place with a comma',
    'approval-decision',
    'place.form',
    (d) => {
      d.place = 'Hà Nội,';
    },
  ],
  [
    'place “Tỉnh …”',
    'local-plan-decision',
    'place.form',
    (d) => {
      d.place = 'Tỉnh Bình Định';
    },
  ],
  [
    'a date in the place',
    'approval-decision',
    'place.form',
    (d) => {
      d.place = 'Hà Nội ngày 05';
    },
  ],
  [
    'type name in small letters',
    'approval-decision',
    'title.capitals',
    (d) => {
      d.typeName = 'Quyết định';
    },
  ],
  [
    'a notice’s name on a decision',
    'approval-decision',
    'title.form',
    (d) => {
      d.typeName = 'THÔNG BÁO';
    },
  ],
  [
    'abstract with a full stop',
    'approval-decision',
    'abstract.form',
    (d) => {
      d.abstract = `${d.abstract}.`;
    },
  ],
  [
    'abstract in capitals',
    'approval-decision',
    'abstract.form',
    (d) => {
      d.abstract = d.abstract.toLocaleUpperCase('vi');
    },
  ],
  [
    'abstract in small letters',
    'submission',
    'abstract.form',
    (d) => {
      d.abstract = 'về việc phê duyệt danh mục';
    },
  ],
  [
    '“V/v” twice',
    'reminder',
    'abstract.form',
    (d) => {
      d.abstract = `V/v ${d.abstract}`;
    },
  ],
  [
    '“Về việc” in a letter',
    'call-letter',
    'abstract.form',
    (d) => {
      d.abstract = `Về việc ${d.abstract}`;
    },
  ],
  [
    'abstract of a decision without “Về việc”',
    'approval-decision',
    'abstract.opening',
    (d) => {
      d.abstract = edit(d.abstract, 'Về việc phê duyệt', 'Phê duyệt');
    },
  ],
  [
    'a letter’s abstract with a capital',
    'reminder',
    'abstract.opening',
    (d) => {
      d.abstract = edit(d.abstract, 'đôn đốc', 'Đôn đốc');
    },
  ],
  [
    'an addressee with a semicolon',
    'call-letter',
    'addressee.form',
    (d) => {
      d.addressees[0] = `${d.addressees[0]};`;
    },
  ],
  [
    'an addressee with a dash',
    'call-letter',
    'addressee.form',
    (d) => {
      d.addressees[1] = `- ${d.addressees[1]}`;
    },
  ],
];
