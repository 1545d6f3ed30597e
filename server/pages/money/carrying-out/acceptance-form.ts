import { ruleGround } from '../../../../domain/regulation/rule-ground.ts';
import { acceptedOf, stillToAccept } from '../../../../domain/scheme/outputs.ts';
import { pageText } from '../../../../templates/page-texts.ts';
import { shownNumber } from '../../../../templates/shown-values.ts';
import { cell, errorAt, rowsOf, textOf } from '../cell.ts';
import { commandFields } from '../fields-of.ts';
import { formPages } from '../form-page.ts';
import { volumeOf } from './results-form.ts';
import { uploadsOf } from './uploads.ts';

const outcomes = ['accepted', 'partial', 'failed', 'redo'] as const;

/**
 * The minutes of the acceptance: planned, done and accepted volumes side by side, every reported output filled in as it would be accepted in
 * full; who sat on the committee, one name a line. An output without an outcome stays open.
 */
export const acceptancePages = formPages({
  command: 'record-acceptance',
  view: 'money/acceptance',

  read(posted) {
    const outputs = rowsOf(posted.outputs).flatMap(({ output, volume, outcome }) =>
      textOf(outcome) === '' ? [] : [{ output: Number(output), volume: volumeOf(volume), outcome: textOf(outcome) }],
    );
    const committee = textOf(posted.committee)
      .split('\n')
      .map((name) => name.trim())
      .filter(Boolean);
    return { outputs, committee, text: textOf(posted.text), redoBy: textOf(posted.redoBy) || null };
  },

  async model(shown, parts) {
    const { thing, scheme, language, values, errors } = shown;
    const typed = rowsOf(values?.outputs);
    const rows = await Promise.all(
      stillToAccept(scheme).map(async (output, at) => {
        const { name = '', unit = '', volume = 0 } = scheme.proposal.outputs[output - 1] ?? {};
        const reported = scheme.acceptance.reported.find((one) => one.output === output);
        const index = typed.findIndex((one) => one.output === output);
        const full = reported !== undefined && reported.done >= volume;
        const first = reported && {
          volume: Math.min(reported.done, volume),
          outcome: full ? 'accepted' : reported.done > 0 ? 'partial' : 'failed',
        };
        const one = values ? typed[index] : first;
        const place = index < 0 ? at : index;
        return {
          output,
          name,
          unit,
          planned: shownNumber(volume, language),
          done: reported ? shownNumber(reported.done, language) : null,
          before: shownNumber(acceptedOf(scheme, output), language),
          no: cell(`/outputs/${at}/output`, '', output).name,
          volume: {
            ...cell(`/outputs/${at}/volume`, pageText('output.accepted-of', language, { name }), one?.volume),
            error: errorAt(`/outputs/${place}/volume`, errors),
          },
          outcome: {
            ...cell(`/outputs/${at}/outcome`, pageText('output.outcome-of', language, { name }), ''),
            choices: outcomes.map((value) => ({
              value,
              text: pageText(value === 'accepted' ? 'choice.outcome.accepted' : `choice.${value}`, language),
              chosen: one?.outcome === value,
            })),
          },
          evidence: await uploadsOf(reported?.evidence ?? [], thing.id, parts),
        };
      }),
    );
    const committee = Array.isArray(values?.committee)
      ? (values.committee as string[])
      : (scheme.acceptance.records.at(-1)?.committee ?? []);
    return {
      law: { text: pageText('acceptance.rule', language), ...ruleGround(thing.pack, 'acceptance') },
      rows,
      outputsError: errorAt('/outputs', errors),
      committee: { value: committee.join('\n'), error: errors.find(({ pointer }) => pointer.startsWith('/committee'))?.message ?? null },
      fields: commandFields('record-acceptance', ['text', 'redoBy'], shown),
    };
  },
});
