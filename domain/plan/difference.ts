import { formatDong } from '../money/format.ts';
import { cellName } from './cell.ts';
import type { BothLanguages, Difference, DifferenceRule, Place } from './plan.ts';

/** What a check found, before it is told to people. */
export type Finding = {
  rule: DifferenceRule;
  row: number;
  number: string | null;
  label: string;
  column: { index: number; heading: string; year: number | null };
  printed: number | null;
  computed: number;
  cells: string[];
  agreesWithItems?: boolean;
  withinRounding?: boolean;
};

const kinds: Record<DifferenceRule, Difference['kind']> = {
  'row-years': 'sum',
  'row-group': 'sum',
  'item-lines': 'sum',
  'section-items': 'sum',
  share: 'share',
  'shares-hundred': 'share',
  'grand-total': 'total',
  subtotal: 'total',
  'source-total': 'total',
  'total-sources': 'total',
  words: 'total',
};

const meanings: Record<DifferenceRule, BothLanguages> = {
  'row-years': { vi: 'tổng các năm của dòng', en: 'the sum of the row’s years' },
  'row-group': { vi: 'tổng các cột thành phần của dòng', en: 'the sum of the columns it is made of' },
  'item-lines': { vi: 'tổng các nguồn kinh phí', en: 'the sum of its funding sources' },
  'section-items': { vi: 'tổng các mục thành phần', en: 'the sum of its items' },
  share: { vi: 'tỷ lệ so với kinh phí của mục', en: 'its share of the item’s money' },
  'shares-hundred': { vi: 'các tỷ lệ phải đủ 100%', en: 'the shares must make 100%' },
  'grand-total': { vi: 'tổng các phần lớn của bảng', en: 'the sum of the table’s sections' },
  subtotal: { vi: 'tổng các mục của phần', en: 'the sum of the section’s items' },
  'source-total': { vi: 'tổng các dòng của nguồn này', en: 'the sum of this source’s lines' },
  'total-sources': { vi: 'tổng theo các nguồn', en: 'the sum of the sources' },
  words: { vi: 'số tiền ghi ở dòng tổng cộng', en: 'the printed total' },
};

/** A finding with its place and its texts. Amounts in đồng, shares in percent. */
export function difference(finding: Finding): Difference {
  const { rule, printed, computed, cells, agreesWithItems, withinRounding } = finding;
  const unit = kinds[rule] === 'share' ? 'percent' : 'dong';
  const place = placeOf(finding);
  const shown = (value: number | null): BothLanguages => {
    if (value === null) return { vi: 'để trống', en: 'nothing' };
    if (unit === 'percent') return { vi: `${String(value).replace('.', ',')}%`, en: `${value}%` };
    const dong = Number.isSafeInteger(value) ? formatDong(value) : `> ${formatDong(Number.MAX_SAFE_INTEGER)}`;
    return { vi: `${dong} đồng`, en: `${dong} đồng` };
  };
  const note: BothLanguages = agreesWithItems
    ? {
        vi: '; số đã in khớp nếu cộng từ từng mục nhỏ, sai lệch nằm ở một dòng cộng trung gian',
        en: '; the printed sum is right if built up from the items, a sum between is not',
      }
    : withinRounding
      ? { vi: '; số đã in là số làm tròn', en: '; the printed share is the rounded one' }
      : { vi: '', en: '' };
  const text: BothLanguages = {
    vi: `${place.text.vi}: ghi ${shown(printed).vi}, tính lại ${shown(computed).vi} (${meanings[rule].vi}${note.vi}).`,
    en: `${place.text.en}: printed ${shown(printed).en}, computed ${shown(computed).en} (${meanings[rule].en}${note.en}).`,
  };
  return {
    place,
    kind: kinds[rule],
    rule,
    unit,
    printed,
    computed,
    cells,
    ...(agreesWithItems !== undefined && { agreesWithItems }),
    ...(withinRounding !== undefined && { withinRounding }),
    text,
  };
}

function placeOf({ row, number, label, column }: Finding): Place {
  const short = label.length > 80 ? `${label.slice(0, 79)}…` : label;
  const cell = cellName(column.index, row);
  const item = { vi: number === null ? '' : `, mục ${number}`, en: number === null ? '' : `, item ${number}` };
  const text = {
    vi: `Dòng ${row}${item.vi} “${short}”, cột “${column.heading}” (ô ${cell})`,
    en: `Row ${row}${item.en} “${short}”, column “${column.heading}” (cell ${cell})`,
  };
  return { row, number, label, column: column.heading, cell, ...(column.year !== null && { year: column.year }), text };
}
