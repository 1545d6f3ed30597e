import { permit } from '../../../../domain/process/permit.ts';
import { citeBasis } from '../../../../domain/regulation/instrument.ts';
import type { RegulationPack } from '../../../../domain/regulation/pack.ts';
import { cashOf, sumOf } from '../../../../domain/scheme/requests.ts';
import type { MoneyRequest, Scheme } from '../../../../domain/scheme/state.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownDay } from '../../../../templates/shown-values.ts';
import type { Language } from '../../../http/language.ts';
import type { Parts } from '../../../parts.ts';
import { actionsOf } from '../../../things/actions.ts';
import type { Page } from '../../page.ts';
import { commandFields } from '../fields-of.ts';
import { formPages, type Shown } from '../form-page.ts';
import { namesOf } from '../persons.ts';
import { advanceFigures } from './advance-figures.ts';
import { paymentFigures } from './payment-figures.ts';
import { uploadsOf } from './uploads.ts';

/** Which request a form is about: the one that its address names, else the one that waits. */
export function requestOf(
  { requests }: Scheme,
  kind: MoneyRequest['kind'] | null,
  statuses: MoneyRequest['status'][],
  wanted: unknown,
): MoneyRequest | undefined {
  const fitting = requests.filter((one) => (kind === null || one.kind === kind) && statuses.includes(one.status));
  return fitting.find(({ no }) => String(no) === wanted) ?? fitting[0];
}

/** Why whoever prepares a payment does not approve it, with its article. */
export function dutiesApart(pack: RegulationPack, language: Language) {
  const apart = pack.dutiesApart.find(({ duties }) => duties.includes('approve-payment'));
  return apart ? [{ text: apart.title[language], basis: citeBasis(pack.instruments, apart.basis), certainty: apart.certainty }] : [];
}

/** What a request says, as whoever decides on it reads it. */
export async function requestFacts(
  request: MoneyRequest,
  { thing, language }: Pick<Shown, 'thing' | 'language'>,
  parts: Parts,
): Promise<object[]> {
  const names = await namesOf([request.prepared?.by], parts);
  const text = (key: string, values = {}) => pageText(key, language, values);
  const files = await uploadsOf(request.files, thing.id, parts);
  return [
    { label: text('request.no'), text: `${request.no} – ${text(`request.kind.${request.kind}`)}` },
    { label: text('request.asked-on'), text: shownDay(request.requestedOn) },
    { label: text('label.purpose'), text: request.purpose },
    ...files.map(({ name, href }) => ({ label: text('label.files'), text: name, href })),
    ...(request.prepared
      ? [
          {
            label: text('request.prepared-by'),
            text: names(request.prepared.by) + (request.prepared.note ? `: ${request.prepared.note}` : ''),
          },
        ]
      : []),
    ...(request.approvedOn ? [{ label: text('request.approved-on'), text: shownDay(request.approvedOn) }] : []),
  ];
}

const examination = (kind: MoneyRequest['kind']): Page[] =>
  formPages({
    command: `approve-${kind}`,
    view: 'money/command',
    async model(shown, parts) {
      const { thing, scheme, caller, language, query, posted } = shown;
      const command = `approve-${kind}`;
      const request = requestOf(scheme, kind, ['requested', 'prepared'], posted.no ?? query.no);
      if (!request) return { intro: [pageText('request.none', language)], fields: [] };
      const chart = thing.chart.commands[command];
      const preparing = chart !== undefined && permit(chart, caller, thing.people)?.as === 'prepare';
      const figures = kind === 'advance' ? advanceFigures(shown) : paymentFigures(shown);
      const line = (key: string, amountDong: number, strong = false) => ({ label: pageText(key, language), amountDong, strong });
      const mayRefuse = actionsOf(thing, caller, await parts.time.now()).some((one) => one.command === `refuse-${kind}`);
      return {
        intro: [pageText(preparing ? 'request.preparing' : 'request.approving', language)],
        facts: await requestFacts(request, shown, parts),
        tables: 'table' in figures ? [figures.table] : figures.tables,
        sums: [
          line('request.asked', request.amountDong),
          ...(request.prepared ? [line('request.prepared', request.prepared.amountDong)] : []),
          ...(kind === 'payment' ? [line('request.cleared', request.clearedAdvanceDong), line('request.cash', cashOf(request), true)] : []),
        ],
        laws: dutiesApart(thing.pack, language),
        hidden: [{ name: 'no', value: request.no }],
        fields: commandFields(command, preparing ? ['amountDong', 'note'] : ['note'], shown, { amountDong: sumOf(request) }),
        send: pageText(preparing ? 'request.prepare' : 'request.approve', language),
        links: mayRefuse
          ? [{ text: pageText(`request.refuse.${kind}`, language), href: `/schemes/${thing.id}/do/refuse-${kind}?no=${request.no}` }]
          : [],
      };
    },
  });

const refusal = (kind: MoneyRequest['kind']): Page[] =>
  formPages({
    command: `refuse-${kind}`,
    view: 'money/command',
    async model(shown, parts) {
      const { scheme, language, query, posted } = shown;
      const request = requestOf(scheme, kind, ['requested', 'prepared', 'approved'], posted.no ?? query.no);
      if (!request) return { intro: [pageText('request.none', language)], fields: [] };
      return {
        intro: [pageText('request.refusing', language)],
        facts: await requestFacts(request, shown, parts),
        sums: [{ label: pageText('request.asked', language), amountDong: sumOf(request), strong: true }],
        hidden: [{ name: 'no', value: request.no }],
        fields: commandFields(`refuse-${kind}`, ['reason'], shown),
      };
    },
  });

export const examinePages: Page[] = [...examination('advance'), ...examination('payment'), ...refusal('advance'), ...refusal('payment')];
