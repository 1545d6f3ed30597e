import { z } from 'zod';
import { findLawValue } from '../../../../domain/regulation/law-value.ts';
import { receivedDong } from '../../../../domain/scheme/requests.ts';
import type { Scheme } from '../../../../domain/scheme/state.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownDay } from '../../../../templates/shown-values.ts';
import { Id } from '../../../http/common.ts';
import type { Language } from '../../../http/language.ts';
import type { Caller } from '../../../identity/caller.ts';
import { actionsOf } from '../../../things/actions.ts';
import { clockSeen } from '../../../things/clock-view.ts';
import { type KnownThing, knownThing } from '../../../things/known-thing.ts';
import { page } from '../../page.ts';
import { titleOf } from '../../title-of.ts';
import { namesOf } from '../persons.ts';
import { schemeCrumbs } from '../scheme-crumbs.ts';
import { slipHref } from '../slip-href.ts';
import { advanceFigures } from './advance-figures.ts';
import { dutiesApart } from './examine-forms.ts';
import { paymentFigures } from './payment-figures.ts';
import {
  accountsTable,
  inspectionsTable,
  milestonesTable,
  outputsTable,
  recordsTable,
  reportsTable,
  requestsTable,
} from './standing-tables.ts';

/** From the contract to the settlement on one page: money, what may be advanced and paid, reports, inspections, changes, results. */
export const showCarryingOut = page({
  path: '/schemes/{id}/carrying-out',
  input: { params: z.strictObject({ id: Id }) },
  async run({ params: { id }, caller, language }, parts) {
    const thing = await knownThing('scheme', id, caller, parts);
    const scheme = thing.data as unknown as Scheme;
    const [clocks, now, today] = await Promise.all([
      parts.reader.clock.findMany({ where: { thingId: id }, orderBy: { due: 'asc' } }),
      parts.time.now(),
      parts.time.today(),
    ]);
    const names = await namesOf(
      [
        ...scheme.requests.map(({ prepared }) => prepared?.by),
        ...scheme.inspection.records.map(({ by }) => by),
        ...(scheme.contract?.agreedBy.map(({ by }) => by) ?? []),
      ],
      parts,
    );
    const shown = { thing, scheme, today, language };
    const running = ['contracted', 'implementing', 'suspended', 'adjusting', 'accepting'].includes(thing.state);
    const advance = running ? advanceFigures(shown) : null;
    const payment = scheme.acceptance.accepted.length > 0 || scheme.settlement.confirmedOn ? paymentFigures(shown) : null;
    const requests = scheme.requests.length > 0 ? requestsTable(scheme, names, language) : null;
    return {
      view: 'money/carrying-out',
      title: `${pageText('money.carrying-out', language)}: ${titleOf(thing.data, id)}`,
      nav: 'schemes',
      crumbs: schemeCrumbs(thing, language, [{ text: pageText('money.carrying-out', language) }]),
      wide: true,
      model: {
        stateTitle: thing.chart.states[thing.state]?.title ?? { vi: thing.state, en: thing.state },
        href: `/schemes/${id}`,
        settlementHref: hasSettlement(thing.state, scheme) ? `/schemes/${id}/settlement` : null,
        actions: actionsOf(thing, caller, now).map(({ command, title }) => ({ title, href: `/schemes/${id}/do/${command}` })),
        clocks: clocks.map((clock) => clockSeen(clock, thing)),
        apart: barredBecausePrepared(thing, scheme, caller, language),
        begun: scheme.allocation !== null,
        accounts: scheme.accounts.length > 0 ? accountsTable(scheme, language) : null,
        contract: scheme.contract && contractView(scheme, names, language),
        milestones: milestonesTable(scheme, language),
        advance,
        payment,
        requests,
        duties: requests ? dutiesApart(thing.pack, language) : [],
        suspension: scheme.suspension && { reason: scheme.suspension.reason, on: shownDay(scheme.suspension.on) },
        outputs: scheme.contract && scheme.proposal.outputs.length > 0 ? outputsTable(scheme, language) : null,
        records: recordsTable(scheme, language),
        reports: reportsTable(scheme, language),
        inspections: inspectionsTable(scheme, names, language),
        adjustment: adjustmentView(thing, scheme, today, language),
        termination: scheme.termination && {
          text: scheme.termination.text,
          title: pageText(
            scheme.termination.document ? 'termination.done' : scheme.termination.proposed ? 'termination.proposed' : 'termination.asked',
            language,
          ),
          document: scheme.termination.document && {
            symbol: scheme.termination.document.symbol ?? '',
            href: `/documents/${scheme.termination.document.documentId}`,
          },
        },
        repayments: scheme.settlement.repayments.map((one) => ({ ...one, href: slipHref(one) })),
        receivedDong: receivedDong(scheme),
      },
    };
  },
});

const hasSettlement = (state: string, { settlement, acceptance }: Scheme): boolean =>
  settlement.filedOn !== null || acceptance.complete || ['settling', 'terminated', 'carried-over', 'under-review'].includes(state);

function contractView({ contract, allocation }: Scheme, names: (id: string) => string, language: Language): object | null {
  if (!contract) return null;
  return {
    number: contract.number,
    date: contract.date,
    sumDong: contract.sumDong,
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    allocation: allocation && { symbol: allocation.symbol, href: `/documents/${allocation.documentId}` },
    agreed: contract.agreedBy.map(({ side, by, on }) =>
      pageText('contract.agreed', language, { side: pageText(`contract.side.${side}`, language), name: names(by), day: shownDay(on) }),
    ),
  };
}

function adjustmentView({ pack }: KnownThing, { adjustment, adjustments }: Scheme, today: string, language: Language): object | null {
  if (!adjustment) return null;
  const law = findLawValue(pack, 'adjustment.change', { on: today, change: adjustment.kind });
  return {
    count: adjustments,
    title: law?.value.title[language] ?? adjustment.kind,
    reason: adjustment.reason,
    askedOn: adjustment.askedOn,
    status: pageText(`adjustment.status.${adjustment.status}`, language),
    decidedOn: adjustment.decision?.on ?? null,
    note: adjustment.decision?.note || null,
    document: adjustment.decision?.document && {
      symbol: adjustment.decision.document.symbol ?? '',
      href: `/documents/${adjustment.decision.document.documentId}`,
    },
    basis: law?.basis,
    certainty: law?.certainty,
  };
}

/** Whoever prepared what waits for approval is told why the button is not there. */
function barredBecausePrepared({ pack }: KnownThing, { requests }: Scheme, caller: Caller, language: Language): object | null {
  const mine = requests.find(({ status, prepared }) => status === 'prepared' && prepared?.by === caller.id);
  const [duty] = mine ? dutiesApart(pack, language) : [];
  return mine && duty ? { no: mine.no, ...duty } : null;
}
