import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../config/regulations.ts';
import { kinds } from '../../domain/kinds.ts';
import type { ThingKind } from '../../domain/process/chart.ts';
import type { Caller } from '../identity/caller.ts';
import { actionsOf } from './actions.ts';
import { asKnown } from './known-thing.ts';

const packs = loadPacks();
const at = new Date('2022-03-01T02:00:00Z');
const thing = (kind: ThingKind, state: string, data: object) =>
  asKnown(
    {
      id: 'the-thing',
      kind,
      pack: '645-2021-2025',
      route: 'central',
      seq: 3,
      state,
      data: { ...kinds[kind].initial, ...data },
      doers: {},
      readers: ['all'],
      createdAt: at,
      updatedAt: at,
    },
    [],
    packs,
  );
const caller = (id: string, role: string, organisationId: string): Caller => ({
  id,
  name: id,
  tokenHash: '',
  positions: [{ role, title: '', organisationId, provinceId: null }],
});
const offered =
  (...asked: Parameters<typeof thing>) =>
  (who: Caller) =>
    actionsOf(thing(...asked), who, at.toISOString()).map(({ command }) => command);

describe('what is offered is not refused whatever it brings', () => {
  const head = caller('host-head.x', 'host-head', 'x');

  test.each([
    // whose                  then              and not
    [true, 'submit', 'submit-to-province'],
    [false, 'submit-to-province', 'submit'],
  ])('a host of the centre: %s, so it is offered to %s and not to %s', (hostIsCentral, then, not) => {
    const commands = offered('scheme', 'draft', { host: { id: 'x', name: '' }, hostIsCentral })(head);
    expect(commands).toContain(then);
    expect(commands).not.toContain(not);
  });

  test('a seat that was taken is not to be taken again', () => {
    const member = (personId: string, answer: string | null) => ({ personId, role: 'member', name: personId, organisationIds: [], answer });
    const commands = offered('council', 'appointed', { members: [member('council-1', null), member('council-2', 'accepted')] });
    expect(commands(caller('council-1', 'expert', 'y'))).toEqual(expect.arrayContaining(['accept-appointment', 'decline-appointment']));
    expect(commands(caller('council-2', 'expert', 'y'))).not.toContain('accept-appointment');
  });

  test('what nobody asked for is not decided on', () => {
    const agency = caller('agency-head', 'agency-head', 'cuc-tmdt-kts');
    expect(offered('scheme', 'implementing', { host: { id: 'x', name: '' } })(agency)).not.toContain('return-termination');
    expect(offered('scheme', 'implementing', { host: { id: 'x', name: '' } })(agency)).toContain('suspend');
  });

  test.each([
    // asked for      its status      then                and not
    ['advance', 'requested', 'approve-advance', 'approve-payment'],
    ['payment', 'requested', 'approve-payment', 'record-payment'],
    ['payment', 'approved', 'record-payment', 'approve-payment'],
  ])('of an %s that is %s finance is offered %s and not %s, though neither has to say which', (kind, status, then, not) => {
    const request = { no: 1, kind, status, amountDong: 1_000_000, clearedAdvanceDong: 0, requestedOn: '2022-02-01' };
    const commands = offered('scheme', 'implementing', { host: { id: 'x', name: '' }, requests: [request] });
    const finance = commands(caller('finance-officer', 'finance-officer', 'vu-ke-hoach-tai-chinh'));
    expect(finance).toContain(then);
    expect(finance).not.toContain(not);
  });
});
