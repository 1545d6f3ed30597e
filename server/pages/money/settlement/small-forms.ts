import { ruleGround } from '../../../../domain/regulation/rule-ground.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { dutiesApart } from '../carrying-out/examine-forms.ts';
import { commandFields } from '../fields-of.ts';
import type { FormGiven, Shown } from '../form-page.ts';
import { namesOf } from '../persons.ts';
import { benchTable, resultLines, slipsTable } from './standing.ts';

const tables = ({ scheme, language }: Shown) => [benchTable(scheme, language), slipsTable(scheme, language)].filter((one) => one !== null);

/** Another in finance confirms the review: what was allowed, and what comes of it. */
export const confirmForm: FormGiven = {
  command: 'confirm-settlement',
  view: 'money/command',
  wide: true,
  after: 'settlement',
  async model(shown, parts) {
    const { thing, scheme, language } = shown;
    const { reviewedBy } = scheme.settlement;
    const names = await namesOf([reviewedBy ?? undefined], parts);
    return {
      intro: [pageText('plain.confirm-settlement', language)],
      facts: reviewedBy ? [{ label: pageText('settlement.reviewed-by', language), text: names(reviewedBy) }] : [],
      tables: tables(shown),
      sums: resultLines(scheme, language),
      laws: [...dutiesApart(thing.pack, language), { text: '', ...ruleGround(thing.pack, 'settlement') }],
      fields: commandFields('confirm-settlement', ['note'], shown),
    };
  },
};

/** Finance gives the file back to be mended. */
export const returnForm: FormGiven = {
  command: 'return-settlement',
  view: 'money/command',
  wide: true,
  after: 'settlement',
  model: (shown) => ({
    intro: [pageText('plain.return-settlement', shown.language)],
    tables: tables(shown),
    laws: [{ text: '', ...ruleGround(shown.thing.pack, 'settlement') }],
    fields: commandFields('return-settlement', ['reason'], shown),
  }),
};
