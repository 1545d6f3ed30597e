import type { Block, Point } from '../block.ts';
import type { OfficialDocument } from '../model.ts';
import type { Found } from './finding.ts';
import { blockTexts } from './texts.ts';

const letters = [...'abcdđeghiklmnopqrstuvxy'];
/** Forms whose text ends with "./."; where the others have it, it ends them too. */
const closed = ['decision', 'official-letter', 'submission', 'notice', 'invitation', 'minutes'];

/** Box 6: articles, clauses, points and headings in their order, sentences that end, the last words of the text. */
export function articles(document: OfficialDocument): Found[] {
  return [
    ...blocks(document.body, '/body'),
    ...document.annexes.flatMap(({ blocks: inAnnex }, at) => pointsOf(inAnnex, `/annexes/${at}/blocks`)),
    ...closing(document),
    ...execution(document),
  ];
}

function blocks(body: readonly Block[], pointer: string): Found[] {
  const found: Found[] = [];
  let expected = 1;
  body.forEach((block, at) => {
    if (block.kind !== 'article') return;
    if (block.number !== expected)
      found.push({ rule: 'article.numbering', pointer: `${pointer}/${at}/number`, values: { number: block.number, asked: expected } });
    expected = block.number + 1;
  });
  return [
    ...found,
    ...headings(body, pointer),
    ...leads(body, pointer),
    ...pointsOf(body, pointer),
    ...ends(body, pointer),
    ...references(body, pointer),
  ];
}

const roman: Record<string, number> = { I: 1, V: 5, X: 10, L: 50 };
function romanValue(text: string): number | undefined {
  if (!/^[IVXL]+$/.test(text)) return undefined;
  const values = [...text].map((letter) => roman[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** "I.", "II." at the first level, "1.", "2." anew under each of them. */
function headings(body: readonly Block[], pointer: string): Found[] {
  const next = [1, 1];
  return body.flatMap((block, at): Found[] => {
    if (block.kind !== 'heading') return [];
    const mark = block.number?.replace(/\.$/u, '');
    const value = mark === undefined ? undefined : block.level === 1 ? romanValue(mark) : /^\d+$/.test(mark) ? Number(mark) : undefined;
    if (mark === undefined || (value === undefined && /\p{L}{3}/u.test(mark))) return [];
    const level = block.level - 1;
    const asked = next[level] ?? 1;
    next[level] = (value ?? asked) + 1;
    if (level === 0) next[1] = 1;
    return value === asked
      ? []
      : [{ rule: 'heading.numbering', pointer: `${pointer}/${at}/number`, values: { mark: block.number ?? '', asked } }];
  });
}

/** Numbers that paragraphs and terms begin with ("1. Thời gian:", "2. Địa điểm:") follow one another; a heading begins anew. */
function leads(body: readonly Block[], pointer: string): Found[] {
  let expected = 1;
  const found: Found[] = [];
  const look = (text: string | undefined, where: string): void => {
    const number = Number(/^(\d{1,2})\. /u.exec(text ?? '')?.[1] ?? 0);
    if (number === 0) return;
    if (number !== expected) found.push({ rule: 'points.order', pointer: where, values: { mark: `${number}.`, asked: `${expected}.` } });
    expected = number + 1;
  };
  body.forEach((block, at) => {
    const where = `${pointer}/${at}`;
    if (block.kind === 'heading' || block.kind === 'article') expected = 1;
    else if (block.kind === 'paragraph') look(block.lead ?? block.text, `${where}/${block.lead === undefined ? 'text' : 'lead'}`);
    else if (block.kind === 'definitions')
      for (const [nth, { term }] of block.entries.entries()) look(term, `${where}/entries/${nth}/term`);
  });
  return found;
}

function pointsOf(body: readonly Block[], pointer: string): Found[] {
  return body.flatMap((block, at): Found[] =>
    block.kind === 'article' || block.kind === 'list' ? levelOf(block.points, `${pointer}/${at}/points`, 0) : [],
  );
}

type Kind = 'clause' | 'point' | 'dash';
const depths: Record<Kind, number> = { clause: 1, point: 2, dash: 3 };

function kindOf(mark: string): Kind | undefined {
  if (/^\d{1,3}\.$/u.test(mark)) return 'clause';
  if (/^(\p{Ll}|\d{2,3})\)$/u.test(mark)) return 'point';
  return mark === '-' ? 'dash' : undefined;
}

/** One level: "1." before "a)" before "-"; of one kind, in order, and each closed. `above`: how deep the marks over it are. */
function levelOf(points: readonly Point[], pointer: string, above: number): Found[] {
  const kinds = points.map(({ mark }) => kindOf(mark));
  const first = kinds[0];
  const found: Found[] = [];
  points.forEach(({ mark, text, points: below }, at) => {
    const where = `${pointer}/${at}`;
    const kind = kinds[at];
    if (mark === '') return;
    if (kind === undefined) found.push({ rule: 'points.mark', pointer: `${where}/mark`, values: { mark } });
    else if (kind !== first) found.push({ rule: 'points.level', pointer: `${where}/mark`, values: { mark } });
    else if (depths[kind] <= above) found.push({ rule: 'points.level', pointer: `${where}/mark`, values: { mark } });
    else if (mark !== markAt(kind, at))
      found.push({ rule: 'points.order', pointer: `${where}/mark`, values: { mark, asked: markAt(kind, at) } });
    const last = at === points.length - 1;
    if (!/[.;:]$|\.\/\.$/u.test(text) || (last && text.endsWith(';') && kind !== 'clause' && above === 0))
      found.push({ rule: 'points.punctuation', pointer: `${where}/text`, values: { text } });
    else if (text.endsWith(':') && below.length === 0 && last) found.push({ rule: 'points.missing', pointer: `${where}/text` });
    found.push(...levelOf(below, `${where}/points`, kind === undefined ? above : depths[kind]));
  });
  return found;
}

function markAt(kind: Kind, at: number): string {
  if (kind === 'clause') return `${at + 1}.`;
  return kind === 'point' ? `${letters[at] ?? String(at + 1)})` : '-';
}

/** Sentences of the body end; what ends with a colon is followed by what it announces. */
function ends(body: readonly Block[], pointer: string): Found[] {
  return body.flatMap((block, at): Found[] => {
    if (block.kind !== 'article' && block.kind !== 'paragraph') return [];
    const where = `${pointer}/${at}/text`;
    const { text } = block;
    if (text === undefined)
      return block.kind === 'article' && block.points.length === 0 ? [{ rule: 'points.missing', pointer: where }] : [];
    if (block.kind === 'paragraph' && block.style !== 'plain') return [];
    if (!/[.;:!?…”)]$/u.test(text)) return [{ rule: 'text.end', pointer: where, values: { text } }];
    const begins = block.kind === 'article' ? pointer === '/body' : block.lead === undefined;
    if (begins && /^\p{Ll}/u.test(text)) return [{ rule: 'text.capital', pointer: where, values: { text } }];
    const next = body[at + 1];
    const announced =
      (block.kind === 'article' && block.points.length > 0) ||
      (next !== undefined && (block.kind === 'paragraph' || next.kind !== 'article'));
    return text.endsWith(':') && !announced ? [{ rule: 'points.missing', pointer: where }] : [];
  });
}

/** "Điều 7 Quyết định này" where there are five. */
function references(body: readonly Block[], pointer: string): Found[] {
  const last = body.filter(({ kind }) => kind === 'article').length;
  if (last === 0) return [];
  return blockTexts(pointer, body).flatMap(({ text, pointer: where }): Found[] =>
    [
      ...text.matchAll(
        /Điều (\d+) (?:của )?(?:Quyết định|Hợp đồng|Thông báo) này|tại Điều (\d+)(?=[ ,.;)](?!(?:của )?(?:Nghị|Luật|Thông|Quyết|Quy)))/gu,
      ),
    ].flatMap(([, own, at]) => {
      const number = Number(own ?? at);
      return number > last ? [{ rule: 'article.reference' as const, pointer: where, values: { number, last } }] : [];
    }),
  );
}

/** "./." ends the text, once. */
function closing({ form, body }: OfficialDocument): Found[] {
  const texts = blockTexts('/body', body).filter(({ role }) => role === 'sentence');
  const ending = texts.filter(({ text }) => text.includes('./.'));
  const last = texts.at(-1);
  if (ending.length === 0) return closed.includes(form) ? [{ rule: 'closing.missing', pointer: last?.pointer ?? '/body' }] : [];
  return ending.flatMap(({ text, pointer }): Found[] =>
    pointer === last?.pointer && text.indexOf('./.') === text.length - 3 ? [] : [{ rule: 'closing.misplaced', pointer }],
  );
}

/** The last article of a decision says who carries it out; some say it in a paragraph without a number. */
function execution({ form, body }: OfficialDocument): Found[] {
  if (form !== 'decision') return [];
  const carriesOut = /(chịu trách nhiệm|có trách nhiệm|chịu trách nhiệm tổ chức) thi hành/u;
  const at = body.findLastIndex(({ kind }) => kind === 'article');
  const last = body[at];
  const says = (block: Block | undefined): boolean => blockTexts('', block ? [block] : []).some(({ text }) => carriesOut.test(text));
  if (says(last)) return [];
  const pointer = `/body/${Math.max(at, 0)}`;
  return [{ rule: body.slice(at + 1).some(says) ? 'execution.unnumbered' : 'execution.missing', pointer }];
}
