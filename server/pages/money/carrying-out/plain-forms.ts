import { permit } from '../../../../domain/process/permit.ts';
import { lawValue, lawValues } from '../../../../domain/regulation/law-value.ts';
import { ruleGround } from '../../../../domain/regulation/rule-ground.ts';
import { unspentYear } from '../../../../domain/scheme/adjustment.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownDay } from '../../../../templates/shown-values.ts';
import type { Page } from '../../page.ts';
import { commandFields } from '../fields-of.ts';
import { formPages, type Shown } from '../form-page.ts';

/** A command with few fields: why it is there, on what it rests, and the fields. */
const plain = (command: string, names: string[], rule: string): Page[] =>
  formPages({
    command,
    view: 'money/command',
    model(shown) {
      const { language, thing } = shown;
      return {
        intro: [pageText(`plain.${command}`, language)],
        laws: [{ text: '', ...ruleGround(thing.pack, rule) }],
        fields: commandFields(command, names, shown),
      };
    },
  });

/** An inspection: what was found, and by when the host is to mend it (as long as the law gives at least). */
const inspection = formPages({
  command: 'record-inspection',
  view: 'money/command',
  model(shown) {
    const { language, thing, today } = shown;
    const { value, basis, certainty } = lawValue(thing.pack, 'inspection.mending', { on: today });
    return {
      intro: [pageText('plain.record-inspection', language)],
      laws: [{ text: pageText('inspection.mending', language, { days: value }), basis, certainty }],
      fields: commandFields('record-inspection', ['on', 'findings', 'mendBy'], shown, { on: today }),
    };
  },
});

/** An end before the time: the host asks for it in words, the agency proposes it on a ground of the law's list. */
const termination = formPages({
  command: 'propose-termination',
  view: 'money/command',
  model(shown) {
    const { language, thing, scheme, caller, today } = shown;
    const chart = thing.chart.commands['propose-termination'];
    const asHost = chart !== undefined && permit(chart, caller, thing.people)?.as === 'host';
    const listed = lawValues(thing.pack, 'termination.ground', today).filter(
      ({ when }) => when.ground !== 'host-request' || scheme.termination?.askedByHost === true,
    );
    const choices = listed.map(({ when, value }) => ({ value: when.ground ?? '', text: value[language] }));
    const [law] = listed;
    return {
      intro: [pageText(asHost ? 'termination.ask' : 'termination.propose', language)],
      facts: scheme.termination?.askedByHost ? [{ label: pageText('termination.asked', language), text: scheme.termination.text }] : [],
      laws: law ? [{ text: '', basis: law.basis, certainty: law.certainty }] : [],
      fields: commandFields('propose-termination', asHost ? ['text'] : ['ground', 'text'], shown, firstGround(shown), { ground: choices }),
    };
  },
});
const firstGround = ({ scheme }: Shown) => (scheme.termination?.askedByHost ? { ground: 'host-request' } : {});

/** Money that was not spent goes into the next year, for a reason that the law lists. */
const carryOver = formPages({
  command: 'carry-over',
  view: 'money/command',
  after: 'settlement',
  model(shown) {
    const { language, thing, scheme, today } = shown;
    const unspent = unspentYear(scheme);
    const listed = lawValues(thing.pack, 'carry-over.reason', today);
    return {
      intro: [pageText('carry-over.why', language)],
      sums: [
        {
          label: pageText('carry-over.unspent', language, { year: String(unspent?.year ?? scheme.year) }),
          amountDong: unspent?.unspentDong ?? 0,
          strong: true,
        },
      ],
      laws: listed.map(({ value, basis, certainty }) => ({ text: value[language], basis, certainty })),
      fields: commandFields(
        'carry-over',
        ['reason', 'amountDong'],
        shown,
        { amountDong: unspent?.unspentDong || undefined },
        {
          reason: listed.map(({ when, value }) => ({ value: when.reason ?? '', text: value[language] })),
        },
      ),
    };
  },
});

/** The agency finds that no contract came about in time. */
const lapse = formPages({
  command: 'lapse',
  view: 'money/command',
  model(shown) {
    const { language, thing, scheme, today } = shown;
    const { value, basis, certainty } = lawValue(thing.pack, 'contract.warn', { on: today });
    const since = scheme.allocation?.answeredOn ?? scheme.allocation?.date ?? today;
    return {
      intro: [pageText('plain.lapse', language)],
      laws: [{ text: pageText('lapse.after', language, { days: value, since: shownDay(since) }), basis, certainty }],
      fields: commandFields('lapse', ['reason'], shown),
    };
  },
});

export const plainPages: Page[] = [
  ...plain('suspend', ['reason'], 'suspend'),
  ...plain('resume', ['reason'], 'resume'),
  ...plain('close-scheme', ['note'], 'close'),
  ...inspection,
  ...termination,
  ...carryOver,
  ...lapse,
];
