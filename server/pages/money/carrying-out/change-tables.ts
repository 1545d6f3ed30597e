import { sumOf } from '../../../../domain/scheme/budget.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { cell, errorAt, idOf, rowsOf } from '../cell.ts';
import type { Shown } from '../form-page.ts';
import { sources } from './change-read.ts';

type Row = Record<string, unknown>;
type At = number | '__row__';
const noOf = (at: At): number | string => (at === '__row__' ? '__no__' : at + 1);

/** The tables of an adjustment's form, a row for each that stands in the proposal or was typed, and an empty one for the script. */
export function changeTables(
  list: 'lines' | 'outputs' | 'schedule',
  given: unknown,
  shown: Pick<Shown, 'thing' | 'language' | 'errors'>,
): object {
  const row = list === 'lines' ? lineRow : list === 'outputs' ? outputRow : scheduleRow;
  const rows = rowsOf(given);
  return {
    list,
    rows: rows.map((one, at) => row(one, at, shown)),
    blank: row({}, '__row__', shown),
    sources: sources.map((source) => ({
      name: pageText(`choice.source.${source}`, shown.language),
      key: source,
      totalDong: sumOf(rows.map((one) => ({ amountDong: amountFrom(one, source) }))),
    })),
  };
}

const amountFrom = (row: Row, source: string): number => {
  const amount = rowsOf(row.funding).find((one) => one.source === source)?.amountDong;
  return typeof amount === 'number' ? amount : 0;
};

function named(list: string, at: At, { language, errors }: Pick<Shown, 'language' | 'errors'>) {
  return (name: string, value: unknown, label = `label.${name}`) =>
    cell(
      `/changes/${list}/${at}/${name}`,
      pageText('money.in-rows', language, { label: pageText(label, language), rows: String(noOf(at)) }),
      value,
      errors,
    );
}

function lineRow(line: Row, at: At, shown: Pick<Shown, 'thing' | 'language' | 'errors'>): object {
  const { thing, language } = shown;
  const of = named('lines', at, shown);
  const kind = of('kind', line.kind);
  return {
    no: noOf(at),
    was: { name: of('was', '', 'label.item').name, value: at === '__row__' ? '' : at },
    item: of('item', line.item),
    unit: of('unit', line.unit),
    quantity: of('quantity', line.quantity),
    price: of('unitPriceDong', line.unitPriceDong),
    year: { ...of('year', undefined), value: line.year === undefined ? '' : String(line.year) },
    kind: {
      ...kind,
      choices: thing.pack.contents.kinds.map(({ id, title }) => ({ value: id, text: title[language], chosen: id === line.kind })),
    },
    funding: sources.map((source) => {
      const given = rowsOf(line.funding);
      const index = given.findIndex((one) => one.source === source);
      const pointer = `/changes/lines/${at}/funding/${index}/amountDong`;
      return {
        ...of(source, given[index]?.amountDong, `choice.source.${source}`),
        ...(index >= 0 && { id: idOf(pointer), error: errorAt(pointer, shown.errors) }),
        adds: source,
      };
    }),
  };
}

function outputRow(output: Row, at: At, shown: Pick<Shown, 'language' | 'errors'>): object {
  const of = named('outputs', at, shown);
  return {
    no: noOf(at),
    name: of('name', output.name, 'label.outputs.name'),
    unit: of('unit', output.unit),
    volume: of('volume', output.volume),
  };
}

function scheduleRow(step: Row, at: At, shown: Pick<Shown, 'language' | 'errors'>): object {
  const of = named('schedule', at, shown);
  return { no: noOf(at), name: of('name', step.name), from: of('from', step.from), to: of('to', step.to) };
}
