import { formatDong } from '../../../../domain/money/format.ts';
import { lawValues } from '../../../../domain/regulation/law-value.ts';
import { unspentYear } from '../../../../domain/scheme/adjustment.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import type { Field } from '../../forms/fields.ts';
import { errorAt, filesOf, idOf, nameOf, rowsOf, textOf } from '../cell.ts';
import { commandFields } from '../fields-of.ts';
import { formPages, type Shown } from '../form-page.ts';
import { type ChangeKind, changeParts, isChangeKind, listParts } from './change-kinds.ts';
import { readChange } from './change-read.ts';
import { changeTables } from './change-tables.ts';

const kindOf = ({ posted, query }: Pick<Shown, 'posted' | 'query'>): ChangeKind | null => {
  const posting = (posted.changes as { change?: unknown } | undefined)?.change;
  return isChangeKind(posting) ? posting : isChangeKind(query.change) ? query.change : null;
};

/**
 * The host asks to change what was approved: which kind first, with who decides on it and by which rule; then what it changes, as it stands
 * today, to be written over.
 */
export const adjustmentPages = formPages({
  command: 'request-adjustment',
  view: 'money/adjustment',
  scripts: ['sums.js'],
  files: true,
  wide: true,

  read(posted, shown) {
    const kind = kindOf({ posted, query: shown.query });
    return {
      changes: kind ? readChange(kind, posted, shown.scheme) : {},
      reason: textOf(posted.reason),
      files: filesOf(posted.files),
    };
  },

  async again({ posted, values }) {
    const list = listParts.find((name) => name === posted._add);
    if (!list || !values) return null;
    const changes = values.changes as Record<string, unknown>;
    return { values: { ...values, changes: { ...changes, [list]: [...rowsOf(changes[list]), {}] } } };
  },

  model(shown) {
    const { thing, language, today } = shown;
    const kind = kindOf(shown);
    const kinds = lawValues(thing.pack, 'adjustment.change', today).map(({ when, value, basis, certainty }) => ({
      change: when.change ?? '',
      href: `/schemes/${thing.id}/do/request-adjustment?change=${when.change}`,
      title: value.title[language],
      decider: pageText(`adjustment.decider.${value.decider}`, language),
      council: value.material ? pageText('adjustment.to-council', language) : pageText('adjustment.no-council', language),
      basis,
      certainty,
    }));
    const chosen = kinds.find(({ change }) => change === kind) ?? null;
    if (!kind || !chosen) return { kinds, chosen: null };
    const typed = (shown.values?.changes ?? {}) as Record<string, unknown>;
    const standing = shown.values ? typed : asItStands(shown);
    const parts = changeParts[kind];
    return {
      kinds: null,
      chosen,
      fields: parts.flatMap((part) => fieldOf(part, standing[part], shown)),
      tables: listParts
        .filter((list) => (parts as readonly string[]).includes(list))
        .map((list) => changeTables(list, standing[list], shown)),
      after: commandFields('request-adjustment', ['reason', 'files'], shown),
    };
  },
});

const asItStands = ({ scheme: { proposal, contract } }: Shown): Record<string, unknown> => ({
  ...proposal,
  endsOn: contract?.endsOn ?? '',
  stopOn: '',
  carryDong: '',
});

const kindsOfField = {
  aims: 'long',
  targets: 'long',
  beneficiaries: 'long',
  place: 'text',
  endsOn: 'day',
  stopOn: 'day',
  carryDong: 'money',
} as const;

/** A part that is no table, as a field of the ordinary kind. */
function fieldOf(part: string, value: unknown, { language, errors, scheme }: Shown): Field[] {
  if (!Object.hasOwn(kindsOfField, part)) return [];
  const pointer = `/changes/${part}`;
  const unspent = part === 'carryDong' ? unspentYear(scheme) : null;
  return [
    {
      kind: kindsOfField[part as keyof typeof kindsOfField],
      path: nameOf(pointer),
      pointer,
      id: idOf(pointer),
      label: pageText(part === 'place' ? 'label.proposal.place' : `label.${part}`, language),
      help: unspent
        ? pageText('adjustment.carry-help', language, { year: String(unspent.year), amount: formatDong(unspent.unspentDong) })
        : null,
      required: part === 'place' || part === 'beneficiaries' || part === 'stopOn',
      value: typeof value === 'number' ? formatDong(value) : textOf(value),
      error: errorAt(pointer, errors),
      choices: [],
      fields: [],
      rows: [],
      blank: [],
      kept: [],
      maxLength: null,
    },
  ];
}
