import { formatDong } from '../../../domain/money/format.ts';
import type { Chart, Title } from '../../../domain/process/chart.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { ruleGround } from '../../../domain/regulation/rule-ground.ts';
import type { Amount } from '../../../domain/scheme/amount.ts';
import { sectionTitles } from '../../../domain/scheme/section-titles.ts';
import { findPageText, pageText } from '../../../templates/page-texts.ts';
import { shownDay, shownInstant, shownNumber } from '../../../templates/shown-values.ts';
import type { Language } from '../../http/language.ts';
import type { Data } from '../../things/kinds.ts';

/** On which rule a kind of fact rests, where its own name does not say so: the first beginning that fits. */
const rules: [RegExp, string][] = [
  [/^(scheme|proposal|reduction|opinion|settlement|contract|payment|advance|adjustment|acceptance|inspection|revision)-/, '$1'],
  [/^(deadline-moved|missed-cut-off)/, 'round'],
  [/^submitted/, 'submit'],
  [/^(intake-begun|file-accepted|declared-ineligible)/, 'intake'],
  [/^supplement/, 'supplement'],
  [/^withdrawn/, 'scheme'],
  [/^(entered-council|recommended|not-recommended|adjourned)/, 'council'],
  [/^(ranked|put-on-waiting-list)/, 'ranking'],
  [/^(put-to-decision|approved|refused|decision-returned)/, 'decision'],
  [/^allocat/, 'allocation'],
  [/^(lapsed|implementation-begun)/, 'lapse'],
  [/^progress-reported/, 'report'],
  [/^(suspended|resumed)/, 'resume'],
  [/^terminat/, 'termination'],
  [/^results-reported/, 'result'],
  [/^repayment/, 'recovery'],
  [/^carried-over/, 'carry-over'],
  [/^closed/, 'close'],
  [/^(archived|deposited)/, 'archive'],
  [/^document-noted/, 'document'],
];

/** Where the rule stands by which a fact came about, and how certain that is. */
export function ruleOfFact(pack: RegulationPack, type: string, data: Data | null): { basis: string; certainty: string } {
  if (typeof data?.basis === 'string' && data.basis !== '') return { basis: data.basis, certainty: String(data.certainty ?? '') };
  const [pattern, rule] = rules.find(([begins]) => begins.test(type)) ?? [/^/, 'scheme'];
  const key = rule === '$1' ? (pattern.exec(type)?.[1] ?? 'scheme') : rule;
  return ruleGround(pack, key);
}

type Telling = { type: string; data: Data | null };

/** What happened, as a plain sentence; where its content is hidden, only that it did. `more`: what somebody wrote, in their own words. */
export function sentenceOf(
  { type, data }: Telling,
  { pack, chart }: { pack: RegulationPack; chart: Chart },
  language: Language,
): { text: string; more: string | null } {
  if (data === null) return { text: pageText('fact.hidden', language), more: null };
  const named = typeof data.clock === 'string' ? { ...data, clock: chart.clocks?.[data.clock]?.title ?? data.clock } : data;
  const values = valuesOf(named, pack, language);
  const variant = type === 'document-noted' && typeof data.symbol === 'string' ? 'numbered' : data.outcome;
  const key = typeof variant === 'string' && findPageText(`fact.${type}.${variant}`, language) ? `fact.${type}.${variant}` : `fact.${type}`;
  const more = [data.text, data.reason, data.note, data.explanation, data.purpose, data.findings, data.difficulties].find(
    (one) => typeof one === 'string' && one.trim() !== '',
  );
  return { text: pageText(key, language, values), more: typeof more === 'string' ? more : null };
}

/** The fields of a fact as they stand in a sentence: sums, days, sections and lists as people write them. */
function valuesOf(data: Data, pack: RegulationPack, language: Language): Record<string, string> {
  const shown: Record<string, string> = {};
  const take = (name: string, value: unknown): void => {
    const text = textOf(name, value, pack, language);
    if (text !== null) shown[name] = text;
  };
  for (const [name, value] of Object.entries(data)) {
    take(name, value);
    if (isRecord(value)) for (const [inner, one] of Object.entries(value)) take(`${name}_${inner}`, one);
  }
  return shown;
}

function textOf(name: string, value: unknown, pack: RegulationPack, language: Language): string | null {
  if (typeof value === 'number')
    return /Dong$/.test(name)
      ? formatDong(value)
      : /^(year|toYear|fromYear|no|version|place)$/.test(name)
        ? String(value)
        : shownNumber(value, language);
  if (typeof value === 'string') return wordOf(name, value, pack, language);
  if (typeof value === 'boolean') return pageText(value ? 'fact.yes' : 'fact.no', language);
  if (isTitle(value)) return value[language];
  if (Array.isArray(value)) return listOf(name, value, pack, language);
  return null;
}

function wordOf(name: string, value: string, pack: RegulationPack, language: Language): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return shownDay(value);
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return shownInstant(value, language);
  if (/^\d{4}-\d{2}$/.test(value)) return value.replace(/^(\d{4})-(\d{2})$/, '$2/$1');
  if (name === 'documentType') return pack.documents.find(({ type }) => type === value)?.title[language] ?? value;
  return findPageText(`choice.fact.${value}`, language) ?? value;
}

function listOf(name: string, value: unknown[], pack: RegulationPack, language: Language): string {
  if (name === 'sections' || name === 'changed')
    return value.map((one) => sectionTitles[one as keyof typeof sectionTitles]?.[language] ?? String(one)).join(', ');
  if (value.every(isAmount)) return value.map((one) => amountText(one, pack, language)).join('; ');
  if (value.every((one) => typeof one === 'string')) return value.join(', ');
  return String(value.length);
}

const amountText = ({ source, year, amountDong }: Amount, _pack: RegulationPack, language: Language): string =>
  pageText('fact.amount', language, {
    amount: formatDong(amountDong),
    source: pageText(`source.${source}`, language).toLowerCase(),
    year: String(year),
  });

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTitle = (value: unknown): value is Title => isRecord(value) && typeof value.vi === 'string' && typeof value.en === 'string';
const isAmount = (value: unknown): value is Amount =>
  isRecord(value) && typeof value.source === 'string' && typeof value.amountDong === 'number';
