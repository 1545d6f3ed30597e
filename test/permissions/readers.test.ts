import { describe, expect, test } from 'vitest';
import { readerKeys } from '../../domain/process/permit.ts';
import { everybody } from './persons.ts';
import { kindOf, pack } from './things.ts';

/** The sample persons who may know of a thing with this data in this state, by name. */
function readers(kind: 'scheme' | 'document' | 'council' | 'plan', data: object, state = ''): string[] {
  const { initial, readers: readersOf } = kindOf(kind);
  const keys: string[] = readersOf({ ...initial, ...data }, state, pack);
  return everybody.filter(({ actor }) => readerKeys(actor).some((key) => keys.includes(key))).map(({ id }) => id);
}

const centre = [
  'agency-officer',
  'agency-officer-2',
  'agency-head',
  'format-checker',
  'clerk',
  'signer',
  'signer-2',
  'finance-officer',
  'finance-head',
];
/** Its office: the province's officer sits there too. */
const host = ['host-drafter.binh-dinh', 'host-head.binh-dinh', 'province-officer.binh-dinh', 'council-9'];
const province = ['province-head', 'local-finance', 'clerk', 'format-checker'].map((role) => `${role}.binh-dinh`);
const ministry = ['agency-officer', 'agency-officer-2', 'agency-head', 'format-checker', 'clerk', 'signer', 'signer-2', 'council-1'];

const scheme = { host: { id: 'so-cong-thuong-binh-dinh', name: '' }, provinceId: 'ubnd-tinh-binh-dinh', route: 'central' };
const opinion = { askedOn: '2022-02-01', prepared: null, given: null };
const council = { councilId: 'c', sessionNo: 1, roster: { chair: ['council-1'], member: ['council-7'] } };
const decision = { route: 'signed', issuerId: 'bo-cong-thuong', signerRole: 'signer', readers: ['org:vecom'] };

describe('who may know', () => {
  test.each([
    ['a draft: its host', 'scheme', scheme, '', [...host, 'auditor']],
    ['a scheme before its province: also the province', 'scheme', { ...scheme, opinion }, '', [...host, ...province, 'auditor']],
    [
      'a scheme handed in: also agency, ministry and finance',
      'scheme',
      { ...scheme, opinion, submittedOn: '2022-02-14' },
      '',
      [...host, ...province, ...centre, 'council-1', 'auditor'],
    ],
    [
      'a scheme before a council: also its members',
      'scheme',
      { ...scheme, opinion, submittedOn: '2022-02-14', council },
      '',
      [...host, ...province, ...centre, 'council-1', 'council-7', 'auditor'],
    ],
    [
      'a scheme of the province’s own money: nobody beyond the province',
      'scheme',
      { ...scheme, route: 'local', submittedOn: '2022-02-14' },
      '',
      [...host, ...province, 'auditor'],
    ],
    ['a draft decision: those who work on it', 'document', decision, 'draft', [...ministry, 'auditor']],
    [
      'an issued decision: also whom it is about and to whom it goes',
      'document',
      { ...decision, recipients: [{ organisationId: 'vu-ke-hoach-tai-chinh', name: '', confirmed: null }] },
      'issued',
      [...ministry, 'finance-officer', 'finance-head', 'host-drafter.vecom', 'host-head.vecom', 'auditor'],
    ],
    [
      'a council: its members, the agency and the ministry',
      'council',
      { members: [{ personId: 'council-7', role: 'member', name: '', organisationIds: [], answer: null }], route: 'central' },
      '',
      [...ministry, 'council-7', 'auditor'],
    ],
    [
      'a council’s member who declined no longer',
      'council',
      { members: [{ personId: 'council-7', role: 'member', name: '', organisationIds: [], answer: 'declined' }], route: 'central' },
      '',
      [...ministry, 'auditor'],
    ],
  ] as const)('%s', (_, kind, data, state, expected) => {
    expect(readers(kind, data, state).toSorted()).toEqual([...expected].toSorted());
  });
});
