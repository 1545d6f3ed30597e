import { z } from 'zod';
import type { Ground } from '../../../domain/command.ts';
import { formatDong } from '../../../domain/money/format.ts';
import { ruleGround } from '../../../domain/regulation/rule-ground.ts';
import { ceilingBreaches } from '../../../domain/scheme/budget.ts';
import { afterCutOff } from '../../../domain/scheme/cut-off.ts';
import { differencesOf } from '../../../domain/scheme/differences.ts';
import { unreadiness } from '../../../domain/scheme/soundness.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { WithId } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { commandTitle } from '../../things/kinds.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import { problemView } from '../forms/problem-view.ts';
import { type Page, type PageAnswer, type Posted, page } from '../page.ts';
import { percent } from '../schemes/budget.ts';
import { sectionName } from '../schemes/field-names.ts';
import { versionsOf } from '../schemes/proposal-versions.ts';
import { differenceShown } from '../schemes/versions.ts';
import { keptWhen } from './kept-when.ts';
import { lackText, type OpenProposal, openProposal, proposalCrumbs, type Sending } from './open-proposal.ts';
import { formFrame } from './section.ts';
import { asked } from './task-list.ts';
import { copyKey, dropCopy, workingCopy } from './working-copy.ts';

/** Everything that a proposal still lacks or that is above a ceiling, each with its rule, before it is sent; and the sending itself. */
const show = page({
  path: '/schemes/{id}/proposal/check',
  input: { params: WithId },
  async run({ params: { id }, caller, language }, parts) {
    const open = await openProposal(id, caller, parts);
    if (open.sends.includes('accept-reduction')) return { redirect: `/schemes/${id}/proposal/reduction` };
    if (!open.edits && open.sends.length === 0) return { redirect: `/schemes/${id}` };
    const copy = await workingCopy(caller.id, copyKey(id, 'check'), parts.reader);
    return checkPage(open, caller, language, parts, {
      values: copy?.values ?? {},
      copied: copy && keptWhen(copy.savedAt, language, parts.committing.rehearsal),
    });
  },
});

const Sent = z.enum(['submit', 'submit-to-province', 'supplement', 'submit-revision']);

const send = page({
  method: 'post',
  path: '/schemes/{id}/proposal/check',
  input: { params: WithId },
  keeps: true,
  async run({ params: { id }, posted, caller, language }, parts) {
    const open = await openProposal(id, caller, parts);
    const command = Sent.safeParse(posted._command).data;
    if (!command || !open.sends.includes(command)) return { redirect: `/schemes/${id}` };
    if (posted._restore !== undefined) return checkPage(open, caller, language, parts, { values: posted, typed: true });
    const given = await giveForm({ kind: 'scheme', thing: id, command, posted, caller, language }, parts);
    if (given.problem) return checkPage(open, caller, language, parts, { values: posted, problem: given.problem, typed: true });
    await dropCopy(caller.id, copyKey(id, 'check'), parts.reader);
    const what = commandTitle('scheme', command, parts.committing.packs.values())[language];
    return { redirect: `/schemes/${id}`, flash: { kind: 'success', key: 'thing.changed', values: { what } } };
  },
});

type Shown = { values: Posted; problem?: FormProblem; typed?: boolean; copied?: string | null };

async function checkPage(open: OpenProposal, caller: Caller, language: Language, parts: Parts, shown: Shown): Promise<PageAnswer> {
  const { thing, scheme, sends } = open;
  const { values, problem, typed = false, copied = null } = shown;
  const findings = findingsOf(open, language);
  const command = sends.find((one): one is Exclude<Sending, 'accept-reduction'> => one !== 'accept-reduction') ?? null;
  const ready = findings.length === 0 && unreadiness(thing.pack, scheme.proposal, scheme) === null;
  const changes = command === 'supplement' ? await changesSinceAsked(open, language, parts) : null;
  return {
    view: 'proposals/check',
    title: pageText('proposal.check.title', language),
    nav: 'schemes',
    crumbs: proposalCrumbs(open, language, pageText('proposal.check.title', language)),
    scripts: ['working-copy.js'],
    status: problem?.status ?? 200,
    model: {
      ...formFrame(open, 'check', caller, scheme.version, copied, typed),
      problem: problemView(problem ?? null, [], language),
      findings,
      ready: ready && command !== null,
      complete: ready,
      command,
      commandTitle: command && commandTitle('scheme', command, parts.committing.packs.values()),
      seq: thing.seq,
      explain: command === 'supplement',
      explanation: typeof values.explanation === 'string' ? values.explanation : '',
      mustExplain: changes !== null && changes.length === 0,
      changes,
      answers: command === 'submit-revision' ? answersOf(open, values) : null,
      awaited: command === null ? pageText('proposal.check.head-sends', language) : null,
      ...asked(open, language),
    },
  };
}

type Finding = { section: string; title: string; href: string | null; text: string; basis: string; certaintyKey: string };

/** What has to be mended, in the order of the sections; each leads to where that is done. */
function findingsOf(open: OpenProposal, language: Language): Finding[] {
  const { thing, scheme, lacks, years, today } = open;
  const at = (section: Parameters<typeof sectionName>[0], text: string, { basis, certainty }: Ground): Finding => ({
    section,
    title: sectionName(section, language),
    href: open.edits && open.isOpen(section) ? `/schemes/${thing.id}/proposal/${section}` : null,
    text,
    basis,
    certaintyKey: `certainty.${certainty}`,
  });
  const ground = ruleGround(thing.pack, 'proposal');
  const late = open.sends.some((one) => one === 'submit' || one === 'submit-to-province') ? afterCutOff(scheme, thing.pack, today) : null;
  return [
    ...(late ? [at('title', pageText('proposal.check.late', language), late.ground ?? ruleGround(thing.pack, 'intake'))] : []),
    ...lacks.map((lack) => at(lack.section, lackText(lack, years, language), ground)),
    ...ceilingBreaches(thing.pack, scheme.proposal, scheme.route).map((breach) =>
      at(
        'lines',
        pageText('proposal.check.ceiling', language, {
          no: breach.lineNo,
          item: breach.item,
          support: formatDong(breach.supportDong),
          share: percent(breach.supportDong / breach.amountDong),
          ceiling: percent(breach.share),
        }),
        breach,
      ),
    ),
  ];
}

/** Field by field what was changed since the supplement was asked for. */
async function changesSinceAsked({ thing, scheme }: OpenProposal, language: Language, parts: Parts): Promise<object[]> {
  const wanting = scheme.intake.requests.at(-1)?.version;
  const before = (await versionsOf(thing.id, thing.seq, parts.reader)).find(({ version }) => version === wanting);
  return before ? differencesOf(before.proposal, scheme.proposal).map((one) => differenceShown(one, language)) : [];
}

/** Each condition with the answer that stands, that was typed, or that was given the time before. */
function answersOf({ scheme }: OpenProposal, values: Posted): object[] {
  const typed = Array.isArray(values.answers) ? values.answers : Object.values((values.answers as object | undefined) ?? {});
  return scheme.appraisal.conditions.map(({ no, text }, index) => {
    const answer =
      (typed as { no?: string; answer?: string; text?: string }[]).find((one) => Number(one.no) === no) ??
      scheme.appraisal.answers.find((one) => one.no === no);
    return {
      no,
      index,
      text,
      accepted: answer?.answer === 'accepted',
      explained: answer?.answer === 'explained',
      answer: answer?.text ?? '',
    };
  });
}

export const checkPages: Page[] = [show, send];
