import { describe, expect, test } from 'vitest';
import type { OrganisationView } from './command.ts';
import { belongsTo, mergedInto, standingFor } from './organisations.ts';
import { organisations } from './test-kit.ts';

describe('who stands in an organisation’s place', () => {
  test.each([
    ['ubnd-tinh-binh-dinh', '2025-06-30', 'ubnd-tinh-binh-dinh'],
    ['ubnd-tinh-binh-dinh', '2025-07-01', 'ubnd-tinh-gia-lai'],
    ['so-tai-chinh-dak-nong', '2026-01-05', 'so-tai-chinh-lam-dong'],
    ['bo-cong-thuong', '2026-01-05', 'bo-cong-thuong'],
    ['nobody', '2026-01-05', undefined],
  ])('%s on %s: %s', (id, on, then) => {
    expect(standingFor(organisations, id, on)?.id).toBe(then);
  });

  test('whoever ended without a successor, or in a circle, is stood for by nobody', () => {
    const ended = (id: string, successorId: string | null) => ({ ...organisations.vecom, id, successorId, toDate: '2023-01-01' });
    const circle = { a: ended('a', 'b'), b: ended('b', 'a'), c: ended('c', null) } as Record<string, OrganisationView>;
    expect(Object.keys(circle).map((id) => standingFor(circle, id, '2024-01-01'))).toEqual([undefined, undefined, undefined]);
  });
});

describe('whose files an organisation holds besides its own', () => {
  test.each([
    ['ubnd-tinh-gia-lai', '2025-07-01', ['ubnd-tinh-binh-dinh']],
    ['so-tai-chinh-gia-lai', '2025-07-01', ['so-tai-chinh-binh-dinh']],
    ['ubnd-tinh-gia-lai', '2025-06-30', []],
    ['bo-cong-thuong', '2026-01-05', []],
  ])('%s on %s: %j', (id, on, then) => {
    expect(mergedInto(organisations, id, on).map(({ organisationId }) => organisationId)).toEqual(then);
  });
});

describe('who belongs to an organisation', () => {
  test.each([
    ['so-cong-thuong-binh-dinh', 'so-cong-thuong-binh-dinh', '2022-04-05', true],
    ['so-cong-thuong-binh-dinh', 'ubnd-tinh-binh-dinh', '2022-04-05', true],
    ['ubnd-tinh-binh-dinh', 'so-cong-thuong-binh-dinh', '2022-04-05', false],
    ['so-tai-chinh-binh-dinh', 'so-cong-thuong-binh-dinh', '2022-04-05', false],
    ['so-cong-thuong-gia-lai', 'so-cong-thuong-binh-dinh', '2025-08-01', true],
    ['so-cong-thuong-binh-dinh', 'so-cong-thuong-gia-lai', '2025-08-01', true],
    ['so-cong-thuong-gia-lai', 'ubnd-tinh-binh-dinh', '2025-08-01', true],
    ['so-cong-thuong-gia-lai', 'so-cong-thuong-dak-nong', '2025-08-01', false],
    ['nobody', 'vecom', '2022-04-05', false],
  ])('%s to %s on %s: %s', (id, whole, on, then) => {
    expect(belongsTo(organisations, id, whole, on)).toBe(then);
  });
});
