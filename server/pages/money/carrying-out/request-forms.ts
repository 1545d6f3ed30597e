import { pageText } from '../../../../templates/page-texts.ts';
import type { Page } from '../../page.ts';
import { commandFields } from '../fields-of.ts';
import { formPages } from '../form-page.ts';
import { advanceFigures } from './advance-figures.ts';
import { paymentFigures } from './payment-figures.ts';

/** The host asks for an advance: what may be had, by which article, and the form. */
const advance = formPages({
  command: 'request-advance',
  view: 'money/command',
  files: true,
  model(shown) {
    const { table, sums, possibleDong } = advanceFigures(shown);
    const first = { amountDong: possibleDong > 0 ? possibleDong : undefined };
    return {
      intro: [pageText('advance.why', shown.language)],
      nothing: possibleDong > 0 ? null : pageText('advance.nothing', shown.language),
      tables: [table],
      sums,
      fields: commandFields('request-advance', ['amountDong', 'purpose', 'files'], shown, first),
    };
  },
});

/** The host asks to be paid for accepted work. */
const payment = formPages({
  command: 'request-payment',
  view: 'money/command',
  files: true,
  model(shown) {
    const { tables, sums, possibleDong } = paymentFigures(shown);
    const first = { amountDong: possibleDong > 0 ? possibleDong : undefined };
    return {
      nothing: possibleDong > 0 ? null : pageText('payment.nothing', shown.language),
      intro: [pageText(shown.scheme.settlement.confirmedOn === null ? 'payment.why' : 'payment.why-owed', shown.language)],
      tables,
      sums,
      fields: commandFields('request-payment', ['amountDong', 'purpose', 'files'], shown, first),
    };
  },
});

export const requestPages: Page[] = [...advance, ...payment];
