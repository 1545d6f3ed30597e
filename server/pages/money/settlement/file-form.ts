import { sumDong } from '../../../../domain/money/dong.ts';
import { lawValue } from '../../../../domain/regulation/law-value.ts';
import { contractDong, receivedDong } from '../../../../domain/scheme/requests.ts';
import type { Scheme } from '../../../../domain/scheme/state.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { cell, errorAt, filesOf, idOf } from '../cell.ts';
import type { FormGiven, Shown } from '../form-page.ts';
import { readSettlement, type TypedLine } from './file-read.ts';
import { askedSources, otherSourcesOf, plannedLines } from './lines.ts';
import { settlementHead } from './standing.ts';
import { importVouchers } from './vouchers-sheet.ts';

const emptyVoucher = { number: '', date: '', payee: '', amountDong: '' };
const numeric = (value: unknown): number => (typeof value === 'number' ? value : 0);

/**
 * The host's side of the bench: every budget line with what was planned, what was spent of which source, and its vouchers, which come in one
 * list, typed or from a table. What does not add up is seen at once.
 */
export const fileForm: FormGiven = {
  command: 'file-settlement',
  view: 'money/settlement-file',
  scripts: ['sums.js'],
  files: true,
  wide: true,
  before: 'carrying-out',
  after: 'settlement',

  read: (posted, { scheme }) => ({ lines: readSettlement(posted, scheme) }),

  async again({ posted, values, language }, parts) {
    const lines = (values?.lines ?? []) as TypedLine[];
    if (posted._add === 'vouchers') {
      const last = lines.at(-1);
      return last ? { values: { lines: [...lines.slice(0, -1), { ...last, vouchers: [...last.vouchers, emptyVoucher] }] } } : null;
    }
    if (posted._sum !== undefined) return { values: { lines } };
    if (posted._import === undefined) return null;
    const [sheet] = filesOf(posted.sheet);
    if (!sheet) return { values: { lines }, extra: { said: { kind: 'warning', text: pageText('settlement.import-none', language) } } };
    const { lines: after, said } = await importVouchers(sheet, lines, language, parts);
    return { values: { lines: after }, extra: { said } };
  },

  model(shown) {
    const { thing, scheme, language, today, values } = shown;
    const lines = values ? (values.lines as TypedLine[]) : filedLines(scheme);
    const law = lawValue(thing.pack, 'settlement.file', { on: today });
    const planned = plannedLines(scheme);
    const sums = sumsOf(lines);
    return {
      ...settlementHead(shown),
      law: { text: pageText('settlement.due', language, { days: law.value }), basis: law.basis, certainty: law.certainty },
      returned: scheme.settlement.returns.at(-1) ?? null,
      sources: askedSources(scheme).map((source) => pageText(`choice.source.${source}`, language)),
      lines: planned.map((line, at) => lineRow(line, lines[at], at, shown)),
      vouchers: voucherRows(lines, shown),
      blank: voucherRow({ ...emptyVoucher }, '__row__', lines[0]?.lineNo ?? 1, null, shown, lines),
      sums: {
        ...sums,
        plannedDong: sumDong(planned.map(({ plannedDong }) => plannedDong)),
        plannedSupportDong: sumDong(planned.map(({ supportDong }) => supportDong)),
        acceptedDong: sumDong(planned.map(({ acceptedDong }) => acceptedDong)),
        coveredDong: contractDong(scheme) - scheme.settlement.repaidDong,
        receivedDong: receivedDong(scheme),
      },
      sheetHref: `/schemes/${thing.id}/settlement/vouchers.xlsx`,
    };
  },
};

type Sums = { supportDong: number; spentDong: number; vouchersDong: number };
const sumsOf = (lines: TypedLine[]): Sums => ({
  supportDong: lines.reduce((all, { supportDong }) => all + numeric(supportDong), 0),
  spentDong: lines.reduce((all, { spentDong }) => all + spentDong, 0),
  vouchersDong: lines.reduce((all, { vouchers }) => all + vouchers.reduce((of, { amountDong }) => of + numeric(amountDong), 0), 0),
});

/** What was filed before and came back to be mended; else nothing yet. */
export function filedLines(scheme: Scheme): TypedLine[] {
  return scheme.proposal.lines.map((line, at) => {
    const filed = scheme.settlement.lines.find(({ lineNo }) => lineNo === at + 1);
    const others = (filed?.spentDong ?? 0) - (filed?.supportDong ?? 0);
    // Of other sources the sums of all lines are kept, by year; with one of them planned, the rest of a line is that one's.
    const planned = line.funding.map(({ source }) => source).filter((source) => otherSourcesOf(scheme.route).includes(source));
    const source = planned[0] ?? otherSourcesOf(scheme.route).at(-1) ?? 'other';
    return {
      lineNo: at + 1,
      spentDong: filed?.spentDong ?? 0,
      supportDong: filed?.supportDong ?? '',
      otherSources: others > 0 ? [{ source, amountDong: others }] : [],
      vouchers: filed?.vouchers ?? [],
    };
  });
}

function lineRow(
  planned: ReturnType<typeof plannedLines>[number],
  typed: TypedLine | undefined,
  at: number,
  { scheme, language, errors }: Shown,
) {
  const named = (name: string, label: string, value: unknown) =>
    cell(`/lines/${at}/${name}`, pageText('money.in-rows', language, { label, rows: String(planned.lineNo) }), value, errors);
  const vouchersDong = (typed?.vouchers ?? []).reduce((all, { amountDong }) => all + numeric(amountDong), 0);
  const spentDong = typed?.spentDong ?? 0;
  return {
    ...planned,
    no: named('lineNo', '', planned.lineNo).name,
    support: named('supportDong', pageText('settlement.spent-support', language), typed?.supportDong || ''),
    others: askedSources(scheme).map((source) => {
      const index = typed?.otherSources.findIndex((one) => one.source === source) ?? -1;
      const pointer = `/lines/${at}/otherSources/${index}/amountDong`;
      return {
        ...named(source, pageText(`choice.source.${source}`, language), typed?.otherSources[index]?.amountDong ?? ''),
        ...(index >= 0 && { id: idOf(pointer), error: errorAt(pointer, errors) }),
        adds: `s${planned.lineNo} spent`,
      };
    }),
    spentDong,
    vouchersDong,
    agrees: spentDong === vouchersDong,
  };
}

function voucherRows(lines: TypedLine[], shown: Shown): object[] {
  let row = 0;
  const rows = lines.flatMap(({ lineNo, vouchers }, lineAt) =>
    vouchers.map((voucher, at) => voucherRow(voucher, row++, lineNo, `/lines/${lineAt}/vouchers/${at}`, shown, lines)),
  );
  return rows.length > 0 ? rows : [voucherRow({ ...emptyVoucher }, 0, lines[0]?.lineNo ?? 1, null, shown, lines)];
}

function voucherRow(
  voucher: { number: string; date: string; payee: string; amountDong: unknown },
  row: number | '__row__',
  lineNo: number,
  pointer: string | null,
  { language, errors }: Shown,
  lines: TypedLine[],
): object {
  const no = row === '__row__' ? '__no__' : row + 1;
  const named = (name: keyof typeof voucher, key: string) => {
    const label = pageText('settlement.of-voucher', language, { label: pageText(key, language), no: String(no) });
    const known = pointer === null ? null : cell(`${pointer}/${name}`, '', '', errors);
    const made = cell(`/vouchers/${row}/${name}`, label, voucher[name]);
    return known ? { ...made, id: known.id, error: known.error } : made;
  };
  return {
    no,
    line: {
      ...cell(
        `/vouchers/${row}/lineNo`,
        pageText('settlement.of-voucher', language, { label: pageText('settlement.line', language), no: String(no) }),
        lineNo,
      ),
      choices: lines.map((line) => ({ value: line.lineNo, chosen: line.lineNo === lineNo })),
    },
    number: named('number', 'settlement.voucher-number'),
    date: named('date', 'label.date'),
    payee: named('payee', 'label.payee'),
    amount: named('amountDong', 'label.amountDong'),
  };
}
