import { formatDong } from '../../../domain/money/format.ts';
import { ruleGround } from '../../../domain/regulation/rule-ground.ts';
import { totals } from '../../../domain/scheme/budget.ts';
import { type Section, sections } from '../../../domain/scheme/proposal.ts';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { timeLeft } from '../../../domain/time/time-left.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { WithId } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import { clockSeen } from '../../things/clock-view.ts';
import { page } from '../page.ts';
import { sectionName } from '../schemes/field-names.ts';
import { leftText } from '../time-left.ts';
import { keptWhen } from './kept-when.ts';
import { lackText, type OpenProposal, openProposal, proposalCrumbs } from './open-proposal.ts';
import { type WorkingCopy, workingCopies } from './working-copy.ts';

/** The proposal as a list of tasks: each section with what it still lacks, why it is asked for and by which rule. */
export const taskList = page({
  path: '/schemes/{id}/proposal',
  input: { params: WithId },
  async run({ params: { id }, caller, language }, parts) {
    const open = await openProposal(id, caller, parts);
    if (!open.edits && open.sends.length === 0) return { redirect: `/schemes/${id}/versions` };
    const [copies, clocks] = await Promise.all([
      workingCopies(caller.id, id, parts.reader),
      parts.reader.clock.findMany({ where: { thingId: id }, orderBy: { due: 'asc' } }),
    ]);
    const tasks = tasksOf(open, copies, language, parts.committing.rehearsal);
    const due = clocks.find((clock) => clock.due !== null);
    const day = due?.due ? dateOf(due.due.toISOString()) : null;
    return {
      view: 'proposals/tasks',
      title: pageText('proposal.heading', language, { title: open.scheme.proposal.title }),
      nav: 'schemes',
      crumbs: proposalCrumbs(open, language),
      model: {
        id,
        tasks,
        done: tasks.filter(({ status }) => status === 'done').length,
        all: tasks.length,
        edits: open.edits,
        check: `/schemes/${id}/proposal/${open.sends.includes('accept-reduction') ? 'reduction' : 'check'}`,
        complete: open.lacks.length === 0,
        deadline:
          due && day
            ? {
                title: clockSeen(due, open.thing).title,
                day,
                left: leftText(timeLeft(open.thing.pack.calendar, open.today, day), language),
                basis: due.basis,
                certaintyKey: `certainty.${due.certainty}`,
              }
            : null,
        ...asked(open, language),
      },
    };
  },
});

/** Why a file came back, where it did: what the province or the intake wants mended, or on which conditions the council passed it. */
export function asked({ scheme, thing }: OpenProposal, language: Language): object {
  const { given } = scheme.opinion;
  const returned = thing.state === 'draft' && given?.outcome === 'return' ? given : null;
  const named = (wanted: readonly Section[]): string => wanted.map((section) => sectionName(section, language)).join(', ');
  const request = thing.state === 'supplementing' ? scheme.intake.requests.at(-1) : undefined;
  const isRevised = thing.state === 'conditional' || thing.state === 'revising';
  return {
    returned: returned && { on: returned.on, reason: returned.text, sections: named(returned.sections ?? []) },
    request: request && { ...request, sections: named(request.sections) },
    conditions: isRevised ? scheme.appraisal.conditions : [],
  };
}

type Task = {
  section: string;
  title: string;
  href: string | null;
  status: 'done' | 'missing' | 'closed';
  statusKey: string;
  lacks: string[];
  why: string;
  basis: string;
  certaintyKey: string;
  copy: string | null;
  summary: string | null;
};

function tasksOf(open: OpenProposal, copies: Map<string, WorkingCopy>, language: Language, rehearsal: boolean): Task[] {
  const { thing, scheme, lacks, years } = open;
  return sections.map((section) => {
    const mine = lacks.filter((lack) => lack.section === section);
    const copy = copies.get(section);
    const status = !open.isOpen(section) ? 'closed' : mine.length > 0 ? 'missing' : 'done';
    const ground = ruleGround(thing.pack, section === 'lines' ? 'budget' : 'proposal');
    return {
      section,
      title: sectionName(section, language),
      href: open.edits && open.isOpen(section) ? `/schemes/${thing.id}/proposal/${section}` : null,
      status,
      statusKey: `proposal.status.${status}`,
      lacks: mine.map((lack) => lackText(lack, years, language)),
      why: pageText(`proposal.why.${section}`, language),
      basis: ground.basis,
      certaintyKey: `certainty.${ground.certainty}`,
      copy: copy ? keptWhen(copy.savedAt, language, rehearsal) : null,
      summary: section === 'lines' && scheme.proposal.lines.length > 0 ? budgetSummary(open, language) : null,
    };
  });
}

function budgetSummary({ scheme }: OpenProposal, language: Language): string {
  const { totalDong, supportDong } = totals(scheme.proposal, scheme.route);
  return pageText('proposal.lines.summary', language, {
    count: scheme.proposal.lines.length,
    total: formatDong(totalDong),
    support: formatDong(supportDong),
  });
}
