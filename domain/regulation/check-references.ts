import { isWeekend } from '../time/dates.ts';
import { type PackFileName, type PackFiles, packFiles } from './pack-files.ts';
import { type Problem, problem } from './problem.ts';

/** Checks that what the files of a pack say of one another exists: instruments, roles, kinds, and that no id is given twice. */
export function checkReferences(files: PackFiles): Problem[] {
  return [
    ...unknownInstruments(files),
    ...replacedByNobody(files),
    ...amendsNothing(files),
    ...unknownLegalBases(files),
    ...givenTwice(files),
    ...unknownKinds(files),
    ...unknownSigners(files),
    ...misplacedDays(files),
    ...missingGround(files),
  ];
}

function unknownInstruments(files: PackFiles): Problem[] {
  const known = new Set(files['instruments.json'].map(({ id }) => id));
  const names = Object.keys(packFiles) as PackFileName[];
  return names.flatMap((file) =>
    basesIn(files[file])
      .filter(({ instrument }) => !known.has(instrument))
      .map(({ steps, instrument }) => unknownInstrument(file, [...steps, 'instrument'], instrument)),
  );
}

/** Every basis in a value, however deep, with the way to it. */
function basesIn(value: unknown, steps: PropertyKey[] = []): { steps: PropertyKey[]; instrument: string }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => basesIn(item, [...steps, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const here = [...steps, key];
    if (key === 'basis' && typeof item === 'object' && item !== null && 'instrument' in item)
      return [{ steps: here, instrument: String(item.instrument) }];
    return basesIn(item, here);
  });
}

function replacedByNobody(files: PackFiles): Problem[] {
  const instruments = files['instruments.json'];
  const known = new Set(instruments.map(({ id }) => id));
  return instruments.flatMap(({ replacedBy }, index) =>
    replacedBy === undefined || known.has(replacedBy) ? [] : [unknownInstrument('instruments.json', [index, 'replacedBy'], replacedBy)],
  );
}

function amendsNothing(files: PackFiles): Problem[] {
  const instruments = files['instruments.json'];
  const known = new Set(instruments.map(({ id }) => id));
  return instruments.flatMap(({ amends = [] }, index) =>
    amends.flatMap((id, at) => (known.has(id) ? [] : [unknownInstrument('instruments.json', [index, 'amends', at], id)])),
  );
}

function unknownLegalBases(files: PackFiles): Problem[] {
  const known = new Set(files['instruments.json'].map(({ id }) => id));
  return files['documents.json'].flatMap(({ legalBases }, at) =>
    legalBases.flatMap((ids, index) =>
      [ids].flat().flatMap((id) => (known.has(id) ? [] : [unknownInstrument('documents.json', [at, 'legalBases', index], id)])),
    ),
  );
}

function unknownInstrument(file: string, steps: PropertyKey[], id: string): Problem {
  return problem(
    file,
    steps,
    `Văn bản "${id}" không có trong danh mục văn bản.`,
    `The instrument "${id}" is not in the list of instruments.`,
  );
}

function givenTwice(files: PackFiles): Problem[] {
  const contents = files['contents.json'];
  const items = contents.groups.flatMap((group, at) =>
    group.items.map((item, index) => ({ id: item.code, steps: ['groups', at, 'items', index, 'code'] })),
  );
  const listed = (list: readonly { id: string }[], ...before: PropertyKey[]) =>
    list.map(({ id }, index) => ({ id, steps: [...before, index, 'id'] }));
  const ids: [PackFileName, { id: string; steps: PropertyKey[] }[]][] = [
    ['instruments.json', listed(files['instruments.json'])],
    ['contents.json', listed(contents.kinds, 'kinds')],
    ['contents.json', items],
    ['roles.json', listed(files['roles.json'].roles, 'roles')],
    ['pack.json', listed(files['pack.json'].sources, 'sources')],
    ['pack.json', listed(files['pack.json'].routes, 'routes')],
    ['documents.json', files['documents.json'].map(({ type }, index) => ({ id: type, steps: [index, 'type'] }))],
    ['calendar.json', files['calendar.json'].days.map(({ date }, index) => ({ id: date, steps: ['days', index, 'date'] }))],
  ];
  return ids.flatMap(([file, list]) =>
    list
      .filter(({ id }, index) => list.findIndex((other) => other.id === id) < index)
      .map(({ id, steps }) => problem(file, steps, `"${id}" xuất hiện hai lần.`, `"${id}" is given twice.`)),
  );
}

function unknownKinds(files: PackFiles): Problem[] {
  const { kinds, groups } = files['contents.json'];
  return groups.flatMap((group, at) =>
    group.items.flatMap(({ kind }, index) =>
      kinds.some(({ id }) => id === kind)
        ? []
        : [
            problem(
              'contents.json',
              ['groups', at, 'items', index, 'kind'],
              `Không có loại nội dung "${kind}".`,
              `There is no kind of content "${kind}".`,
            ),
          ],
    ),
  );
}

function unknownSigners(files: PackFiles): Problem[] {
  const roles = files['roles.json'].roles;
  return files['documents.json'].flatMap((rule, index) => {
    const role = roles.find(({ id }) => id === rule.signerRole);
    const problems: Problem[] = [];
    if (!role)
      problems.push(
        problem(
          'documents.json',
          [index, 'signerRole'],
          `Không có vai trò "${rule.signerRole}".`,
          `There is no role "${rule.signerRole}".`,
        ),
      );
    else if (role.reader)
      problems.push(
        problem('documents.json', [index, 'signerRole'], 'Vai trò chỉ đọc không được ký.', 'A role that only reads cannot sign.'),
      );
    if ((rule.pattern === null) !== (rule.series === null)) {
      problems.push(
        problem(
          'documents.json',
          [index, 'pattern'],
          'Ký hiệu và sổ đăng ký phải cùng có hoặc cùng không.',
          'A number pattern and a series go together.',
        ),
      );
    }
    return problems;
  });
}

function misplacedDays(files: PackFiles): Problem[] {
  const { days, fromYear, toYear } = files['calendar.json'];
  return days.flatMap(({ date, kind }, index) => {
    const year = Number(date.slice(0, 4));
    if (year < fromYear || year > toYear)
      return [
        problem(
          'calendar.json',
          ['days', index, 'date'],
          'Ngày ngoài các năm của lịch.',
          'The day lies outside the years of the calendar.',
        ),
      ];
    if (isWeekend(date) === (kind === 'work')) return [];
    return kind === 'off'
      ? [problem('calendar.json', ['days', index, 'date'], 'Ngày nghỉ trùng cuối tuần.', 'A weekday off cannot be a weekend day.')]
      : [
          problem(
            'calendar.json',
            ['days', index, 'date'],
            'Ngày làm bù phải là cuối tuần.',
            'A day worked in exchange must be a weekend day.',
          ),
        ];
  });
}

function missingGround(files: PackFiles): Problem[] {
  return files['rules.json']['*'] ? [] : [problem('rules.json', ['*'], 'Thiếu căn cứ chung "*".', 'The general ground "*" is missing.')];
}
