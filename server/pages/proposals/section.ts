import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Json } from '../../../domain/command.ts';
import { ruleGround } from '../../../domain/regulation/rule-ground.ts';
import { type Section, sections } from '../../../domain/scheme/proposal.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import type { FormProblem } from '../forms/give-form.ts';
import { problemView } from '../forms/problem-view.ts';
import { type Page, type PageAnswer, type Posted, page } from '../page.ts';
import { sectionName } from '../schemes/field-names.ts';
import { personNames } from '../schemes/person-names.ts';
import { clashPage } from './clash.ts';
import { contentChoices } from './content-choices.ts';
import { keptWhen, othersHere } from './kept-when.ts';
import { isSection, lackText, type OpenProposal, openProposal, proposalCrumbs } from './open-proposal.ts';
import { type Saved, saveSection, versionRead } from './save-section.ts';
import { readSection, sectionFields, valuesIn } from './section-form.ts';
import { asked } from './task-list.ts';
import { copyKey, dropCopy, keepCopy, workingCopy } from './working-copy.ts';

const Params = z.strictObject({ id: Id, section: z.string().refine(isSection) });

type Shown = { value?: Json; base?: number; typed?: boolean; problem?: FormProblem; more?: string[]; copied?: string | null };

/** One section of a proposal, to be written in. */
const show = page({
  path: '/schemes/{id}/proposal/{section}',
  input: { params: Params },
  async run({ params: { id, section }, caller, language }, parts) {
    const open = await openProposal(id, caller, parts);
    const closed = closedTo(open, section as Section, language);
    if (closed) return closed;
    const copy = await workingCopy(caller.id, copyKey(id, section), parts.reader);
    return sectionPage(
      open,
      section as Section,
      caller,
      language,
      parts,
      copy
        ? {
            value: readSection(section as Section, copy.values),
            base: copy.base,
            copied: keptWhen(copy.savedAt, language, parts.committing.rehearsal),
          }
        : {},
    );
  },
});

/** What was written in a section: kept as a version of the proposal. */
const save = page({
  method: 'post',
  path: '/schemes/{id}/proposal/{section}',
  input: { params: Params },
  keeps: true,
  async run({ params, posted, caller, language }, parts) {
    const section = params.section as Section;
    const open = await openProposal(params.id, caller, parts);
    const closed = closedTo(open, section, language);
    if (closed) return closed;
    const key = copyKey(params.id, section);
    if (posted._discard !== undefined) {
      await dropCopy(caller.id, key, parts.reader);
      return { redirect: `/schemes/${params.id}/proposal/${section}`, flash: { kind: 'success', key: 'proposal.discarded' } };
    }
    const value = typeof posted._mine === 'string' ? mineOf(posted._mine) : readSection(section, posted);
    const base = versionRead(posted, open.scheme.version);
    if (posted._restore !== undefined) await keepCopy(caller.id, key, base, valuesIn(posted), parts.reader);
    const more = typeof posted._add === 'string' ? [posted._add] : [];
    if (posted._restore !== undefined || more.length > 0)
      return sectionPage(open, section, caller, language, parts, { value, base, typed: true, more });
    const saved = await saveSection(open, { section, value, posted, caller, language }, parts);
    if (saved.kind === 'problem')
      return sectionPage(open, section, caller, language, parts, { value, base, typed: true, problem: saved.problem });
    if (saved.kind === 'clash') return clashPage(open, section, value, base, saved, language, parts);
    return savedAnswer(params.id, section, saved, posted, language, parts);
  },
});

/** Back to the list of tasks where a section is not open to this person, or not any more. */
export function closedTo({ thing, edits, isOpen }: OpenProposal, section: Section, language: Language): PageAnswer {
  if (edits && isOpen(section)) return null;
  return {
    redirect: edits ? `/schemes/${thing.id}/proposal` : `/schemes/${thing.id}`,
    flash: { kind: 'warning', key: 'proposal.not-open', values: { section: sectionName(section, language) } },
  };
}

/** After a section was kept: on to where the writer was going, the next section, or the list of tasks. */
export async function savedAnswer(
  id: string,
  section: Section,
  saved: Saved,
  posted: Posted,
  language: Language,
  parts: Parts,
): Promise<PageAnswer> {
  const next = sections[sections.indexOf(section) + 1];
  const to =
    typeof posted._next === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(posted._next)
      ? posted._next
      : posted._do === 'next' && next
        ? `/schemes/${id}/proposal/${next}`
        : `/schemes/${id}/proposal`;
  if (saved.kind !== 'kept') return { redirect: to };
  const by = saved.mergedWith ? (await personNames([saved.mergedWith], parts.reader)).get(saved.mergedWith) : undefined;
  const values = { section: sectionName(section, language), version: String(saved.version), ...(by && { by }) };
  return { redirect: to, flash: { kind: 'success', key: by ? 'proposal.merged' : 'proposal.saved', values } };
}

/** One's own words as the page of a clash carried them. @throws ProblemError 400 */
function mineOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new ProblemError('malformed');
  }
}

async function sectionPage(
  open: OpenProposal,
  section: Section,
  caller: Caller,
  language: Language,
  parts: Parts,
  shown: Shown,
): Promise<PageAnswer> {
  const { thing, scheme, years, lacks } = open;
  const { value = scheme.proposal[section] as Json, base = scheme.version, typed = false, problem, more = [], copied = null } = shown;
  const fields = sectionFields(section, { value, errors: problem?.errors ?? [], more }, language);
  const ground = ruleGround(thing.pack, 'proposal');
  const at = sections.indexOf(section);
  const frame = formFrame(open, section, caller, base, copied, typed);
  return {
    view: section === 'contentItem' ? 'proposals/content' : 'proposals/section',
    title: sectionName(section, language),
    nav: 'schemes',
    crumbs: proposalCrumbs(open, language, sectionName(section, language)),
    scripts: ['working-copy.js', ...(section === 'contentItem' ? ['content-search.js'] : [])],
    status: problem?.status ?? 200,
    model: {
      ...frame,
      fields,
      problem: problemView(problem ?? null, fields, language),
      why: pageText(`proposal.why.${section}`, language),
      how: pageText(`proposal.how.${section}`, language),
      basis: ground.basis,
      certaintyKey: `certainty.${ground.certainty}`,
      lacks: lacks.filter((lack) => lack.section === section).map((lack) => lackText(lack, years, language)),
      place: pageText('proposal.place', language, { no: at + 1, all: sections.length }),
      last: at === sections.length - 1,
      groups: section === 'contentItem' ? contentChoices(thing.pack, String(value), language) : [],
      others: await othersHere(caller, copyKey(thing.id, section), language, parts),
      ...asked(open, language),
    },
  };
}

/** What every form of a proposal carries: where it goes, from which version it began, when its working copy was kept, and where it is kept meanwhile. */
export function formFrame(
  { thing, scheme }: OpenProposal,
  part: string,
  caller: Caller,
  base: number,
  copied: string | null,
  typed: boolean,
): object {
  return {
    id: randomUUID(),
    action: `/schemes/${thing.id}/proposal/${part}`,
    draft: `/schemes/${thing.id}/proposal/${part}/draft`,
    back: `/schemes/${thing.id}/proposal`,
    base,
    behind: base !== scheme.version ? scheme.version : null,
    person: caller.id,
    copied,
    typed,
  };
}

export const sectionPages: Page[] = [show, save];
