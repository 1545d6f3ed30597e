import { holdsOn } from '../../../domain/regulation/basis.ts';
import type { LawValue } from '../../../domain/regulation/law-value.ts';
import { findPageText, pageText } from '../../../templates/page-texts.ts';
import { shownDay } from '../../../templates/shown-values.ts';
import { ruleTexts } from '../../http/finding-texts.ts';
import type { Language } from '../../http/language.ts';
import { ruleTexts as groundTexts } from '../../verify/ground-texts.ts';
import type { Chapter, Entry, EntryGroup, Reading } from './chapter.ts';
import { groundSeen } from './ground.ts';
import { lawWords } from './law-words.ts';

/** Values by what they are about; each key of the law belongs to the first subject whose beginning it has. */
const subjects: Record<string, string[]> = {
  terms: [
    'intake.',
    'supplement.',
    'province.',
    'plan.',
    'revision.',
    'ranking.',
    'decision.',
    'allocation.',
    'contract.',
    'report.',
    'inspection.',
    'result.',
    'acceptance.',
    'closing.',
    'archive.',
    'ineligibility.',
  ],
  money: ['support.', 'advance.', 'payment.', 'settlement.'],
  year: ['budget.', 'year-end.', 'carry-over.'],
  changes: ['adjustment.', 'termination.'],
};
const ofCouncil = ['council.'];
const ofDocuments: Record<string, string[]> = {
  handling: ['document.'],
  signing: ['signing.'],
  format: ['format.'],
  verdict: ['verdict.'],
  exchange: ['exchange.'],
};

const known = [subjects, { ofCouncil }, ofDocuments].flatMap((all) => Object.values(all).flat());

/** Terms, money and changes: every value in force or to come, with its article. */
export const valuesChapter = (reading: Reading): Chapter => ({
  id: 'values',
  groups: [...groupsOf(subjects, reading), ...groupsOf({ other: otherKeys(reading) }, reading)],
});
/** What no subject above has is told all the same. */
const otherKeys = ({ pack }: Reading): string[] =>
  Object.keys(pack.laws).filter((key) => !known.some((beginning) => key.startsWith(beginning)));
/** How councils are made up and decide. */
export const councilChapter = (reading: Reading): Chapter => ({ id: 'council', groups: groupsOf({ council: ofCouncil }, reading) });
/** How documents are handled, signed and set. */
export const formatChapter = (reading: Reading): Chapter => ({ id: 'format', groups: groupsOf(ofDocuments, reading) });

const groupsOf = (wanted: Record<string, string[]>, reading: Reading): EntryGroup[] =>
  Object.entries(wanted)
    .map(([id, beginnings]) => ({
      id,
      title: pageText(`regulations.subject.${id}`, reading.language),
      entries: Object.entries(reading.pack.laws)
        .filter(([key]) => beginnings.some((beginning) => key.startsWith(beginning)))
        .flatMap(([key, values]) => values.map((value, no) => entryOf(key, value, no, reading))),
    }))
    .filter(({ entries }) => entries.length > 0);

function entryOf(key: string, value: LawValue, no: number, reading: Reading): Entry {
  const { language, today } = reading;
  const { from, to } = value;
  return {
    id: `${key}-${no + 1}`,
    title: ruleTitle(value, reading) ?? findPageText(`law.key.${key}`, language) ?? key,
    lines: lawWords(value, reading),
    scope: [
      ...Object.entries(value.when ?? {}).flatMap(([dimension, is]) => scopeWords(dimension, is, reading)),
      to === undefined
        ? pageText('regulations.from', language, { from: shownDay(from) })
        : pageText('regulations.from-to', language, { from: shownDay(from), to: shownDay(to) }),
    ],
    ground: groundSeen(value, reading),
    current: holdsOn(value, today),
  };
}

/** What a rule of form looks for, as the checker tells it; what it found stands as an ellipsis. */
function ruleTitle({ when }: LawValue, { language }: Reading): string | undefined {
  if (when?.proof !== undefined) return (groundTexts as Record<string, { title: Record<Language, string> }>)[when.proof]?.title[language];
  return when?.rule === undefined ? undefined : ruleTexts(when.rule)?.message[language].replace(/\{\{[^}]*\}\}/g, '…');
}

/** To what a value is limited. What names the value itself ("reason", "change") says nothing more. */
function scopeWords(dimension: string, is: string, { pack, language, organisation }: Reading): string[] {
  if (dimension === 'province') return [organisation(is)];
  if (dimension === 'kind') return [pack.contents.kinds.find(({ id }) => id === is)?.title[language] ?? is];
  if (dimension === 'source') return [pack.sources.find(({ id }) => id === is)?.title[language] ?? is];
  if (dimension === 'field' || dimension === 'meaning') return [is];
  const said = findPageText(`law.${dimension}.${is}`, language);
  return said === undefined ? [] : [said];
}
