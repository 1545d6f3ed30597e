import { contentItem } from '../../../domain/regulation/contents.ts';
import { ruleGround } from '../../../domain/regulation/rule-ground.ts';
import { pageText } from '../../../templates/page-texts.ts';
import { WithId } from '../../http/common.ts';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import type { FormProblem } from '../forms/give-form.ts';
import { problemView } from '../forms/problem-view.ts';
import { type Page, type PageAnswer, page } from '../page.ts';
import { sectionName } from '../schemes/field-names.ts';
import { clashPage } from './clash.ts';
import { changeRows } from './grid-changes.ts';
import { blankRow, type GridRow, isBlank, kindsOf, linesOf, rowOf, rowsIn } from './grid-rows.ts';
import { gridView } from './grid-view.ts';
import { keptWhen, othersHere } from './kept-when.ts';
import { type OpenProposal, openProposal, proposalCrumbs } from './open-proposal.ts';
import { saveSection, versionRead } from './save-section.ts';
import { closedTo, formFrame, savedAnswer } from './section.ts';
import { valuesIn } from './section-form.ts';
import { asked } from './task-list.ts';
import { copyKey, dropCopy, keepCopy, workingCopy } from './working-copy.ts';

type Shown = { rows?: GridRow[]; base?: number; typed?: boolean; problem?: FormProblem; copied?: string | null };

/** The budget as a grid: with a script like a spreadsheet, without one a table of fields whose buttons add, remove and move rows. */
const show = page({
  path: '/schemes/{id}/proposal/lines',
  input: { params: WithId },
  async run({ params: { id }, caller, language }, parts) {
    const open = await openProposal(id, caller, parts);
    const closed = closedTo(open, 'lines', language);
    if (closed) return closed;
    const copy = await workingCopy(caller.id, copyKey(id, 'lines'), parts.reader);
    return gridPage(
      open,
      caller,
      language,
      parts,
      copy ? { rows: rowsIn(copy.values), base: copy.base, copied: keptWhen(copy.savedAt, language, parts.committing.rehearsal) } : {},
    );
  },
});

const save = page({
  method: 'post',
  path: '/schemes/{id}/proposal/lines',
  input: { params: WithId },
  keeps: true,
  async run({ params: { id }, posted, caller, language }, parts) {
    const open = await openProposal(id, caller, parts);
    const closed = closedTo(open, 'lines', language);
    if (closed) return closed;
    const key = copyKey(id, 'lines');
    if (posted._discard !== undefined) {
      await dropCopy(caller.id, key, parts.reader);
      return { redirect: `/schemes/${id}/proposal/lines`, flash: { kind: 'success', key: 'proposal.discarded' } };
    }
    const { scheme } = open;
    const base = versionRead(posted, scheme.version);
    const rows = rowsIn(posted);
    const changed = changeRows(rows, posted, blank(open, language));
    if (posted._restore !== undefined || changed) {
      await keepCopy(caller.id, key, base, valuesIn({ lines: changed ?? rows }), parts.reader);
      return gridPage(open, caller, language, parts, { rows: changed ?? rows, base, typed: true });
    }
    const value =
      typeof posted._mine === 'string'
        ? JSON.parse(posted._mine)
        : linesOf(rows, scheme.proposal.lines, scheme.route, kindsOf(open.thing.pack, language));
    const saved = await saveSection(open, { section: 'lines', value, posted, caller, language }, parts);
    if (saved.kind === 'problem') {
      await keepCopy(caller.id, key, base, valuesIn(posted), parts.reader);
      return gridPage(open, caller, language, parts, {
        rows: rows.filter((row) => !isBlank(row)),
        base,
        typed: true,
        problem: saved.problem,
      });
    }
    if (saved.kind === 'clash') return clashPage(open, 'lines', value, base, saved, language, parts);
    return savedAnswer(id, 'lines', saved, posted, language, parts);
  },
});

/** A new row: of the kind that the content item is, in the first year. */
export const blank = ({ thing, scheme }: OpenProposal, language: Language): GridRow =>
  blankRow(kindsOf(thing.pack, language).titleOf(contentItem(thing.pack.contents, scheme.proposal.contentItem)?.kind ?? ''), scheme.year);

async function gridPage(open: OpenProposal, caller: Caller, language: Language, parts: Parts, shown: Shown): Promise<PageAnswer> {
  const { thing, scheme, years } = open;
  const { problem, typed = false, base = scheme.version, copied = null } = shown;
  const stored = scheme.proposal.lines.map((line, index) => rowOf(line, index, kindsOf(thing.pack, language)));
  const rows = shown.rows ?? (stored.length > 0 ? stored : [blank(open, language)]);
  const empty = blank(open, language);
  const ground = ruleGround(thing.pack, 'budget');
  const title = sectionName('lines', language);
  const address = `/schemes/${thing.id}/proposal/lines`;
  return {
    view: 'proposals/lines',
    title,
    nav: 'schemes',
    wide: true,
    crumbs: proposalCrumbs(open, language, title),
    scripts: ['working-copy.js', 'grid.js'],
    status: problem?.status ?? 200,
    model: {
      ...formFrame(open, 'lines', caller, base, copied, typed),
      grid: gridView(
        { rows, route: scheme.route, years, kind: empty.kind, year: scheme.year, errors: problem?.errors ?? [] },
        thing.pack,
        language,
      ),
      problem: problem && problemView(inRows(problem, language), [], language),
      why: pageText('proposal.why.lines', language),
      basis: ground.basis,
      certaintyKey: `certainty.${ground.certainty}`,
      last: true,
      xlsx: `${address}.xlsx`,
      importTo: `${address}/import`,
      others: await othersHere(caller, copyKey(thing.id, 'lines'), language, parts),
      ...asked(open, language),
    },
  };
}

/** Where the schema names a cell by its place, the grid names it by its row. */
function inRows(problem: FormProblem, language: Language): FormProblem {
  const errors = problem.errors.map((error) => {
    const row = /^\/lines\/(\d+)/.exec(error.pointer)?.[1];
    return row === undefined ? error : { ...error, pointer: pageText('grid.line', language, { no: String(Number(row) + 1) }) };
  });
  return { ...problem, errors };
}

export const linesPages: Page[] = [show, save];
