import { describe, expect, test } from 'vitest';
import { pack } from '../test-kit.ts';
import { listed } from './examples.ts';
import type { AgendaItem } from './state.ts';
import { hasSessionToCall } from './subjects.ts';

const item = (status: AgendaItem['status']) => ({ ...listed('a', 1), status }) as unknown as AgendaItem;
const council = (status: AgendaItem['status'], route = 'central') => ({ route, items: { a: item(status) } });
const scheme = (state: string, more: { councilId?: string; changed?: boolean } = {}) => [
  { schemeId: 'a', state, councilId: null, changed: false, ...more },
];

describe('whether a session has a scheme to be called for', () => {
  test.each([
    // its council                    the scheme                                         has
    [council('listed'), [], false],
    [council('listed'), scheme('eligible'), true],
    [council('listed'), scheme('submitted'), false],
    [council('adjourned'), scheme('in-council', { councilId: 'this' }), true],
    [council('adjourned'), scheme('in-council', { councilId: 'other' }), false],
    [council('adjourned'), scheme('withdrawn', { councilId: 'this' }), false],
    [council('concluded'), scheme('in-council', { councilId: 'this' }), false],
    [council('concluded'), scheme('adjusting', { changed: true }), true],
    [council('concluded'), scheme('adjusting'), false],
    [council('listed', 'local'), scheme('eligible'), false],
  ])('%#', (of, schemes, has) => {
    expect(hasSessionToCall('this', of, schemes, pack)).toBe(has);
  });
});
