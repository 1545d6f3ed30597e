import { readNumber } from '../../../../domain/money/read-number.ts';
import { lawValue } from '../../../../domain/regulation/law-value.ts';
import { acceptedOf, stillToAccept } from '../../../../domain/scheme/outputs.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownNumber } from '../../../../templates/shown-values.ts';
import { cell, filesOf, rowsOf, textOf } from '../cell.ts';
import { commandFields } from '../fields-of.ts';
import { formPages } from '../form-page.ts';

/** A volume as it was typed: a number, or the text that is none. */
export const volumeOf = (typed: unknown): number | string => readNumber(textOf(typed)) ?? textOf(typed);

/** The host reports what was done: every output that is not accepted in full stands in the table with what was planned, and its evidence. */
export const resultsPages = formPages({
  command: 'report-results',
  view: 'money/results',
  files: true,

  read(posted) {
    const outputs = rowsOf(posted.outputs).flatMap(({ output, done, evidence }) => {
      const files = filesOf(evidence);
      return textOf(done) === '' && files.length === 0 ? [] : [{ output: Number(output), done: volumeOf(done), evidence: files }];
    });
    return { outputs, text: textOf(posted.text) };
  },

  model(shown) {
    const { thing, scheme, language, values, errors, today } = shown;
    const typed = rowsOf(values?.outputs);
    const { value, basis, certainty } = lawValue(thing.pack, 'result.report', { on: today });
    const rows = stillToAccept(scheme).map((output, at) => {
      const { name = '', unit = '', volume = 0 } = scheme.proposal.outputs[output - 1] ?? {};
      const reported = scheme.acceptance.reported.find((one) => one.output === output);
      const index = typed.findIndex((one) => one.output === output);
      const label = pageText('output.done-of', language, { name });
      return {
        output,
        name,
        unit,
        planned: shownNumber(volume, language),
        accepted: shownNumber(acceptedOf(scheme, output), language),
        no: cell(`/outputs/${at}/output`, label, output).name,
        done: {
          ...cell(`/outputs/${at}/done`, label, values ? typed[index]?.done : reported?.done),
          error: index < 0 ? null : cell(`/outputs/${index}/done`, '', '', errors).error,
        },
        evidence: {
          ...cell(`/outputs/${at}/evidence`, pageText('output.evidence-of', language, { name }), ''),
          kept: filesOf(values ? typed[index]?.evidence : reported?.evidence).map((sha256) => ({
            sha256,
            name: `${sha256.slice(0, 12)}…`,
          })),
        },
      };
    });
    return {
      law: { text: pageText('results.due', language, { days: value }), basis, certainty },
      rows,
      fields: commandFields('report-results', ['text'], shown),
    };
  },
});
