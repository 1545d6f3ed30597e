import { acceptedOf } from '../../../../domain/scheme/outputs.ts';
import { cashOf } from '../../../../domain/scheme/requests.ts';
import type { MoneyRequest, Scheme } from '../../../../domain/scheme/state.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownNumber } from '../../../../templates/shown-values.ts';
import type { Language } from '../../../http/language.ts';
import { slipHref } from '../slip-href.ts';
import { amountColumn, count, day, type ShownTable, sum, type TableCell, tableOf, words } from '../table.ts';

const columns = ['allocated', 'contracted', 'advanced', 'paid', 'settled', 'returned'] as const;

/** The scheme's share of the fund of each year. */
export function accountsTable({ accounts }: Scheme, language: Language): ShownTable {
  const total = (name: (typeof columns)[number]) => accounts.reduce((all, account) => all + account[name], 0);
  return tableOf({
    id: 'accounts',
    caption: pageText('carrying-out.accounts', language),
    columns: [pageText('label.year', language), ...columns.map((name) => amountColumn(pageText(`fund.${name}`, language)))],
    rows: accounts.map((account) => [words(String(account.year)), ...columns.map((name) => sum(account[name]))]),
    foot: accounts.length > 1 ? [words(pageText('money.total', language)), ...columns.map((name) => sum(total(name)))] : null,
  });
}

export function milestonesTable({ contract }: Scheme, language: Language): ShownTable | null {
  if (!contract) return null;
  return tableOf({
    id: 'milestones',
    caption: pageText('label.milestones', language),
    columns: [
      pageText('label.milestones.name', language),
      pageText('label.due', language),
      amountColumn(pageText('label.amountDong', language)),
    ],
    rows: contract.milestones.map(({ name, due, amountDong }) => [words(name), day(due), sum(amountDong)]),
    foot: [words(pageText('money.total', language)), words(''), sum(contract.sumDong)],
  });
}

const tones: Record<MoneyRequest['status'], string> = {
  requested: 'tone-waits',
  prepared: 'tone-waits',
  approved: 'tone-waits',
  paid: 'tone-done',
  refused: 'tone-ended',
};

/** Every advance and payment, from the request to the treasury's slip. */
export function requestsTable({ requests }: Scheme, names: (id: string) => string, language: Language): ShownTable {
  const t = (key: string) => pageText(key, language);
  return tableOf({
    id: 'requests',
    caption: t('carrying-out.requests-list'),
    columns: [
      t('money.no'),
      t('request.kind'),
      t('request.asked-on'),
      amountColumn(t('request.asked')),
      amountColumn(t('request.prepared')),
      t('request.prepared-by'),
      amountColumn(t('request.approved')),
      amountColumn(t('request.cleared')),
      amountColumn(t('request.cash')),
      t('request.status'),
      t('request.slip'),
    ],
    rows: requests.map((one): TableCell[] => [
      words(String(one.no)),
      words(t(`request.kind.${one.kind}`)),
      day(one.requestedOn),
      sum(one.amountDong),
      sum(one.prepared?.amountDong),
      words(one.prepared ? names(one.prepared.by) : '–'),
      sum(one.approvedDong),
      one.kind === 'payment' ? sum(one.clearedAdvanceDong) : sum(null),
      sum(one.status === 'refused' ? null : cashOf(one)),
      { text: t(`request.status.${one.status}`) + (one.reason ? `: ${one.reason}` : ''), tone: tones[one.status] },
      one.slip ? words(one.slip.number, slipHref(one.slip)) : words('–'),
    ]),
  });
}

/** Planned, done and accepted volumes side by side. */
export function outputsTable(scheme: Scheme, language: Language): ShownTable {
  const t = (key: string) => pageText(key, language);
  return tableOf({
    id: 'outputs',
    caption: t('carrying-out.outputs'),
    columns: [
      t('label.outputs.name'),
      t('label.unit'),
      amountColumn(t('output.planned')),
      amountColumn(t('output.done')),
      amountColumn(t('output.accepted')),
      t('label.outcome'),
    ],
    rows: scheme.proposal.outputs.map(({ name, unit, volume }, at) => {
      const output = at + 1;
      const done = scheme.acceptance.reported.find((one) => one.output === output)?.done;
      const outcome = scheme.acceptance.accepted.find((one) => one.output === output)?.outcome;
      return [
        words(name),
        words(unit),
        count(volume, language),
        done === undefined ? sum(null) : count(done, language),
        count(acceptedOf(scheme, output), language),
        words(outcome ? outcomeText(outcome, language) : t('acceptance.open')),
      ];
    }),
  });
}

export const outcomeText = (outcome: string, language: Language): string =>
  pageText(outcome === 'accepted' ? 'choice.outcome.accepted' : `choice.${outcome}`, language);

export function recordsTable({ acceptance: { records } }: Scheme, language: Language): ShownTable | null {
  if (records.length === 0) return null;
  const t = (key: string) => pageText(key, language);
  return tableOf({
    id: 'acceptance-records',
    caption: t('carrying-out.records'),
    columns: [t('label.date'), t('label.outcome'), t('label.committee'), t('label.text')],
    rows: records.map(({ on, outcome, committee, text }) => [
      day(on),
      words(outcomeText(outcome, language)),
      words(committee.join(', ')),
      words(text || '–'),
    ]),
  });
}

export function reportsTable({ reports }: Scheme, language: Language): ShownTable | null {
  if (reports.length === 0) return null;
  const t = (key: string) => pageText(key, language);
  return tableOf({
    id: 'reports',
    caption: t('carrying-out.reports-list'),
    columns: [
      t('label.month'),
      t('report.filed-on'),
      amountColumn(t('label.percent')),
      amountColumn(t('report.spent-sum')),
      t('label.text'),
      t('label.difficulties'),
    ],
    rows: reports.map(({ month, on, late, percent, spent, text, difficulties }) => [
      words(month.replace(/^(\d{4})-(\d{2})$/, '$2/$1')),
      words(day(on).text + (late ? ` (${t('report.late')})` : '')),
      { text: shownNumber(percent, language), amount: true },
      sum(spent.length === 0 ? null : spent.reduce((all, { amountDong }) => all + amountDong, 0)),
      words(text),
      words(difficulties || '–'),
    ]),
  });
}

export function inspectionsTable(
  { inspection: { records } }: Scheme,
  names: (id: string) => string,
  language: Language,
): ShownTable | null {
  if (records.length === 0) return null;
  const t = (key: string) => pageText(key, language);
  return tableOf({
    id: 'inspections',
    caption: t('carrying-out.inspections-list'),
    columns: [t('label.on'), t('inspection.by'), t('label.findings'), t('label.mendBy')],
    rows: records.map(({ on, by, findings, mendBy }) => [day(on), words(names(by)), words(findings), day(mendBy)]),
  });
}
