import type { z } from 'zod';
import { amountInWords } from '../../money/in-words.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import type { Amount } from '../../scheme/amount.ts';
import type { Scheme } from '../../scheme/state.ts';
import type { ListedScheme } from '../compose/scheme-list.ts';
import type { Annex, OfficialDocument } from '../model.ts';
import type { Row } from '../table.ts';
import { bySource, sourceName, totalOf, yearsOf } from './money.ts';

/** A scheme with the sums that a list gives it. */
export type Given = { scheme: Scheme; amounts: readonly Amount[] };

/** The content group of Annex II under which a scheme stands. */
export function groupOf({ contents }: Pick<RegulationPack, 'contents'>, item: string): string | undefined {
  return contents.groups.find(({ code, items }) => code === item || items.some((one) => one.code === item))?.title;
}

/** Schemes for an annex: under their content groups, groups in the order of the first of each. */
export function listed(pack: RegulationPack, given: readonly Given[]): z.input<typeof ListedScheme>[] {
  return given.map(({ scheme, amounts }) => {
    const group = groupOf(pack, scheme.proposal.contentItem);
    const sums = bySource(pack, amounts);
    return {
      ...(group !== undefined && { group }),
      title: scheme.proposal.title,
      host: scheme.host.name,
      years: amounts.length === 0 ? [scheme.year] : yearsOf(amounts),
      amounts: sums.length === 0 ? [{ source: sourceName(pack, 'programme'), amount: 0 }] : sums,
    };
  });
}

/** A second annex with the sums of each year, where the money of a list is spread over several. */
export function withYears(pack: RegulationPack, document: OfficialDocument, given: readonly Given[]): OfficialDocument {
  const [first] = document.annexes;
  const all = given.flatMap(({ amounts }) => amounts);
  if (first === undefined || yearsOf(all).length < 2) return document;
  return { ...document, annexes: [{ ...first, heading: 'Phụ lục I' }, yearsAnnex(pack, given, first)] };
}

function yearsAnnex(pack: RegulationPack, given: readonly Given[], first: Annex): Annex {
  const all = given.flatMap(({ amounts }) => amounts);
  const years = yearsOf(all);
  const sources = bySource(pack, all).map(({ source }) => source);
  const cells = (amounts: readonly Amount[]) =>
    years.flatMap((year) => {
      const ofYear = amounts.filter((one) => one.year === year);
      const sums = bySource(pack, ofYear);
      return sources.map((source) => sums.find((one) => one.source === source)?.amount ?? 0);
    });
  const rows = given.map(
    ({ scheme, amounts }, index): Row => ({
      kind: 'item',
      cells: [String(index + 1), scheme.proposal.title, totalOf(amounts), ...cells(amounts)],
    }),
  );
  return {
    heading: 'Phụ lục II',
    title: `${first.title} - KINH PHÍ CHIA THEO NĂM VÀ NGUỒN`,
    ...(first.reference !== undefined && { reference: first.reference }),
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        table: {
          unit: 'Đơn vị tính: đồng',
          head: [
            { title: 'STT', align: 'center', share: 5 },
            { title: 'Tên đề án', align: 'left' },
            { title: 'Tổng kinh phí', align: 'right', share: 11 },
            ...years.map((year) => ({
              title: `Năm ${year}`,
              columns: sources.map((source) => ({ title: source, align: 'right' as const })),
            })),
          ],
          rowHead: 1,
          rows: [...rows, { kind: 'total', cells: ['', 'Tổng cộng', totalOf(all), ...cells(all)] }],
        },
      },
    ],
    closing: `Tổng kinh phí bằng chữ: ${amountInWords(totalOf(all))}.`,
  };
}
