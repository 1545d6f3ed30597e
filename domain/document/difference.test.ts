import { expect, test } from 'vitest';
import { contentDifferences } from './difference.ts';
import { decision, edited } from './examples.ts';
import type { OfficialDocument } from './model.ts';

test.each<[string, OfficialDocument, object[]]>([
  ['nothing', decision, []],
  ['its abstract', edited, [{ pointer: '/abstract', before: decision.abstract, after: edited.abstract }]],
  [
    'a receiver more',
    { ...decision, recipients: ['- Như Điều 2;', '- Bộ Tài chính;', '- Lưu: VT.'] },
    [
      { pointer: '/recipients/1', before: '- Lưu: VT.', after: '- Bộ Tài chính;' },
      { pointer: '/recipients/2', before: null, after: '- Lưu: VT.' },
    ],
  ],
  [
    'an article’s text',
    { ...decision, body: [{ kind: 'article', number: 1, text: 'Không phê duyệt.', points: [] }, ...decision.body.slice(1)] },
    [{ pointer: '/body/0/text', before: 'Phê duyệt Danh mục đề án tại Phụ lục kèm theo Quyết định này.', after: 'Không phê duyệt.' }],
  ],
  ['an annex', { ...decision, annexes: [] }, [{ pointer: '/annexes/0', before: decision.annexes[0], after: null }]],
])('%s reads otherwise', (_, after, differences) => {
  expect(contentDifferences(decision, after)).toEqual(differences);
});
