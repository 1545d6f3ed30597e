import { randomUUID } from 'node:crypto';
import type { Json } from '../../../domain/command.ts';
import type { Section } from '../../../domain/scheme/proposal.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { Parts } from '../../parts.ts';
import type { PageAnswer } from '../page.ts';
import { changedWords } from '../schemes/changed-words.ts';
import { fieldName, fieldValue, sectionName } from '../schemes/field-names.ts';
import { personNames } from '../schemes/person-names.ts';
import { type OpenProposal, proposalCrumbs } from './open-proposal.ts';
import type { Saved } from './save-section.ts';

/** Two people wrote in the same fields: both versions side by side, field by field, to choose from. Nothing of either is lost before that. */
export async function clashPage(
  open: OpenProposal,
  section: Section,
  value: Json,
  base: number,
  { merged, by, at, version }: Extract<Saved, { kind: 'clash' }>,
  language: Language,
  parts: Parts,
): Promise<PageAnswer> {
  const names = await personNames([by], parts.reader);
  const shown = (field: string, one: Json): string => fieldValue(section + field, one, language);
  return {
    view: 'proposals/clash',
    title: pageText('proposal.clash.title', language, { section: sectionName(section, language) }),
    nav: 'schemes',
    status: 409,
    crumbs: proposalCrumbs(open, language, sectionName(section, language)),
    model: {
      id: randomUUID(),
      action: `/schemes/${open.thing.id}/proposal/${section}`,
      back: `/schemes/${open.thing.id}/proposal`,
      base,
      version,
      mine: JSON.stringify(value),
      by: names.get(by) ?? by,
      at,
      clashes: merged.clashes.map(({ field, theirs, mine }, index) => {
        const words = typeof theirs === 'string' && typeof mine === 'string' ? changedWords(theirs, mine) : null;
        return {
          index,
          name: fieldName(section + field, language) || sectionName(section, language),
          theirs: words?.before ?? [{ text: shown(field, theirs), changed: false }],
          mine: words?.after ?? [{ text: shown(field, mine), changed: false }],
        };
      }),
    },
  };
}
