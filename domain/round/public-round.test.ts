import { describe, expect, test } from 'vitest';
import { pack } from '../test-kit.ts';
import { atRanking, billion, ranked } from './examples.ts';
import { publicRound } from './public-round.ts';

const round = atRanking.and(ranked(['a', billion])).data;
const holder = (role: string, organisationId: string, provinceId: string | null = null) => ({
  id: role,
  name: role,
  positions: [{ role, title: role, organisationId, provinceId }],
});

describe('who sees the ranking of a round', () => {
  test.each([
    ['agency-officer', 'cuc-tmdt-kts', 1],
    ['signer', 'bo-cong-thuong', 1],
    ['finance-officer', 'vu-ke-hoach-tai-chinh', 1],
    ['auditor', 'thanh-tra-bo-cong-thuong', 1],
    ['host-head', 'vecom', 0],
    ['province-head', 'ubnd-tinh-binh-dinh', 0],
    ['administrator', 'bo-cong-thuong', 0],
  ])('%s of %s: %d', (role, organisationId, seen) => {
    expect(publicRound(round, holder(role, organisationId), pack).ranking).toHaveLength(seen);
  });
});

test('others hear of the call alone, not of what is drawn up for the signer', () => {
  const noted = (type: string) => ({ documentId: type, type, title: type, symbol: null, date: null, file: null }) as never;
  const withPapers = { ...round, documents: [noted('call-letter'), noted('submission'), noted('refusal')] };
  const seenBy = (role: string, organisationId: string) =>
    publicRound(withPapers, holder(role, organisationId), pack).documents.map(({ type }) => type);
  expect(seenBy('host-head', 'vecom')).toEqual(['call-letter']);
  expect(seenBy('agency-officer', 'cuc-tmdt-kts')).toEqual(['call-letter', 'submission', 'refusal']);
});
