import { type Row, signature, signedBy } from './spoil.ts';

export const authority: Row[] = [
  [
    'another ministry decides',
    'approval-decision',
    'authority.issuer',
    (d) => {
      d.authority = 'BỘ TRƯỞNG BỘ TÀI CHÍNH';
    },
  ],
  [
    'the ministry instead of its minister',
    'approval-decision',
    'authority.issuer',
    (d) => {
      d.authority = 'BỘ CÔNG THƯƠNG';
    },
  ],
  ['a committee without TM.', 'local-plan-decision', 'authority.tm-missing', signedBy(['KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH')],
  ['a committee signed by its chairman alone', 'local-plan-decision', 'authority.tm-missing', signedBy([], 'CHỦ TỊCH')],
  [
    'TM. for a chairman',
    'local-plan-decision',
    'authority.tm-wrong',
    (d) => {
      d.authority = 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH';
    },
  ],
  ['TM. for a ministry', 'approval-decision', 'authority.tm-wrong', signedBy(['TM. BỘ CÔNG THƯƠNG', 'KT. BỘ TRƯỞNG'], 'THỨ TRƯỞNG')],
  ['TM. for a person', 'local-plan-decision', 'authority.tm-wrong', signedBy(['TM. CHỦ TỊCH', 'KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH')],
  ['a deputy minister without KT.', 'approval-decision', 'authority.kt-missing', signedBy([], 'THỨ TRƯỞNG')],
  ['a vice-chairman without KT.', 'local-plan-decision', 'authority.kt-missing', signedBy(['TM. ỦY BAN NHÂN DÂN'], 'PHÓ CHỦ TỊCH')],
  ['KT. before a minister', 'approval-decision', 'authority.kt-wrong', signedBy(['KT. BỘ TRƯỞNG'], 'BỘ TRƯỞNG')],
  ['KT. for another head', 'approval-decision', 'authority.kt-wrong', signedBy(['KT. CHỦ TỊCH'], 'THỨ TRƯỞNG')],
  ['KT. and a deputy of another body', 'approval-decision', 'authority.kt-wrong', signedBy(['KT. CỤC TRƯỞNG'], 'PHÓ CỤC TRƯỞNG')],
  [
    'a deputy by TL. of their own head',
    'approval-decision',
    'authority.tl-wrong',
    signedBy(['TL. BỘ TRƯỞNG', 'KT. BỘ TRƯỞNG'], 'THỨ TRƯỞNG'),
  ],
  ['TL. for another head', 'settlement-notice', 'authority.tl-wrong', signedBy(['TL. CHỦ TỊCH'], 'TRƯỞNG PHÒNG')],
  ['TL. by the head', 'approval-decision', 'authority.tl-wrong', signedBy(['TL. BỘ TRƯỞNG'], 'BỘ TRƯỞNG')],
  ['TUQ. without a written authority', 'approval-decision', 'authority.tuq-unfounded', signedBy(['TUQ. BỘ TRƯỞNG'], 'CHÁNH VĂN PHÒNG')],
  ['TUQ. in a letter without a written authority', 'reminder', 'authority.tuq-unfounded', signedBy(['TUQ. CỤC TRƯỞNG'], 'TRƯỞNG PHÒNG')],
  ['Q. on a line of its own', 'supplement-request', 'authority.acting-wrong', signedBy(['Q. CỤC TRƯỞNG'], 'CỤC TRƯỞNG')],
  ['an acting deputy', 'supplement-request', 'authority.acting-wrong', signedBy(['KT. CỤC TRƯỞNG'], 'Q. PHÓ CỤC TRƯỞNG')],
  ['KT. over TM.', 'local-plan-decision', 'authority.order', signedBy(['KT. CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN'], 'PHÓ CHỦ TỊCH')],
  ['TL. and TUQ. together', 'approval-decision', 'authority.order', signedBy(['TL. BỘ TRƯỞNG', 'TUQ. BỘ TRƯỞNG'], 'CHÁNH VĂN PHÒNG')],
  ['“T/M”', 'local-plan-decision', 'authority.prefix', signedBy(['T/M ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], 'PHÓ CHỦ TỊCH')],
  ['“KT” without its full stop', 'approval-decision', 'authority.prefix', signedBy(['KT BỘ TRƯỞNG'], 'THỨ TRƯỞNG')],
  ['“KT.” without a space', 'approval-decision', 'authority.prefix', signedBy(['KT.BỘ TRƯỞNG'], 'THỨ TRƯỞNG')],
  ['the office of another body', 'approval-decision', 'authority.title', signedBy([], 'CỤC TRƯỞNG')],
  ['a director of a directorate', 'supplement-request', 'authority.title', signedBy([], 'GIÁM ĐỐC')],
  [
    'title in small letters',
    'approval-decision',
    'signature.capitals',
    (d) => {
      signature(d).title = 'Thứ trưởng';
    },
  ],
  [
    'capacity in small letters',
    'approval-decision',
    'signature.capitals',
    (d) => {
      signature(d).capacity = ['KT. Bộ trưởng'];
    },
  ],
  [
    'a doctor signs',
    'approval-decision',
    'signer.academic',
    (d) => {
      signature(d).name = 'TS. Đặng Hoàng Mẫu';
    },
  ],
  [
    'a professor signs',
    'approval-decision',
    'signer.academic',
    (d) => {
      signature(d).name = 'PGS.TS Đặng Hoàng Mẫu';
    },
  ],
  [
    '“Ông” signs',
    'approval-decision',
    'signer.academic',
    (d) => {
      signature(d).name = 'Ông Đặng Hoàng Mẫu';
    },
  ],
  [
    'name in capitals',
    'approval-decision',
    'signer.name-form',
    (d) => {
      signature(d).name = 'ĐẶNG HOÀNG MẪU';
    },
  ],
  [
    'name in small letters',
    'approval-decision',
    'signer.name-form',
    (d) => {
      signature(d).name = 'đặng hoàng mẫu';
    },
  ],
  [
    'name left open',
    'approval-decision',
    'signer.name-open',
    (d) => {
      signature(d).name = '…';
    },
  ],
];
