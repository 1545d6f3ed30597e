import { isRefusal } from '../../../../domain/command.ts';
import { findLawValue } from '../../../../domain/regulation/law-value.ts';
import { adjusted } from '../../../../domain/scheme/adjustment.ts';
import { differencesOf } from '../../../../domain/scheme/differences.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownDay } from '../../../../templates/shown-values.ts';
import { refusalText } from '../../../http/texts.ts';
import { fieldName, fieldValue, sectionName } from '../../schemes/field-names.ts';
import { commandFields } from '../fields-of.ts';
import { formPages } from '../form-page.ts';
import { tableOf, words } from '../table.ts';

/** The head of the agency decides on a change: what it would change, before and after side by side, and who has the last word on it. */
export const decidePages = formPages({
  command: 'decide-adjustment',
  view: 'money/command',
  model(shown) {
    const { thing, scheme, language, today } = shown;
    const asked = scheme.adjustment;
    if (!asked) return { intro: [pageText('adjustment.none', language)], fields: [] };
    const applied = adjusted(scheme, asked.changes, thing.pack);
    const law = findLawValue(thing.pack, 'adjustment.change', { on: today, change: asked.kind });
    const next =
      asked.decider === 'agency-head'
        ? 'adjustment.you-decide'
        : asked.toCouncil && !asked.appraised
          ? 'adjustment.next-council'
          : 'adjustment.next-signer';
    return {
      intro: [pageText(next, language)],
      facts: [
        { label: pageText('label.change', language), text: law?.value.title[language] ?? asked.kind },
        { label: pageText('label.reason', language), text: asked.reason },
        { label: pageText('request.asked-on', language), text: shownDay(asked.askedOn) },
        ...(asked.conclusion
          ? [{ label: pageText('adjustment.council-says', language), text: pageText(`choice.${asked.conclusion}`, language) }]
          : []),
      ],
      tables: isRefusal(applied)
        ? []
        : [
            tableOf({
              id: 'changes',
              caption: pageText('adjustment.changes', language),
              columns: [
                pageText('adjustment.part', language),
                pageText('adjustment.before', language),
                pageText('adjustment.after', language),
              ],
              rows: differencesOf(scheme.proposal, applied.proposal).map(({ section, field, before, after }) => [
                words([sectionName(section, language), fieldName(field, language)].filter(Boolean).join(' · ')),
                words(fieldValue(field, before, language)),
                words(fieldValue(field, after, language)),
              ]),
            }),
          ],
      sums:
        isRefusal(applied) || (applied.moreDong === 0 && applied.lessDong === 0)
          ? []
          : [
              { label: pageText('money.contract', language), amountDong: scheme.contract?.sumDong ?? 0 },
              { label: pageText('adjustment.contract-after', language), amountDong: applied.contract.sumDong, strong: true },
            ],
      laws: [
        ...(law
          ? [{ text: pageText(`adjustment.decider.${law.value.decider}`, language), basis: law.basis, certainty: law.certainty }]
          : []),
        ...(isRefusal(applied) ? [{ text: refusalText(applied.rule, language, applied.values ?? {}) }] : []),
      ],
      fields: commandFields('decide-adjustment', ['decision', 'note'], shown),
    };
  },
});
