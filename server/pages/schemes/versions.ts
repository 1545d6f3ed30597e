import { z } from 'zod';
import { type Difference, differencesOf } from '../../../domain/scheme/differences.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import { page } from '../page.ts';
import { changedWords } from './changed-words.ts';
import { fieldName, fieldValue, sectionName } from './field-names.ts';
import { schemePage } from './frame.ts';
import { openScheme } from './open-scheme.ts';
import { personNames } from './person-names.ts';
import { type Version, versionsOf } from './proposal-versions.ts';
import { readable } from './readable-proposal.ts';

const whole = z.coerce.number().int().positive().optional().catch(undefined);
const Input = {
  params: z.strictObject({ id: Id }),
  query: z.looseObject({ on: z.iso.date().optional().catch(undefined), version: whole, with: whole }),
};

/** The proposal as it reads in one version, and field by field what another version has otherwise. */
export const versions = page({
  path: '/schemes/{id}/versions',
  input: Input,
  async run({ params: { id }, query, caller, language }, parts) {
    const open = await openScheme(id, query.on, caller, parts);
    const all = await versionsOf(id, open.thing.seq, parts.reader);
    const names = await personNames(
      all.map(({ by }) => by),
      parts.reader,
    );
    const shown = all.find(({ version }) => version === query.version) ?? all.at(-1);
    const other = all.find(({ version }) => version === query.with) ?? all.findLast(({ version }) => version < (shown?.version ?? 0));
    const choice = ({ version, at, by }: Version, chosen: Version | undefined) => ({
      version,
      at,
      by: names.get(by) ?? by,
      chosen: version === chosen?.version,
    });
    const differences = shown && other ? differencesOf(other.proposal, shown.proposal) : [];
    return schemePage('versions', open, language, {
      on: open.on,
      several: all.length > 1,
      list: all.toReversed().map((one) => ({
        ...choice(one, shown),
        how: pageText(`scheme.version.${one.type}`, language),
        changed: one.type === 'scheme-drafted' ? '' : one.changed.map((section) => sectionName(section, language)).join(', '),
        href: `/schemes/${id}/versions?version=${one.version}${open.on ? `&on=${open.on}` : ''}#proposal`,
      })),
      shownChoices: all.map((one) => choice(one, shown)),
      otherChoices: all.map((one) => choice(one, other)),
      shown: shown?.version,
      other: other?.version ?? null,
      differences: differences.map((one) => differenceShown(one, language)),
      proposal: shown ? readable(shown.proposal, open.thing.pack, language) : null,
    });
  },
});

/** One difference as two columns show it; in long texts the words that differ are marked. */
export function differenceShown({ section, field, before, after }: Difference, language: Language): object {
  const texts = { before: fieldValue(field, before, language), after: fieldValue(field, after, language) };
  const compared = typeof before === 'string' && typeof after === 'string' && before !== '' && after !== '';
  const pieces = compared
    ? changedWords(before, after)
    : { before: [{ text: texts.before, changed: before !== null }], after: [{ text: texts.after, changed: after !== null }] };
  return { section: sectionName(section, language), field: fieldName(field, language), ...pieces };
}
