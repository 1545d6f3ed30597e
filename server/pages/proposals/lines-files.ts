import { z } from 'zod';
import { Id, WithId } from '../../http/common.ts';
import { type Page, page } from '../page.ts';
import { openScheme } from '../schemes/open-scheme.ts';
import { budgetSheet } from './budget-sheet.ts';
import { type GridRow, kindsOf } from './grid-rows.ts';
import { blank } from './lines.ts';
import { openProposal } from './open-proposal.ts';
import { readLines } from './read-lines.ts';
import { closedTo } from './section.ts';
import { copyKey, keepCopy } from './working-copy.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const most = 500;
/** The budget of a scheme as a workbook, for whoever may read it; as of a day. */
const readersSheet = page({
  path: '/schemes/{id}/budget.xlsx',
  input: { params: z.strictObject({ id: Id }), query: z.looseObject({ on: z.iso.date().optional().catch(undefined) }) },
  async run({ params: { id }, query: { on }, caller, language }, parts) {
    const { scheme, thing } = await openScheme(id, on, caller, parts);
    return { file: await budgetSheet(scheme.proposal, scheme.route, thing.pack, language), type: xlsx, name: 'du-toan.xlsx' };
  },
});

/** The same from the page where it is written. */
const drafterSheet = page({
  path: '/schemes/{id}/proposal/lines.xlsx',
  input: { params: WithId },
  async run({ params: { id }, caller, language }, parts) {
    const { scheme, thing } = await openProposal(id, caller, parts);
    return { file: await budgetSheet(scheme.proposal, scheme.route, thing.pack, language), type: xlsx, name: 'du-toan.xlsx' };
  },
});

/** Lines from a workbook or a CSV file become the writer's working copy: nothing is in the proposal before they were looked at and saved. */
const takeIn = page({
  method: 'post',
  path: '/schemes/{id}/proposal/lines/import',
  input: { params: WithId },
  files: true,
  async run({ params: { id }, posted, caller, language }, parts) {
    const open = await openProposal(id, caller, parts);
    const closed = closedTo(open, 'lines', language);
    if (closed) return closed;
    const address = `/schemes/${id}/proposal/lines`;
    if (typeof posted.sheet !== 'string') return { redirect: address, flash: { kind: 'warning', key: 'grid.import-none' } };
    const read = await readLines(await parts.files.get(posted.sheet));
    if (!read.ok)
      return {
        redirect: address,
        flash: { kind: 'warning', key: read.code === 'no-headings' ? 'grid.import-headings' : 'grid.import-unreadable' },
      };
    const empty = blank(open, language);
    const kinds = kindsOf(open.thing.pack, language);
    const lines = read.rows.slice(0, most).map(
      (row): GridRow => ({
        ...row,
        kind: row.kind === '' ? empty.kind : kinds.titleOf(kinds.idOf(row.kind)),
        year: row.year === '' ? empty.year : row.year,
      }),
    );
    if (lines.length === 0) return { redirect: address, flash: { kind: 'warning', key: 'grid.import-none' } };
    await keepCopy(caller.id, copyKey(id, 'lines'), open.scheme.version, { lines }, parts.reader);
    return { redirect: address, flash: { kind: 'success', key: 'grid.imported', values: { count: lines.length } } };
  },
});

export const linesFilesPages: Page[] = [readersSheet, drafterSheet, takeIn];
