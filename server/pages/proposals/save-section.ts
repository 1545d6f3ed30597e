import type { Json } from '../../../domain/command.ts';
import { differencesOf } from '../../../domain/scheme/differences.ts';
import { edited, type Section } from '../../../domain/scheme/proposal.ts';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { type FormProblem, giveForm, keptOnly } from '../forms/give-form.ts';
import { isKept, type Posted } from '../page.ts';
import { versionsOf } from '../schemes/proposal-versions.ts';
import { choose, type Merged, merge } from './merge.ts';
import type { OpenProposal } from './open-proposal.ts';
import { copyKey, dropCopy } from './working-copy.ts';

/** What became of a section that was given: kept as a version, unchanged, wrong in itself, or in the way of what somebody else wrote. */
export type Saved =
  | { kind: 'kept'; version: number; mergedWith: string | null }
  | { kind: 'unchanged' }
  | { kind: 'problem'; problem: FormProblem }
  | { kind: 'clash'; merged: Merged; by: string; at: string; version: number };

type Giving = { section: Section; value: Json; posted: Posted; caller: Caller; language: Language };

/**
 * Gives a section as a new version. What somebody else has written since the version that was read (`_base`) is put together with it; where
 * both wrote in one field, nothing is given before somebody chose (`_choice`, against the version `_against`).
 */
export async function saveSection(open: OpenProposal, giving: Giving, parts: Parts): Promise<Saved> {
  const { section, posted, caller, language } = giving;
  const { thing, scheme } = open;
  if (isKept(posted)) return { kind: 'problem', problem: keptOnly };
  const base = versionRead(posted, scheme.version);
  let { value } = giving;
  let mergedWith: string | null = null;
  if (base !== scheme.version) {
    const versions = await versionsOf(thing.id, thing.seq, parts.reader);
    const read = versions.find(({ version }) => version === base)?.proposal ?? scheme.proposal;
    const latest = versions.at(-1);
    const merged = merge(read[section] as Json, scheme.proposal[section] as Json, value);
    if (merged.clashes.length > 0 && Number(posted._against) !== scheme.version)
      return { kind: 'clash', merged, by: latest?.by ?? '', at: latest?.at ?? '', version: scheme.version };
    value = choose(
      merged,
      (field) =>
        choiceIn(
          posted,
          merged.clashes.findIndex((clash) => clash.field === field),
        ) === 'mine',
    );
    mergedWith = latest?.by ?? null;
  }
  if (differencesOf(scheme.proposal, edited(scheme.proposal, { [section]: value })).length === 0) {
    await dropCopy(caller.id, copyKey(thing.id, section), parts.reader);
    return { kind: 'unchanged' };
  }
  const input = { proposal: { [section]: value }, baseVersion: scheme.version };
  const order = {
    kind: 'scheme' as const,
    thing: thing.id,
    command: 'edit-proposal',
    posted: { _id: posted._id },
    caller,
    language,
    input,
  };
  const given = await giveForm(order, parts);
  if (given.problem) return { kind: 'problem', problem: { ...given.problem, errors: given.problem.errors.map(within) } };
  await dropCopy(caller.id, copyKey(thing.id, section), parts.reader);
  return { kind: 'kept', version: scheme.version + 1, mergedWith };
}

/** The version that was read when the form was opened. */
export const versionRead = ({ _base }: Posted, now: number): number => (/^\d{1,9}$/.test(String(_base)) ? Number(_base) : now);

const choiceIn = ({ _choice }: Posted, index: number): unknown =>
  Array.isArray(_choice)
    ? _choice[index]
    : typeof _choice === 'object' && _choice !== null
      ? (_choice as Record<string, unknown>)[index]
      : undefined;

/** The command names a field within the proposal, the form within the section. */
const within = <E extends { pointer: string }>(error: E): E => ({ ...error, pointer: error.pointer.replace(/^\/proposal/, '') });
