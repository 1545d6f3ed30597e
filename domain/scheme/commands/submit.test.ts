import { describe, expect, test } from 'vitest';
import { Proposal } from '../proposal.ts';
import { atProvince, draft, localDraft, ofVecom, trainingLine, trainingProposal } from '../test-kit.ts';

const late = { now: '2022-04-01T02:00:00.000Z' };
const lastMoment = { now: '2022-03-31T16:59:59.999Z' };
const unfinished = { proposal: Proposal.parse({ title: 'Đề án', contentItem: '3a' }) };
const overCeiling = { proposal: { ...trainingProposal, lines: [{ ...trainingLine, kind: 'publicity' }] } };

describe('submit', () => {
  test.each([
    ['a central host straight', draft(ofVecom), {}, 'submitted'],
    ['a local host past its province', draft(), {}, 'submit.through-province'],
    ['a local host for its province’s money', localDraft(), {}, 'submitted'],
    ['on the last day', draft(ofVecom), lastMoment, 'submitted'],
    ['after the cut-off', draft(ofVecom), late, 'submit.after-cut-off'],
    ['an unfinished file', draft({ ...ofVecom, ...unfinished }), {}, 'proposal.incomplete'],
    ['support above the ceiling', draft({ ...ofVecom, ...overCeiling }), {}, 'support.over-ceiling'],
    ['by the drafter', draft(ofVecom), { as: 'host-drafter' }, 'role.not-yours'],
    ['twice', draft(ofVecom).when('submit', {}).left, {}, 'state.not-now'],
  ])('%s', (_, scheme, circumstances, expected) => {
    scheme.when('submit', {}, circumstances).then(expected);
  });

  test('an unfinished file hears which sections are missing', () => {
    expect(draft({ ...ofVecom, ...unfinished }).when('submit', {}).refusal?.values.sections).toHaveLength(8);
  });
  test('the agency, the ministry and its finance department know of it from then on', () => {
    expect(draft(ofVecom).when('submit', {}).accepted.readers).toEqual([
      'role:auditor',
      'org:vecom',
      'org:cuc-tmdt-kts',
      'org:bo-cong-thuong',
      'org:vu-ke-hoach-tai-chinh',
    ]);
  });
  test('a receipt is owed', () => {
    expect(draft(ofVecom).when('submit', {}).accepted.owed).toContainEqual(
      expect.objectContaining({ what: 'draft-document', params: { type: 'receipt', fact: { type: 'submitted', version: 1 } } }),
    );
  });
  test('the province’s own money is the province’s affair', () => {
    expect(localDraft().when('submit', {}).accepted.readers).toEqual([
      'role:auditor',
      'org:so-cong-thuong-binh-dinh',
      'province:ubnd-tinh-binh-dinh',
    ]);
  });
});

describe('submit-to-province', () => {
  test.each([
    ['a local host', draft(), {}, 'submitted-to-province'],
    ['a central host', draft(ofVecom), {}, 'submit.straight'],
    ['after the cut-off', draft(), late, 'submit.after-cut-off'],
    ['an unfinished file', draft(unfinished), {}, 'proposal.incomplete'],
    ['twice', atProvince(), {}, 'state.not-now'],
    ['on the local route, which knows it not', localDraft(), { as: 'host-head' }, 'command.not-on-this-route'],
  ])('%s', (_, scheme, circumstances, expected) => {
    scheme.when('submit-to-province', {}, circumstances).then(expected);
  });
  test('the province knows of it from then on, the agency not yet', () => {
    expect(draft().when('submit-to-province', {}).accepted.readers).toEqual([
      'role:auditor',
      'org:so-cong-thuong-binh-dinh',
      'province:ubnd-tinh-binh-dinh',
    ]);
  });
});
