import type { Council } from '../../../domain/council/state.ts';
import { lawValue } from '../../../domain/regulation/law-value.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import type { Scheme } from '../../../domain/scheme/state.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { knownThing } from '../../things/known-thing.ts';
import { visibleData } from '../../things/visible.ts';
import { page } from '../page.ts';
import { percent } from './budget.ts';
import { sectionName } from './field-names.ts';
import { schemePage } from './frame.ts';
import { type OpenScheme, openScheme } from './open-scheme.ts';
import { SchemeInput } from './overview.ts';

/** What others said of a scheme before it was decided: province, intake, council with its arithmetic, rank and decision. */
export const appraisal = page({
  path: '/schemes/{id}/appraisal',
  input: SchemeInput,
  async run({ params: { id }, query: { on }, caller, language }, parts) {
    const open = await openScheme(id, on, caller, parts);
    const { scheme } = open;
    const { given } = scheme.opinion;
    const council = await councilOf(open, caller, parts);
    const result = resultOf(open, council, language);
    return schemePage('appraisal', open, language, {
      opinion: given && { ...given, outcomeText: pageText(`choice.${given.outcome}`, language) },
      requests: scheme.intake.requests.map((one) => ({
        ...one,
        sections: one.sections.map((section) => sectionName(section, language)).join(', '),
      })),
      ineligible: scheme.intake.ineligible,
      council: council && { name: council.name, href: `/councils/${scheme.council?.councilId}` },
      result,
      conditions: scheme.appraisal.conditions.map((condition) => ({
        ...condition,
        answer: answerTo(scheme, condition.no, language),
      })),
      reviseBy: scheme.appraisal.reviseBy,
      ranking: scheme.ranking && { ...scheme.ranking, list: pageText(`scheme.list.${scheme.ranking.list}`, language) },
      approved: scheme.approved,
      refusal: scheme.refusal,
      nothing: !given && scheme.intake.requests.length === 0 && !result && !scheme.refusal && !scheme.approved,
    });
  },
});

function answerTo({ appraisal: { answers } }: Scheme, no: number, language: Language): object | null {
  const answer = answers.find((one) => one.no === no);
  return answer ? { ...answer, kind: pageText(`choice.${answer.answer}`, language) } : null;
}

/** The council, if the reader may know of it. */
async function councilOf({ scheme }: OpenScheme, caller: Caller, parts: Parts): Promise<Council | null> {
  if (!scheme.council) return null;
  try {
    const thing = await knownThing('council', scheme.council.councilId, caller, parts);
    return visibleData(thing, caller) as unknown as Council;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-found') return null;
    throw error;
  }
}

/** The conclusion with the sums behind it: who was there, how many voted how, and what share that is of which is needed. */
function resultOf({ scheme, thing, day: today }: OpenScheme, council: Council | null, language: Language): object | null {
  const { conclusion, votes, averageScore } = scheme.appraisal;
  if (conclusion === null) return null;
  const item = council?.items[thing.id] ?? null;
  const counted = item?.result ?? null;
  const all = votes ? votes.pass + votes.conditional + votes.fail : 0;
  return {
    conclusion: pageText(`scheme.conclusion.${conclusion}`, language),
    tone: conclusion === 'pass' ? 'done' : conclusion === 'conditional' ? 'going' : 'ended',
    votes: votes && { ...votes, all },
    averageScore,
    grades: averageScore === null ? null : gradesOf(thing.pack, today),
    quorum: counted && arithmetic(counted.present, counted.entitled, lawValue(thing.pack, 'council.quorum', { on: today }).value.share),
    quorumGround: groundOf(thing.pack, 'council.quorum', today),
    majority:
      votes &&
      arithmetic(
        conclusion === 'pass' ? votes.pass : votes.pass + votes.conditional,
        counted?.present ?? all,
        lawValue(thing.pack, 'council.majority', { on: today }).value,
      ),
    majorityGround: groundOf(thing.pack, 'council.majority', today),
    dissents: item?.dissents.map(({ text }) => text) ?? [],
    text: item?.status ?? null,
  };
}

type Fraction = { count: number; of: number };
const arithmetic = (count: number, whole: number, needed: Fraction) => ({
  count,
  whole,
  share: whole > 0 ? percent(count / whole) : '–',
  needed: `${needed.count}/${needed.of}`,
  least: Math.ceil((whole * needed.count) / needed.of),
  met: count * needed.of >= whole * needed.count,
});

const groundOf = (pack: RegulationPack, key: 'council.quorum' | 'council.majority', on: string) => {
  const { basis, certainty } = lawValue(pack, key, { on });
  return { basis, certaintyKey: `certainty.${certainty}` };
};
function gradesOf(pack: RegulationPack, on: string): object {
  const { value, basis, certainty } = lawValue(pack, 'council.grades', { on });
  return { ...value, basis, certaintyKey: `certainty.${certainty}` };
}
