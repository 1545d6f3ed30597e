import type { Article, Block } from './block.ts';
import { officialDate } from './dates.ts';
import type { OfficialDocument } from './model.ts';
import { unnumbered } from './numbered.ts';

/**
 * The content of a document in another's place: the other's, without its number and day, and with a sentence that says what it replaces. In a
 * decision that is an article of its own, before the last one, which names who carries it out.
 */
export function replacing(content: OfficialDocument, replaced: string, date: string): OfficialDocument {
  const open = unnumbered(content);
  const last = open.body.findLastIndex(({ kind }) => kind === 'article');
  const article = open.body[last];
  if (article?.kind !== 'article')
    return { ...open, body: beforeLast(open.body, `Văn bản này thay thế ${replaced} ${officialDate(date)}.`) };
  const kind = replaced.split(' số ')[0] ?? '';
  const added: Article = {
    kind: 'article',
    number: article.number,
    text: `${kind} này thay thế ${replaced} ${officialDate(date)}.`,
    points: [],
  };
  const moved: Article = { ...article, number: article.number + 1 };
  const recipients = open.recipients.map((line) => line.replace(`Như Điều ${article.number};`, `Như Điều ${moved.number};`));
  return { ...open, body: [...open.body.slice(0, last), added, moved, ...open.body.slice(last + 1)], recipients };
}

function beforeLast(body: Block[], text: string): Block[] {
  return [...body.slice(0, -1), { kind: 'paragraph', text, style: 'plain' }, ...body.slice(-1)];
}
