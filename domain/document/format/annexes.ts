import { roman } from '../compose/scheme-list.ts';
import type { Annex, OfficialDocument } from '../model.ts';
import type { Found } from './finding.ts';
import { ownReference, upper } from './header.ts';
import { blockTexts } from './texts.ts';

/** Annexes: their headings in order, to which document they belong, and that the text sends the reader to them (Annex I, III.1). */
export function annexes(document: OfficialDocument): Found[] {
  const { annexes: all } = document;
  const texts = blockTexts('/body', document.body).map(({ text }) => text);
  const mentioned = texts.some((text) => /phụ lục|kèm theo/iu.test(text));
  const promised = texts.findIndex((text) => /(tại|trong|theo) Phụ lục/u.test(text));
  return [
    ...(all.length === 0 && promised >= 0 ? [{ rule: 'annex.missing' as const, pointer: '/annexes' }] : []),
    ...(all.length > 0 && !mentioned && document.form !== 'form' ? [{ rule: 'annex.unmentioned' as const, pointer: '/annexes/0' }] : []),
    ...all.flatMap((annex, at) => [...heading(annex, at, all.length), ...reference(annex.reference, `/annexes/${at}/reference`, document)]),
  ];
}

/** "Phụ lục", numbered where there are several; a text that a decision promulgates has its own name instead. */
function heading({ heading: text, title, kind }: Annex, at: number, count: number): Found[] {
  if (kind === 'promulgated') return [];
  const asked = count === 1 ? 'Phụ lục' : `Phụ lục ${roman(at + 1)}`;
  const numbers = count === 1 ? '( I| 1)?' : ` (${roman(at + 1)}|${at + 1}|SỐ ${at + 1})`;
  const pointer = `/annexes/${at}`;
  return [
    ...(new RegExp(`^PHỤ LỤC${numbers}$`, 'u').test(upper(text))
      ? []
      : [{ rule: 'annex.heading' as const, pointer: `${pointer}/heading`, values: { heading: text, asked } }]),
    ...(title === upper(title) ? [] : [{ rule: 'annex.title-capitals' as const, pointer: `${pointer}/title`, values: { title } }]),
  ];
}

function reference(text: string | undefined, pointer: string, document: OfficialDocument): Found[] {
  const { symbol, number, typeName, authority, issuer } = document;
  if (text === undefined || !/^\((Ban hành kèm theo|Kèm theo) .+\)$/u.test(text))
    return [{ rule: 'annex.reference', pointer, values: { text: text ?? '–' } }];
  if (symbol === undefined || ['form', 'minutes'].includes(document.form)) return [];
  const own = ownReference(document);
  const asked = own ? `số ${own.number} ${own.date}` : `số …/${symbol} ngày … tháng … năm …`;
  const said = text.replace('số: ', 'số ');
  const kind = typeName ?? 'Công văn';
  const named = upper(said).includes(`KÈM THEO ${upper(kind)} SỐ`);
  const by = [authority, issuer.name].some((one) => one !== undefined && upper(said).endsWith(`CỦA ${upper(one)})`));
  const dated = said.includes(asked) || (number === undefined && said.includes(`…/${symbol}`) && said.includes('ngày …'));
  return named && by && dated ? [] : [{ rule: 'annex.reference-differs', pointer, values: { text, asked: `${kind} ${asked}` } }];
}
