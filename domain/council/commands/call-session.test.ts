import { describe, expect, test } from 'vitest';
import type { PersonView } from '../../command.ts';
import { organisations, pack } from '../../test-kit.ts';
import { appointed, called, everyone, person, persons, scheme } from '../examples.ts';
import { derivedInterests } from '../interests.ts';

const known = persons(...everyone.map((id) => person(id)));
const things = {
  a: scheme('a', 'eligible'),
  b: scheme('b', 'eligible', { host: { id: 'vecom', name: 'VECOM' }, provinceId: null }),
  weighed: scheme('weighed', 'in-council', { council: { councilId: 'another', sessionNo: 1, roster: {} } }),
  draft: scheme('draft', 'draft'),
  elsewhere: scheme('elsewhere', 'eligible', { roundId: 'round-2023' }),
  changing: scheme('changing', 'adjusting', { adjustment: { toCouncil: true, appraised: false } }),
  moving: scheme('moving', 'adjusting', { adjustment: { toCouncil: false, appraised: false } }),
};
const situation = { ...known, things };
const session = { date: '2022-04-20', time: '08:30', place: '25 Ngô Quyền, Hà Nội', agenda: ['a'] };
const secretary = { role: 'secretary', of: 'council' };

describe('call-session', () => {
  test.each([
    ['more than ten days ahead', {}, 'session-called'],
    ['ten days ahead', { date: '2022-04-15' }, 'session-called'],
    ['nine days ahead', { date: '2022-04-14' }, 'council.papers'],
    ['yesterday', { date: '2022-04-04' }, 'council.papers'],
    ['two schemes', { agenda: ['a', 'b'] }, 'session-called'],
    ['a change that goes to the council', { agenda: ['changing'] }, 'session-called'],
    ['a change that does not', { agenda: ['moving'] }, 'session.not-eligible'],
    ['a draft', { agenda: ['draft'] }, 'session.not-eligible'],
    ['one before another council', { agenda: ['weighed'] }, 'session.not-eligible'],
    ['one of another round', { agenda: ['elsewhere'] }, 'session.not-of-this-round'],
    ['one that nobody knows', { agenda: ['nothing'] }, 'session.not-of-this-round'],
    ['one twice', { agenda: ['a', 'a'] }, 'session.twice'],
    ['nothing', { agenda: [] }, 'invalid-input'],
    ['at no time', { time: '25:00' }, 'invalid-input'],
  ])('on 5 April, %s: %s', (_what, changed, then) => {
    appointed.when('call-session', { ...session, ...changed }, { as: secretary, situation }).then(then);
  });

  test('tells each scheme who will appraise it, and invites the members', () => {
    const { accepted } = appointed.when('call-session', { ...session, agenda: ['a', 'b'] }, { as: secretary, situation });
    expect(accepted.owed.map(({ what, params }) => [what, params.thing ?? params.type ?? params.message])).toEqual([
      ['draft-document', 'invitation'],
      ['tell', 'a'],
      ['tell', 'b'],
      ['notify', 'session-called'],
    ]);
    expect(accepted.owed[1]?.params).toMatchObject({
      command: 'enter-council',
      input: { councilId: 'the-thing', sessionNo: 1, roster: { chair: ['council-1'], reviewer: ['council-3', 'council-4'] } },
    });
    expect(accepted.clocks.map(({ name, due }) => [name, due])).toEqual([
      ['papers', '2022-04-10T16:59:59.999Z'],
      ['session', '2022-04-20T16:59:59.999Z'],
    ]);
  });

  const note = (type: string, date: string) => ({ documentId: 'i', type, title: 'Giấy mời họp', symbol: '3/GM-TMĐT', date, file: null });

  test.each([
    // what comes of the invitation                    on            command               input                              clocks that run
    ['it goes out with the papers', '2022-04-07', 'note-document', note('invitation', '2022-04-07'), ['session']],
    ['it goes out late', '2022-04-12', 'note-document', note('invitation', '2022-04-12'), ['session']],
    ['that of an earlier session goes out', '2022-04-07', 'note-document', note('invitation', '2022-04-01'), ['papers', 'session']],
    ['another document is issued', '2022-04-07', 'note-document', note('count-record', '2022-04-07'), ['papers', 'session']],
    [
      'the session opens without it',
      '2022-04-20',
      'record-attendance',
      { attendance: everyone.map((personId) => ({ personId, present: true })) },
      ['minutes'],
    ],
  ])('papers are due until the invitation is issued: %s', (_what, day, command, input, then) => {
    const waiting = appointed.when('call-session', session, { as: secretary, situation }).left;
    const { accepted } = waiting.at(day).when(command, input);
    expect(accepted.clocks.map(({ name }) => name)).toEqual(then);
  });

  test('bars those who work for the host, or in the province that put the scheme forward', () => {
    const colleagues = persons(
      ...everyone.map((id) => person(id)),
      person('council-6', 'so-cong-thuong-binh-dinh', 'ubnd-tinh-binh-dinh'),
      person('council-7', 'so-tai-chinh-binh-dinh', 'ubnd-tinh-binh-dinh'),
    );
    const { data } = appointed.when(
      'call-session',
      { ...session, agenda: ['a', 'b'] },
      { as: secretary, situation: { things, ...colleagues } },
    ).accepted;
    expect(data.items.a?.interests.map(({ by, kind, derived, bars }) => [by, kind, derived, bars])).toEqual([
      ['council-6', 'applicant', true, true],
      ['council-7', 'province', true, true],
    ]);
    expect(data.items.b?.interests).toEqual([]);
  });

  describe('who is barred from a scheme of Bình Định’s Sở Công Thương', () => {
    const interestOf = (position: PersonView['positions'][number], at: string) => {
      const somebody = { id: 'council-6', name: '', positions: [position] };
      const host = { id: 'so-cong-thuong-binh-dinh', name: '' };
      return derivedInterests(somebody, { host, provinceId: 'ubnd-tinh-binh-dinh' }, pack, organisations, at)[0]?.kind ?? null;
    };
    test.each([
      ['so-cong-thuong-binh-dinh', '2022-04-05', 'applicant'],
      ['so-tai-chinh-binh-dinh', '2022-04-05', 'province'],
      ['ubnd-tinh-binh-dinh', '2022-04-05', 'province'],
      ['so-cong-thuong-dak-nong', '2022-04-05', null],
      ['bo-cong-thuong', '2022-04-05', null],
      ['so-cong-thuong-gia-lai', '2025-08-01', 'applicant'],
      ['so-tai-chinh-gia-lai', '2025-08-01', 'province'],
      ['so-cong-thuong-lam-dong', '2025-08-01', null],
    ])('of %s on %s: %s', (organisationId, at, kind) => {
      const provinceId = organisations[organisationId]?.provinceId ?? null;
      expect(interestOf({ role: 'expert', title: '', organisationId, provinceId }, at)).toBe(kind);
    });
  });

  test('units of the host, and the body that the host is a unit of, are the host’s too; the ministry that decides is not', () => {
    const unit = (id: string, parentId: string | null) => [id, { ...organisations.vecom!, id, parentId }] as const;
    const tree = { ...organisations, ...Object.fromEntries([unit('branch', 'vecom'), unit('desk', 'branch')]) };
    const interest = (organisationId: string, hostId: string) =>
      derivedInterests(
        person('council-6', organisationId),
        { host: { id: hostId, name: '' }, provinceId: null },
        pack,
        tree,
        '2022-04-05',
      )[0]?.kind;
    expect([interest('desk', 'vecom'), interest('vecom', 'desk'), interest('vcci', 'desk')]).toEqual(['applicant', 'applicant', undefined]);
    expect(interest('bo-cong-thuong', 'cuc-tmdt-kts')).toBeUndefined();
  });

  test('whom it bars is not among those who appraise the scheme; the deputy takes a barred chair’s part', () => {
    const host = persons(...everyone.map((id) => (['council-1', 'council-6'].includes(id) ? person(id, 'vecom') : person(id))));
    const { accepted } = appointed.when(
      'call-session',
      { ...session, agenda: ['a', 'b'] },
      { as: secretary, situation: { things, ...host } },
    );
    const rosters = accepted.owed.filter(({ what }) => what === 'tell').map(({ params }) => (params.input as { roster: object }).roster);
    expect(rosters).toMatchObject([
      { chair: ['council-1'], member: ['council-6', 'council-7'] },
      { chair: ['council-2'], deputy: ['council-2'], member: ['council-7'] },
    ]);
  });

  test('an adjourned scheme may be called again before it has heard of it', () => {
    const waiting = called
      .at('2022-04-06')
      .when('cancel-session', { reason: 'Chưa đủ thành viên' })
      .left.when(
        'call-session',
        { ...session, agenda: ['a'] },
        {
          as: secretary,
          situation: {
            ...known,
            things: { a: scheme('a', 'in-council', { council: { councilId: 'the-thing', sessionNo: 1, roster: {} } }) },
          },
        },
      );
    waiting.then('session-called');
    expect(waiting.left.data.session?.no).toBe(2);
  });
});

describe('cancel-session', () => {
  test('sends every scheme back to where it may be called again', () => {
    const outcome = called.when('cancel-session', { reason: 'Chưa đủ thành viên' });
    expect(
      outcome.accepted.owed.map(({ params }) => [params.thing, params.command, (params.input as { conclusion: string }).conclusion]),
    ).toEqual([
      ['a', 'conclude-appraisal', 'adjourned'],
      ['b', 'conclude-appraisal', 'adjourned'],
    ]);
    expect([outcome.left.state, outcome.left.data.session, outcome.left.data.items.a?.status]).toEqual(['appointed', null, 'adjourned']);
  });
});
