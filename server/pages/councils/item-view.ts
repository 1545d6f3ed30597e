import { neededOf } from '../../../domain/council/quorum.ts';
import { quorumFor } from '../../../domain/council/quorum-refusal.ts';
import { isBarred } from '../../../domain/council/seats.ts';
import type { AgendaItem } from '../../../domain/council/state.ts';
import { findLawValue, lawValue } from '../../../domain/regulation/law-value.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { refusalText } from '../../http/texts.ts';
import type { KnownCouncil } from './known-council.ts';

const tones = { listed: 'plain', open: 'now', balloting: 'now', counted: 'good', concluded: 'good', adjourned: 'mark' } as const;

/** An item as a line of the agenda. */
export const agendaLine = (item: AgendaItem, { council, caller }: KnownCouncil, chosen: string | null) => ({
  schemeId: item.schemeId,
  order: item.order,
  title: item.title,
  host: item.hostName,
  status: `council.status.${item.status}`,
  tone: tones[item.status],
  conclusion: item.result && item.status === 'concluded' ? `council.conclusion.${item.result.conclusion}` : null,
  open: council.session?.openItem === item.schemeId,
  barred: isBarred(item, caller.id),
  chosen: item.schemeId === chosen,
});

/** Whether enough are there for this item, and why or why not, as the rule itself counts. Null before anybody was counted. */
export function quorumView(item: AgendaItem, { thing, council, today, language }: KnownCouncil) {
  if (!council.session || council.session.attendance.length === 0) return null;
  const law = lawValue(thing.pack, 'council.quorum', { on: today });
  const { attendance, refusal } = quorumFor(council, item, thing.pack, today);
  return {
    met: attendance.met,
    present: attendance.present.length,
    entitled: attendance.entitled.length,
    needed: attendance.neededCount,
    share: `${law.value.share.count}/${law.value.share.of}`,
    why: refusal ? refusalText(refusal.rule, language, refusal.values) : null,
    basis: law.basis,
    certainty: `certainty.${law.certainty}`,
  };
}

/** How many have answered, of those who may: never how. */
export function countView(item: AgendaItem, { thing, council, today }: KnownCouncil) {
  const { attendance } = quorumFor(council, item, thing.pack, today);
  const voted = new Set(item.ballots.map(({ by }) => by));
  return {
    cast: item.ballots.length,
    present: attendance.present.length,
    sheets: item.sheets.length,
    views: item.writtenViews.length,
    awaited: attendance.present.filter(({ personId }) => !voted.has(personId)).map(({ name }) => name),
  };
}

/** The outcome with its arithmetic: what was needed, what was there, and by which rule. Null before the count. */
export function resultView(item: AgendaItem, { thing, today, language }: KnownCouncil) {
  const { result } = item;
  if (!result) return null;
  const majority = lawValue(thing.pack, 'council.majority', { on: today });
  const quorum = lawValue(thing.pack, 'council.quorum', { on: today });
  const { pass, conditional, fail } = result.votes;
  const consent = result.conclusion === 'pass' ? pass : pass + conditional;
  const needed = Math.max(neededOf(result.present, majority.value), Math.floor(result.present / 2) + 1);
  return {
    conclusion: `council.conclusion.${result.conclusion}`,
    tone: result.conclusion === 'pass' ? 'good' : result.conclusion === 'fail' ? 'bad' : 'mark',
    votes: result.votes,
    silent: Math.max(0, result.present - pass - conditional - fail),
    quorum: pageText('council.arithmetic.quorum', language, {
      present: result.present,
      entitled: result.entitled,
      needed: neededOf(result.entitled, quorum.value.share),
    }),
    quorumBasis: quorum.basis,
    quorumCertainty: `certainty.${quorum.certainty}`,
    majority: pageText(`council.arithmetic.${result.conclusion}`, language, {
      pass,
      conditional,
      consent,
      present: result.present,
      needed,
    }),
    majorityBasis: majority.basis,
    majorityCertainty: `certainty.${majority.certainty}`,
    average: result.averageScore,
    sheets: item.sheets.length,
    conditions: item.conditions,
    reviseBy: item.reviseBy,
  };
}

/** By what schemes are scored on a day. */
export const scoringOf = ({ pack }: KnownCouncil['thing'], today: string) => ({
  criteria: lawValue(pack, 'council.criteria', { on: today }),
  grades: lawValue(pack, 'council.grades', { on: today }),
});

/** Interests as they were declared, or follow from what the register of positions says. */
export function interestsView(item: AgendaItem, { thing, council, today, language }: KnownCouncil) {
  return council.members
    .filter(({ answer }) => answer !== 'declined')
    .map(({ personId, name }) => ({
      name,
      interests: item.interests
        .filter(({ by }) => by === personId)
        .map(({ kind, text, derived, bars }) => {
          const law = kind === 'none' ? null : findLawValue(thing.pack, 'council.interest', { on: today, interest: kind });
          const title = kind === 'none' ? pageText('council.interest.none', language) : (law?.value.title[language] ?? kind);
          return { title, text: text !== '' && text !== law?.value.title.vi ? text : null, derived, bars, basis: law?.basis ?? null };
        }),
    }))
    .map((one) => ({ ...one, none: one.interests.length === 0 }));
}
