import type { Instrument } from '../../regulation/instrument.ts';
import type { OfficialDocument } from '../model.ts';
import type { FormatContext, Found } from './finding.ts';

/** A text that a basis cites: what it calls itself, its number and its day, as far as they stand there. */
type Citation = { kind: string; number?: string; title?: string; date?: string };

const kinds = 'Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị';
const numbered = new RegExp(
  `(${kinds})\\s+số:?\\s+(\\d+(?:/\\d{4})?/[A-ZĐ0-9]+(?:-[A-ZĐa-z0-9]+)*)(?:\\s+ngày\\s+(\\d{1,2}) tháng (\\d{1,2}) năm (\\d{4})|\\s+ngày\\s+(\\d{1,2})/(\\d{1,2})/(\\d{4}))?`,
  'gu',
);
const named = /(Bộ luật|Luật) (?!số\b)(.+?) ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})/gu;
/** Numbers of texts that bind in general; decisions on a single case are in no list of instruments. */
const normative = /\/QH\d+$|\/NĐ-CP$|\/QĐ-TTg$|\/TT-[A-ZĐ]+$/u;
const openings = /^(Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện|Xét) /u;
const proposal = /^(Theo|Xét) đề nghị /u;
/** The decree on what a ministry does founds its power to decide and may stand before all laws. */
const founding = /chức năng, nhiệm vụ, quyền hạn/u;

/** Legal bases: how they begin and end, in which order, and whether what they cite is in force on the day. */
export function bases(document: OfficialDocument, context: FormatContext): Found[] {
  const lines = document.bases.map((text, at) => ({ text, pointer: `/bases/${at}` }));
  const opening = document.body.findIndex((block) => block.kind === 'paragraph' && /^Căn cứ /u.test(block.text));
  const block = document.body[opening];
  const inLetter =
    document.bases.length === 0 && block?.kind === 'paragraph' ? [{ text: block.text, pointer: `/body/${opening}/text` }] : [];
  return [
    ...wordingOf(lines),
    ...orderOf(lines, context),
    ...[...lines, ...inLetter].flatMap((line) => citedIn(line, context)),
    ...twice(lines),
  ];
}

type Line = { text: string; pointer: string };

function wordingOf(lines: Line[]): Found[] {
  return lines.flatMap(({ text, pointer }, at): Found[] => {
    const found: Found[] = [];
    const last = at === lines.length - 1;
    if (!openings.test(text)) found.push({ rule: 'basis.opening', pointer, values: { text } });
    if (!text.endsWith(last ? '.' : ';') || /[.;,]{2}$/u.test(text)) {
      const comma = text.endsWith(',') && proposal.test(text);
      found.push({ rule: comma ? 'basis.comma' : 'basis.punctuation', pointer, values: { asked: last ? '.' : ';' } });
    }
    if (!last && proposal.test(text) && lines.slice(at + 1).some((later) => !proposal.test(later.text)))
      found.push({ rule: 'basis.proposal-last', pointer });
    return found;
  });
}

function orderOf(lines: Line[], { pack }: FormatContext): Found[] {
  const ranked = lines.flatMap(({ text, pointer }) => {
    const first = citations(text)[0];
    const known = first && instrumentOf(pack.instruments, first);
    return known && !founding.test(text) ? [{ rank: known.rank, pointer }] : [];
  });
  return ranked.flatMap(({ rank, pointer }, at): Found[] =>
    at > 0 && rank < (ranked[at - 1]?.rank ?? 0) ? [{ rule: 'basis.order', pointer }] : [],
  );
}

function citedIn({ text, pointer }: Line, { pack, on }: FormatContext): Found[] {
  return citations(text).flatMap((citation): Found[] => {
    const { kind, number, date } = citation;
    const name = number ?? `${kind} ${citation.title ?? ''}`;
    const known = instrumentOf(pack.instruments, citation);
    if (date !== undefined && date > on) return [{ rule: 'date.later', pointer, values: { name, date, on } }];
    if (!known) {
      const listed = number === undefined || normative.test(number);
      return listed ? [{ rule: 'basis.unknown', pointer, values: { name } }] : [];
    }
    if (number !== undefined && known.kind !== kind) return [{ rule: 'basis.kind', pointer, values: { name, asked: known.kind } }];
    if (date !== undefined && known.date !== null && date !== known.date)
      return [{ rule: 'basis.date', pointer, values: { name, asked: known.date } }];
    const since = known.from ?? known.date;
    const inForce = (since === null || since <= on) && (known.to === undefined || on <= known.to);
    return inForce ? [] : [{ rule: 'basis.not-in-force', pointer, values: { name, on, replacedBy: known.replacedBy ?? '–' } }];
  });
}

function twice(lines: Line[]): Found[] {
  const seen = new Set<string>();
  return lines.flatMap(({ text, pointer }): Found[] => {
    const number = citations(text).find((citation) => citation.number !== undefined)?.number;
    if (number === undefined) return [];
    if (seen.has(number)) return [{ rule: 'basis.twice', pointer, values: { name: number } }];
    seen.add(number);
    return [];
  });
}

/** The instruments that a text cites. What other texts are about ("sửa đổi … Nghị định số …") is left out: only what is cited first in its part counts. */
function citations(text: string): Citation[] {
  return text.split(/;\s*/u).flatMap((part): Citation[] => {
    if (proposal.test(part)) return [];
    const byNumber = [...part.matchAll(numbered)][0];
    const byName = [...part.matchAll(named)][0];
    if (byName && (!byNumber || byName.index < byNumber.index)) {
      const [, kind = '', title = '', day = '', month = '', year = ''] = byName;
      return [{ kind, title: `${kind} ${title}`, date: iso(year, month, day) }];
    }
    if (!byNumber) return [];
    const [, kind = '', number = '', day, month, year, shortDay, shortMonth, shortYear] = byNumber;
    const date = (year ?? shortYear) ? iso(year ?? shortYear ?? '', month ?? shortMonth ?? '', day ?? shortDay ?? '') : undefined;
    return [{ kind, number, ...(date !== undefined && { date }) }];
  });
}

const iso = (year: string, month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function instrumentOf(instruments: readonly Instrument[], { number, title, date }: Citation): Instrument | undefined {
  if (number !== undefined) return instruments.find(({ id }) => id === number);
  const wanted = (title ?? '').toLocaleLowerCase('vi');
  const sameName = instruments.filter((one) => one.title.vi.toLocaleLowerCase('vi') === wanted);
  return sameName.find((one) => one.date === date) ?? sameName[0];
}
