import type { Json } from '../../../domain/command.ts';
import { formatDong } from '../../../domain/money/format.ts';
import { supportByYear } from '../../../domain/scheme/budget.ts';
import type { Section } from '../../../domain/scheme/proposal.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { WithId } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { commandTitle } from '../../things/kinds.ts';
import { type FormProblem, giveForm } from '../forms/give-form.ts';
import { problemView } from '../forms/problem-view.ts';
import { type Page, type PageAnswer, type Posted, page } from '../page.ts';
import { sectionName } from '../schemes/field-names.ts';
import { changeRows } from './grid-changes.ts';
import { isBlank, kindsOf, linesOf, rowOf, rowsIn } from './grid-rows.ts';
import { gridView } from './grid-view.ts';
import { keptWhen } from './kept-when.ts';
import { blank } from './lines.ts';
import { type OpenProposal, openProposal, proposalCrumbs } from './open-proposal.ts';
import { versionRead } from './save-section.ts';
import { formFrame } from './section.ts';
import { readSection, sectionFields, valuesIn } from './section-form.ts';
import { copyKey, dropCopy, keepCopy, workingCopy } from './working-copy.ts';

/** What may shrink with the budget when less was allocated than approved. */
const shrinking = ['targets', 'outputs', 'schedule'] as const satisfies readonly Section[];

/** Less was allocated than approved: the host plans its lines to the smaller sum and takes it. */
const show = page({
  path: '/schemes/{id}/proposal/reduction',
  input: { params: WithId },
  async run({ params: { id }, caller, language }, parts) {
    const open = await openProposal(id, caller, parts);
    if (!open.sends.includes('accept-reduction')) return { redirect: `/schemes/${id}` };
    const copy = await workingCopy(caller.id, copyKey(id, 'reduction'), parts.reader);
    return reductionPage(
      open,
      caller,
      language,
      parts,
      copy ? { posted: copy.values, base: copy.base, copied: keptWhen(copy.savedAt, language, parts.committing.rehearsal) } : {},
    );
  },
});

const accept = page({
  method: 'post',
  path: '/schemes/{id}/proposal/reduction',
  input: { params: WithId },
  keeps: true,
  async run({ params: { id }, posted, caller, language }, parts) {
    const open = await openProposal(id, caller, parts);
    if (!open.sends.includes('accept-reduction')) return { redirect: `/schemes/${id}` };
    const key = copyKey(id, 'reduction');
    if (posted._discard !== undefined) {
      await dropCopy(caller.id, key, parts.reader);
      return { redirect: `/schemes/${id}/proposal/reduction`, flash: { kind: 'success', key: 'proposal.discarded' } };
    }
    const base = versionRead(posted, open.scheme.version);
    const isList = typeof posted._add === 'string' && (shrinking as readonly string[]).includes(posted._add);
    const changed = isList ? null : changeRows(rowsIn(posted), posted, blank(open, language));
    if (changed || isList || posted._restore !== undefined) {
      const values = { ...valuesIn(posted), lines: changed ?? rowsIn(posted) };
      await keepCopy(caller.id, key, base, values, parts.reader);
      return reductionPage(open, caller, language, parts, { posted: values, base, typed: true, more: isList ? [String(posted._add)] : [] });
    }
    const lines = linesOf(rowsIn(posted), open.scheme.proposal.lines, open.scheme.route, kindsOf(open.thing.pack, language));
    const input = { lines, ...Object.fromEntries(shrinking.map((section) => [section, readSection(section, posted)])) };
    const given = await giveForm({ kind: 'scheme', thing: id, command: 'accept-reduction', posted, caller, language, input }, parts);
    if (given.problem) {
      await keepCopy(caller.id, key, base, valuesIn(posted), parts.reader);
      return reductionPage(open, caller, language, parts, { posted, base, typed: true, problem: given.problem });
    }
    await dropCopy(caller.id, key, parts.reader);
    const what = commandTitle('scheme', 'accept-reduction', parts.committing.packs.values())[language];
    return { redirect: `/schemes/${id}`, flash: { kind: 'success', key: 'thing.changed', values: { what } } };
  },
});

type Shown = { posted?: Posted; base?: number; typed?: boolean; problem?: FormProblem; copied?: string | null; more?: string[] };

function reductionPage(open: OpenProposal, caller: Caller, language: Language, parts: Parts, shown: Shown): PageAnswer {
  const { thing, scheme, years } = open;
  const { posted, base = scheme.version, typed = false, problem, copied = null, more = [] } = shown;
  const rows = posted ? rowsIn(posted) : scheme.proposal.lines.map((line, index) => rowOf(line, index, kindsOf(thing.pack, language)));
  const empty = blank(open, language);
  const targets = scheme.allocation?.amounts ?? [];
  const planned = supportByYear(scheme.proposal, scheme.route);
  const fields = shrinking.flatMap((section) =>
    sectionFields(
      section,
      { value: posted ? readSection(section, posted) : (scheme.proposal[section] as Json), errors: problem?.errors ?? [], more },
      language,
    ),
  );
  return {
    view: 'proposals/reduction',
    title: pageText('proposal.reduction.title', language),
    nav: 'schemes',
    wide: true,
    crumbs: proposalCrumbs(open, language, pageText('proposal.reduction.title', language)),
    scripts: ['working-copy.js', 'grid.js'],
    status: problem?.status ?? 200,
    model: {
      ...formFrame(open, 'reduction', caller, base, copied, typed),
      seq: thing.seq,
      grid: gridView(
        {
          rows: rows.filter((row, i) => i === 0 || !isBlank(row) || typed),
          route: scheme.route,
          years,
          kind: empty.kind,
          year: scheme.year,
          targets,
          errors: problem?.errors ?? [],
        },
        thing.pack,
        language,
      ),
      problem: problem && problemView(problem, fields, language),
      fields,
      shrinking: shrinking.map((section) => sectionName(section, language)).join(', '),
      sums: targets.map(({ year, amountDong }) => ({
        year: String(year),
        allocated: formatDong(amountDong),
        planned: formatDong(planned.find((one) => one.year === year)?.amountDong ?? 0),
      })),
      symbol: scheme.allocation?.symbol,
      date: scheme.allocation?.date,
      decline: `/schemes/${thing.id}/do/decline-reduction`,
      title: commandTitle('scheme', 'accept-reduction', parts.committing.packs.values()),
    },
  };
}

export const reductionPages: Page[] = [show, accept];
