import { signatoriesOf } from '../../../domain/document/signatories.ts';
import type { DocumentRecord } from '../../../domain/document/state.ts';
import { type Language, pageText } from '../../../templates/page-texts.ts';
import { refusalText } from '../../http/texts.ts';

/** A fact as the steps need it: what, when, by whom. */
export type Happened = { type: string; at: string; actor: string; data: Record<string, unknown> };
/** One step from the draft to the signed file: done (when, by whom), the next one now, or still to come. */
export type Step = { title: string; state: 'done' | 'now' | 'open'; at: string | null; by: string | null };
export type Signing = { steps: Step[]; refused: string | null };

const issued = new Set(['issued', 'corrected', 'replaced', 'recalled']);
const signed = new Set(['signed', ...issued]);
const before = new Set(['draft', 'checked', 'approved', 'discarded']);

/**
 * How far a document has come with its signatures, step by step. Facts are those since the signing began last; null before that, and for those
 * drafts that never came to it.
 */
export function signingOf(
  document: DocumentRecord,
  state: string,
  facts: readonly Happened[],
  nameOf: (id: string) => string,
  language: Language,
): Signing | null {
  if (before.has(state)) return null;
  const since = facts.findLastIndex(({ type }) => type === 'signature-begun');
  const now = facts.slice(Math.max(0, since));
  const first = (type: string) => now.find((fact) => fact.type === type);
  const say = (key: string, values: Record<string, unknown> = {}) => pageText(`document.step.${key}`, language, values);
  const step = (title: string, done: Happened | undefined, by: string | null = done ? nameOf(done.actor) : null): Omit<Step, 'state'> => ({
    title,
    at: done?.at ?? null,
    by,
  });
  const bySignature = now.filter(({ type }) => type === 'person-signed' || type === 'organisation-signed');
  const signatures = signatoriesOf(document).map(({ field, by, name }, index) =>
    step(
      say(by === 'person' ? 'person' : 'organisation', { name }),
      bySignature.find(({ data }) => data.field === field) ?? (document.signed?.includes(field) ? bySignature[index] : undefined),
      null,
    ),
  );
  const lasting = ['evidence-stored', 'file-signed'];
  const steps = [
    ...(document.route === 'signed' ? [step(say('number', { symbol: document.symbol ?? '…' }), first('signature-begun'))] : []),
    step(say('file'), first('file-prepared'), null),
    ...signatures,
    step(say('evidence'), first('evidence-stored'), null),
    step(
      say('stamp'),
      now.findLast(({ type }) => type === lasting[1] || type === 'file-rendered'),
      null,
    ),
    // What no clerk issues is issued with its time-stamp.
    step(say('issued'), first('document-issued') ?? first('file-rendered'), document.issuedBy ? nameOf(document.issuedBy) : null),
  ];
  const doneUpTo = issued.has(state) ? steps.length : signed.has(state) ? steps.length - 1 : 0;
  const next = steps.findIndex(({ at }) => at === null);
  const refused = document.refusedSignature;
  return {
    steps: steps.map((one, index) => ({
      ...one,
      state: one.at !== null || index < doneUpTo ? 'done' : index === next ? 'now' : 'open',
    })),
    refused: refused ? refusalText(refused.rule, language, refused.values) : null,
  };
}
