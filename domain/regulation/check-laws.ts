import { textParts } from '../document/format/boxes.ts';
import { formatRules } from '../document/format/rules.ts';
import { DocumentForm } from '../document/model.ts';
import { verdictGrounds } from '../document/verdict-grounds.ts';
import type { Instrument } from './instrument.ts';
import { isLawKey, type LawKey, lawCatalogue, lawKeys } from './law-catalogue.ts';
import type { LawValue } from './law-value.ts';
import { lawFiles, type PackFiles, readFile } from './pack-files.ts';
import { type Problem, problem } from './problem.ts';

/** A value with the place it was read from. */
type Placed = { file: string; key: string; index: number; value: LawValue };
/** What a value may differ by: the ids that each dimension knows. Dimensions that are not here are open. */
type Vocabulary = Record<string, readonly string[]>;

/**
 * Checks the values of the law: that each key is known and given, that its values have the right shape and unit, differ only by what they may
 * differ by, never speak on the same day about the same case, and are not called law before their instrument was.
 */
export function checkLaws(files: PackFiles): Problem[] {
  const placed = lawFiles.flatMap((file) =>
    Object.entries(files[file]).flatMap(([key, values]) => values.map((value, index): Placed => ({ file, key, index, value }))),
  );
  const vocabulary: Vocabulary = {
    kind: files['contents.json'].kinds.map(({ id }) => id),
    source: files['pack.json'].sources.map(({ id }) => id),
    rule: formatRules,
    form: DocumentForm.options,
    orientation: ['portrait', 'landscape'],
    part: textParts,
    proof: verdictGrounds,
  };
  return [
    ...placed.flatMap((one) => checkOne(one, vocabulary, files['instruments.json'])),
    ...lawKeys.flatMap((key) => overlapsOf(placed.filter((one) => one.key === key))),
    ...lawKeys.flatMap((key) => gapsOf(key, placed, vocabulary, files['pack.json'].valid)),
  ];
}

function checkOne({ file, key, index, value }: Placed, vocabulary: Vocabulary, instruments: readonly Instrument[]): Problem[] {
  if (!isLawKey(key))
    return index > 0 ? [] : [problem(file, [key], `Không có khóa "${key}" trong danh mục.`, `The catalogue knows no key "${key}".`)];
  const problems: Problem[] = [];
  const say = (steps: PropertyKey[], vi: string, en: string) => problems.push(problem(file, [key, index, ...steps], vi, en));
  const { value: schema, unit, by } = lawCatalogue[key];
  const read = readFile<unknown>(file, schema, value.value);
  if ('problems' in read)
    for (const found of read.problems)
      problems.push({ ...found, path: `${problem(file, [key, index, 'value'], '', '').path}${found.path}` });
  if ((value.unit ?? null) !== unit) say(['unit'], `Đơn vị phải là ${unit ?? 'để trống'}.`, `The unit must be ${unit ?? 'left out'}.`);
  if (value.to !== undefined && value.to < value.from) say(['to'], 'Ngày kết thúc trước ngày bắt đầu.', 'It ends before it begins.');
  for (const [dimension, is] of Object.entries(value.when ?? {})) {
    if (!(by as readonly string[]).includes(dimension)) {
      say(['when', dimension], `"${key}" không phân biệt theo "${dimension}".`, `"${key}" does not differ by "${dimension}".`);
    } else if (vocabulary[dimension]?.includes(is) === false) {
      say(['when', dimension], `Không có ${dimension} "${is}".`, `There is no ${dimension} "${is}".`);
    }
  }
  const instrument = instruments.find(({ id }) => id === value.basis.instrument);
  if (value.certainty === 'law' && instrument?.from !== undefined && value.from < instrument.from) {
    say(['from'], `${instrument.id} chưa có hiệu lực vào ngày này.`, `${instrument.id} was not yet in force on this day.`);
  }
  return problems;
}

/** Two values that would answer the same question on the same day, neither being closer to it. */
function overlapsOf(values: Placed[]): Problem[] {
  return values.flatMap((later, position) =>
    values
      .slice(0, position)
      .filter((earlier) => clash(earlier.value, later.value))
      .map((earlier) =>
        problem(
          later.file,
          [later.key, later.index],
          `Trùng thời gian áp dụng với ${earlier.file}, mục ${earlier.index + 1}.`,
          `It applies on the same days and to the same case as entry ${earlier.index} in ${earlier.file}.`,
        ),
      ),
  );
}

function clash(a: LawValue, b: LawValue): boolean {
  const [ofA, ofB] = [a.when ?? {}, b.when ?? {}];
  const sameTime = a.from <= (b.to ?? '9999-12-31') && b.from <= (a.to ?? '9999-12-31');
  const asClose = Object.keys(ofA).length === Object.keys(ofB).length;
  return sameTime && asClose && Object.entries(ofA).every(([dimension, is]) => ofB[dimension] === undefined || ofB[dimension] === is);
}

/** Cases that no value answers on the first or last day of the pack's rounds. */
function gapsOf(key: LawKey, placed: Placed[], vocabulary: Vocabulary, valid: { from: string; to: string }): Problem[] {
  const entry = lawCatalogue[key];
  const values = placed.filter((one) => one.key === key).map((one) => one.value);
  if ('optional' in entry) return [];
  const file = placed.find((one) => one.key === key)?.file ?? lawFiles[0];
  const gap = (what: string) => problem(file, [key], `Thiếu giá trị cho ${what}.`, `There is no value for ${what}.`);
  if (values.length === 0) return [gap(`"${key}"`)];
  const cases = casesOf(entry.by, vocabulary);
  return [valid.from, valid.to].flatMap((on) =>
    cases
      .filter((one) => !values.some((value) => answers(value, one, on)))
      .map((one) => gap(`${Object.values(one).join(', ') || `"${key}"`} (${on})`)),
  );
}

/** Every case of the dimensions whose ids are known; an open dimension is left to the pack. */
function casesOf(by: readonly string[], vocabulary: Vocabulary): Record<string, string>[] {
  return by.reduce<Record<string, string>[]>(
    (cases, dimension) => {
      const ids = vocabulary[dimension];
      return ids ? cases.flatMap((one) => ids.map((id) => ({ ...one, [dimension]: id }))) : cases;
    },
    [{}],
  );
}

function answers(value: LawValue, one: Record<string, string>, on: string): boolean {
  const inForce = value.from <= on && (value.to === undefined || on <= value.to);
  return inForce && Object.entries(value.when ?? {}).every(([dimension, is]) => one[dimension] === undefined || one[dimension] === is);
}
