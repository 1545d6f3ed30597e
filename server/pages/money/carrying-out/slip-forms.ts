import { lawValue } from '../../../../domain/regulation/law-value.ts';
import { cashOf, receivedDong, unclearedDong } from '../../../../domain/scheme/requests.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import type { Page } from '../../page.ts';
import { commandFields } from '../fields-of.ts';
import { formPages } from '../form-page.ts';
import { requestFacts, requestOf } from './examine-forms.ts';

/** The treasury has paid: the slip's number and date, its sum as it was approved. */
const payment = formPages({
  command: 'record-payment',
  view: 'money/command',
  async model(shown, parts) {
    const { thing, scheme, language, today, query, posted } = shown;
    const request = requestOf(scheme, null, ['approved'], posted.no ?? query.no);
    if (!request) return { intro: [pageText('request.none', language)], fields: [] };
    const host = await parts.reader.organisation.findUnique({ where: { id: scheme.host.id }, select: { kind: true } });
    const { value, basis, certainty } = lawValue(thing.pack, 'payment.path', { on: today, host: host?.kind ?? null });
    const others = scheme.requests.filter((one) => one.status === 'approved' && one.no !== request.no);
    return {
      intro: [pageText('slip.why', language)],
      facts: await requestFacts(request, shown, parts),
      sums: [{ label: pageText('slip.due', language), amountDong: cashOf(request), strong: true }],
      laws: [{ text: pageText(`slip.path.${value}`, language), basis, certainty }],
      hidden: [{ name: 'no', value: request.no }],
      fields: commandFields('record-payment', ['slipNumber', 'date', 'amountDong'], shown, { date: today, amountDong: cashOf(request) }),
      links: others.map(({ no }) => ({
        text: pageText('slip.other', language, { no }),
        href: `/schemes/${thing.id}/do/record-payment?no=${no}`,
      })),
    };
  },
});

/** The host has paid back: what is owed, and the slip. */
const repayment = formPages({
  command: 'record-repayment',
  view: 'money/command',
  after: 'settlement',
  model(shown) {
    const { scheme, language, today } = shown;
    const owedDong = scheme.settlement.confirmedOn === null ? unclearedDong(scheme) : scheme.settlement.owesBackDong;
    return {
      intro: [pageText('repayment.why', language)],
      sums: [
        { label: pageText('settlement.received', language), amountDong: receivedDong(scheme) },
        { label: pageText('settlement.repaid', language), amountDong: scheme.settlement.repaidDong },
        { label: pageText('repayment.owed', language), amountDong: owedDong, strong: true },
      ],
      fields: commandFields('record-repayment', ['slipNumber', 'date', 'amountDong'], shown, {
        date: today,
        amountDong: owedDong || undefined,
      }),
    };
  },
});

export const slipPages: Page[] = [...payment, ...repayment];
