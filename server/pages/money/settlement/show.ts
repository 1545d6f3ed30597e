import { z } from 'zod';
import type { Scheme } from '../../../../domain/scheme/state.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { Id } from '../../../http/common.ts';
import { actionsOf } from '../../../things/actions.ts';
import { clockSeen } from '../../../things/clock-view.ts';
import { knownThing } from '../../../things/known-thing.ts';
import { type Page, page } from '../../page.ts';
import { titleOf } from '../../title-of.ts';
import { dutiesApart } from '../carrying-out/examine-forms.ts';
import { formAnswer, formPages, shownOf } from '../form-page.ts';
import { namesOf } from '../persons.ts';
import { schemeCrumbs } from '../scheme-crumbs.ts';
import { sheetAnswer } from '../sheet.ts';
import { filedLines, fileForm } from './file-form.ts';
import { plannedLines } from './lines.ts';
import { reviewForm } from './review-form.ts';
import { confirmForm, returnForm } from './small-forms.ts';
import { benchTable, resultLines, settlementHead, slipsTable, vouchersTable } from './standing.ts';
import { vouchersTables } from './vouchers-sheet.ts';

const Params = z.strictObject({ id: Id });

/** The settlement workbench: for whoever has to file or to review it the form at once, for all others what stands there. */
const show = page({
  path: '/schemes/{id}/settlement',
  input: { params: Params, query: z.looseObject({ view: z.string().optional() }) },
  async run({ params: { id }, query, caller, language }, parts) {
    const thing = await knownThing('scheme', id, caller, parts);
    const scheme = thing.data as unknown as Scheme;
    const now = await parts.time.now();
    const actions = actionsOf(thing, caller, now);
    const may = (command: string) => actions.some((one) => one.command === command);
    const bench = may('file-settlement') ? fileForm : may('review-settlement') && scheme.settlement.reviewedBy === null ? reviewForm : null;
    if (bench && query.view === undefined) {
      const shown = await shownOf(thing, caller, language, {}, query, parts);
      return formAnswer(bench, { ...shown, values: null, problem: null, errors: [] }, parts, {
        actions: actions
          .filter(({ command }) => command !== bench.command)
          .map(({ command, title }) => ({ title, href: `/schemes/${id}/do/${command}` })),
      });
    }
    const { settlement } = scheme;
    const [clocks, names] = await Promise.all([
      parts.reader.clock.findMany({ where: { thingId: id }, orderBy: { due: 'asc' } }),
      namesOf([settlement.reviewedBy ?? undefined], parts),
    ]);
    const filed = settlement.filedOn !== null;
    return {
      view: 'money/settlement',
      title: `${pageText('money.settlement', language)}: ${titleOf(thing.data, id)}`,
      nav: 'schemes',
      crumbs: schemeCrumbs(thing, language, [{ text: pageText('money.settlement', language) }]),
      wide: true,
      model: {
        ...settlementHead({ thing, scheme, language }),
        actions: actions.map(({ command, title }) => ({ title, href: `/schemes/${id}/do/${command}` })),
        clocks: clocks.map((clock) => clockSeen(clock, thing)),
        filedOn: settlement.filedOn,
        late: settlement.late,
        reviewedBy: settlement.reviewedBy && names(settlement.reviewedBy),
        confirmedOn: settlement.confirmedOn,
        youReviewed: settlement.reviewedBy === caller.id && settlement.confirmedOn === null ? dutiesApart(thing.pack, language)[0] : null,
        bench: filed ? benchTable(scheme, language) : null,
        vouchers: filed ? vouchersTable(scheme, language) : null,
        otherSources: settlement.otherSources.map(({ source, year, amountDong }) => ({
          label: `${pageText(`choice.source.${source}`, language)}, ${year}`,
          amountDong,
        })),
        slips: slipsTable(scheme, language),
        results: resultLines(scheme, language),
        returns: settlement.returns,
        carryOver: scheme.carryOver && {
          text: pageText('settlement.carried', language, { year: String(scheme.carryOver.toYear) }),
          amountDong: scheme.carryOver.amountDong,
        },
        sheetHref: filed ? `/schemes/${id}/settlement/table.xlsx` : null,
      },
    };
  },
});

/** The settlement as a workbook: lines, vouchers, slips. */
const asSheet = page({
  path: '/schemes/{id}/settlement/table.xlsx',
  input: { params: Params },
  async run({ params: { id }, caller, language }, parts) {
    const scheme = (await knownThing('scheme', id, caller, parts)).data as unknown as Scheme;
    const tables = [benchTable(scheme, language), vouchersTable(scheme, language), slipsTable(scheme, language)];
    const names = [pageText('money.settlement', language), pageText('label.vouchers', language), pageText('request.slip', language)];
    return sheetAnswer(
      'quyet-toan.xlsx',
      tables.flatMap((table, at) => (table ? [{ name: names[at] ?? '', table }] : [])),
    );
  },
});

/** The list of vouchers to be filled in elsewhere and brought back: what was filed before, or empty. */
const vouchersSheet = page({
  path: '/schemes/{id}/settlement/vouchers.xlsx',
  input: { params: Params },
  async run({ params: { id }, caller, language }, parts) {
    const scheme = (await knownThing('scheme', id, caller, parts)).data as unknown as Scheme;
    return sheetAnswer('bang-ke-chung-tu.xlsx', vouchersTables(plannedLines(scheme), filedLines(scheme), language));
  },
});

export const settlementPages: Page[] = [
  show,
  asSheet,
  vouchersSheet,
  ...formPages(fileForm),
  ...formPages(reviewForm),
  ...formPages(confirmForm),
  ...formPages(returnForm),
];
