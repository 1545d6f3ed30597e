import { describe, expect, test } from 'vitest';
import { atProvince } from '../test-kit.ts';

const officer = 'province-officer';
const head = 'province-head';
const forward = { outcome: 'forward', counterpartDong: 60_000_000, text: 'Đồng ý.' };
const giveBack = { outcome: 'return', text: 'Sửa đơn giá.', sections: ['lines'] };
const reject = { outcome: 'reject', text: 'Trùng nội dung đã hỗ trợ.' };
const prepared = (opinion: object = forward) => atProvince().when('give-opinion', opinion, { as: officer }).left;

describe('give-opinion, prepared by an officer', () => {
  test.each<[string, object, string]>([
    ['forward with the counterpart counted on', forward, 'opinion-prepared'],
    ['forward with more', { ...forward, counterpartDong: 60_000_001 }, 'opinion-prepared'],
    ['forward with less', { ...forward, counterpartDong: 59_999_999 }, 'opinion.counterpart'],
    ['forward with none', { ...forward, counterpartDong: undefined }, 'opinion.counterpart'],
    ['return with sections', giveBack, 'opinion-prepared'],
    ['return without', { ...giveBack, sections: [] }, 'opinion.sections-missing'],
    ['reject', reject, 'opinion-prepared'],
    ['no outcome', { text: 'Đồng ý.' }, 'opinion.unfinished'],
    ['no text', { outcome: 'reject' }, 'opinion.unfinished'],
  ])('%s: %s', (_, input, expected) => {
    atProvince().when('give-opinion', input, { as: officer }).then(expected);
  });
});

describe('give-opinion, signed by the head', () => {
  test.each<[string, object, object, string, string]>([
    ['as it stands', forward, {}, 'opinion-forwarded', 'submitted'],
    ['changed to a return', forward, giveBack, 'opinion-returned', 'draft'],
    ['changed to a rejection', forward, reject, 'opinion-rejected', 'rejected-by-province'],
    ['with less money', forward, { counterpartDong: 1 }, 'opinion.counterpart', 'at-province'],
    ['a return as it stands', giveBack, {}, 'opinion-returned', 'draft'],
    ['a return changed to forward', giveBack, forward, 'opinion-forwarded', 'submitted'],
  ])('%s', (_, draft, input, expected, state) => {
    expect(prepared(draft).when('give-opinion', input, { as: head }).then(expected).state).toBe(state);
  });

  test('nothing is signed that was not prepared', () => {
    atProvince().when('give-opinion', forward, { as: head }).then('opinion.not-prepared');
  });
  test('who prepared it does not sign it', () => {
    const both = { role: head, id: 'one-and-the-same' };
    atProvince()
      .by('one-and-the-same')
      .and({ type: 'opinion-prepared', outcome: 'reject', counterpartDong: 0, text: 'Không.', sections: [] })
      .when('give-opinion', {}, { as: both })
      .then('duties.apart');
  });
  test.each([
    [forward, 'submit.after-cut-off'],
    [reject, 'opinion-rejected'],
  ])('after the cut-off %j: %s', (opinion, expected) => {
    prepared(opinion).when('give-opinion', {}, { as: head, now: '2022-04-01T02:00:00.000Z' }).then(expected);
  });
  test('another province has no say', () => {
    prepared()
      .when('give-opinion', {}, { as: { role: head, provinceId: 'ubnd-tinh-dak-nong', organisationId: 'ubnd-tinh-dak-nong' } })
      .then('role.not-yours');
  });
  test('the commitment is kept, the preparation used up', () => {
    expect(prepared().when('give-opinion', {}, { as: head }).left.data.opinion).toMatchObject({
      prepared: null,
      given: { outcome: 'forward', counterpartDong: 60_000_000, by: head },
    });
  });
});
