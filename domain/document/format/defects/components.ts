import { type Row, signature } from './spoil.ts';

export const components: Row[] = [
  [
    'no number and symbol',
    'approval-decision',
    'component.missing',
    (d) => {
      delete d.symbol;
      delete d.number;
    },
  ],
  [
    'no type name',
    'submission',
    'component.missing',
    (d) => {
      delete d.typeName;
    },
  ],
  [
    'nobody who decides',
    'approval-decision',
    'component.missing',
    (d) => {
      delete d.authority;
    },
  ],
  [
    'no legal bases',
    'approval-decision',
    'component.missing',
    (d) => {
      d.bases = [];
    },
  ],
  [
    'no articles',
    'approval-decision',
    'component.missing',
    (d) => {
      d.body = [{ kind: 'paragraph', text: 'Phê duyệt danh mục./.', style: 'plain' }];
    },
  ],
  [
    'no name of the signer',
    'approval-decision',
    'component.missing',
    (d) => {
      delete signature(d).name;
    },
  ],
  [
    'no place for the seal',
    'approval-decision',
    'signature.seal-missing',
    (d) => {
      delete signature(d).seal;
    },
  ],
  [
    'no recipients',
    'approval-decision',
    'component.missing',
    (d) => {
      d.recipients = [];
    },
  ],
  [
    'a letter to nobody',
    'reminder',
    'component.missing',
    (d) => {
      d.addressees = [];
    },
  ],
  [
    'an invitation to nobody',
    'invitation',
    'component.missing',
    (d) => {
      d.addressees = [];
    },
  ],
  [
    'a contract without bases',
    'contract',
    'component.missing',
    (d) => {
      d.bases = [];
    },
  ],
  [
    'a letter without recipients',
    'call-letter',
    'component.missing',
    (d) => {
      d.recipients = [];
    },
  ],
  [
    'text before Article 1',
    'approval-decision',
    'component.misordered',
    (d) => {
      d.body.unshift({ kind: 'paragraph', text: 'Sau khi xem xét:', style: 'plain' });
    },
  ],
];
