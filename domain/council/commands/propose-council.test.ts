import { describe, expect, test } from 'vitest';
import { given } from '../../test-kit.ts';
import { appointed, everyone, person, persons, proposed, round, seats } from '../examples.ts';
import { councilKind } from '../kind.ts';
import type { CouncilRole } from '../state.ts';

const nobody = given(councilKind).at('2022-04-01');
const known = persons(
  ...[...everyone, 'council-8', 'council-9', 'council-10'].map((id) => person(id)),
  person('auditor', 'thanh-tra', null, 'auditor'),
  person('administrator', 'thanh-tra', null, 'administrator'),
);
const situation = { ...known, things: round() };
const input = (list: readonly [string, CouncilRole][], roundId = 'round-2022') => ({
  roundId,
  name: 'Hội đồng thẩm định năm 2022',
  members: list.map(([personId, role]) => ({ personId, role })),
});
const officer = { role: 'agency-officer', organisationId: 'cuc-tmdt-kts' };
const more = (...ids: string[]) => ids.map((id): [string, CouncilRole] => [id, 'member']);
const changed = (personId: string, to: [string, CouncilRole]) => seats.map((seat) => (seat[0] === personId ? to : seat));

describe('propose-council', () => {
  test.each([
    ['seven members', input(seats), 'council-proposed'],
    ['nine', input([...seats, ...more('council-8', 'council-9')]), 'council-proposed'],
    ['six', input(seats.slice(0, 6)), 'council.size'],
    ['ten', input([...seats, ...more('council-8', 'council-9', 'council-10')]), 'council.size'],
    ['two chairs', input(changed('council-6', ['council-6', 'chair'])), 'council.composition'],
    ['no deputy', input(changed('council-2', ['council-2', 'member'])), 'council.composition'],
    ['one reviewer', input(changed('council-3', ['council-3', 'member'])), 'council.composition'],
    ['three reviewers', input(changed('council-6', ['council-6', 'reviewer'])), 'council.composition'],
    ['no secretary', input(changed('council-5', ['council-5', 'member'])), 'council.composition'],
    ['one person twice', input(changed('council-7', ['council-6', 'member'])), 'council.member-twice'],
    ['somebody unknown', input(changed('council-7', ['nobody', 'member'])), 'council.unknown-person'],
    ['an auditor', input(changed('council-7', ['auditor', 'member'])), 'council.auditor'],
    ['an administrator', input(changed('council-7', ['administrator', 'member'])), 'council.administrator'],
    ['for no round', input(seats, 'round-1999'), 'council.no-round'],
  ])('%s: %s', (_what, asked, then) => {
    nobody.when('propose-council', asked, { as: officer, situation }).then(then);
  });

  test('not for a finished round, and not by another office', () => {
    nobody
      .when('propose-council', input(seats), { as: officer, situation: { ...known, things: round('finished') } })
      .then('council.no-round');
    const stranger = nobody.when('propose-council', input(seats), { as: { ...officer, organisationId: 'vecom' }, situation });
    expect(stranger.refusal).toMatchObject({ rule: 'council.not-your-round', status: 403 });
  });

  test('drafts the appointment and lets its members know of it', () => {
    const { accepted } = nobody.when('propose-council', input(seats), { as: officer, situation });
    expect(accepted.owed).toMatchObject([{ what: 'draft-document', params: { type: 'council-appointment' } }]);
    expect(accepted.readers).toEqual(expect.arrayContaining(['org:cuc-tmdt-kts', 'role:auditor', 'person:council-7']));
    expect(accepted.data.members[5]).toEqual({
      personId: 'council-6',
      name: 'Ông/bà council-6',
      role: 'member',
      organisationIds: ['vcci'],
      answer: null,
    });
  });

  test('the refusal cites its basis', () => {
    const { refusal } = nobody.when('propose-council', input(seats.slice(0, 6)), { as: officer, situation });
    expect(refusal).toMatchObject({ ground: { certainty: 'analogue' }, values: { count: 6, min: 7, max: 9 } });
  });
});

describe('the appointment', () => {
  const draft = given(councilKind, proposed);

  test('is taken down when issued, or given up when returned', () => {
    expect(draft.when('appoint', { documentId: 'd', symbol: '10/QĐ-BCT', date: '2022-04-05' }).then('council-appointed').state).toBe(
      'appointed',
    );
    expect(draft.when('return-appointment', { reason: 'Thay đổi thành viên' }).then('appointment-returned').state).toBe('withdrawn');
  });

  test('is accepted once, or declined with a reason', () => {
    const member = { role: 'member', id: 'council-6' };
    const accepted = appointed.when('accept-appointment', {}, { as: member }).then('appointment-accepted');
    accepted.when('accept-appointment', {}, { as: member }).then('council.already-answered');
    accepted.when('decline-appointment', { reason: 'Đi công tác' }, { as: member }).then('appointment-declined');
    appointed.when('decline-appointment', {}, { as: member }).then('invalid-input');
  });

  test('whoever declined belongs to the council no more', () => {
    const left = appointed.when('decline-appointment', { reason: 'Đi công tác' }, { as: { role: 'member', id: 'council-6' } }).left;
    expect(left.when('accept-appointment', {}, { as: { role: 'member', id: 'council-6' } }).refusal?.rule).toBe('role.not-yours');
    expect(councilKind.roster?.(left.data)?.member).toEqual(['council-7']);
  });

  test('the council is dissolved between sessions', () => {
    expect(appointed.when('dissolve-council', {}).then('council-dissolved').state).toBe('dissolved');
  });
});
