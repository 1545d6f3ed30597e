import { randomUUID } from 'node:crypto';
import { copyTypes } from '../../../domain/document/copy.ts';
import { mayFollow, onceRecalled, type ReceiptStatus, whileItHolds } from '../../../domain/document/receipt.ts';
import { awaitedSignatory } from '../../../domain/document/signatories.ts';
import { findPageText, type Language } from '../../../templates/page-texts.ts';
import { refusalText } from '../../http/texts.ts';
import type { Parts } from '../../parts.ts';
import { actionsOf } from '../../things/actions.ts';
import type { Reading } from '../../things/reading.ts';
import { foreseenRefusal } from '../../things/try-command.ts';
import { type Choices, type Field, fieldsOf } from '../forms/fields.ts';
import type { FormProblem } from '../forms/give-form.ts';
import type { JsonSchema } from '../forms/json-schema.ts';
import type { KnownDocument } from './known-document.ts';

/** What was posted and not taken, so that it stands there again. */
export type Failed = { command: string; values: unknown; problem: FormProblem };

/** One thing that the reader may do to the document, as a form on its page; `why` says why not now, where the rules will say no. */
export type Deed = {
  command: string;
  title: { vi: string; en: string };
  action: string;
  id: string;
  hidden: { name: string; value: string }[];
  fields: Field[];
  /** A text of the locale files that says what follows. */
  help: string;
  primary: boolean;
  danger: boolean;
  open: boolean;
  why: string | null;
  elsewhere: { server: string; email: string } | null;
};

/** Commands that have their form on the document's page, most usual first. */
export const deedsHere = [
  'approve-draft',
  'prepare-signature',
  'embed-signature',
  'issue',
  'confirm-receipt',
  'return-draft',
  'discard-draft',
  'certify-copy',
  'correct',
  'replace',
  'recall',
] as const;
type Here = (typeof deedsHere)[number];
const primary = new Set<string>(['approve-draft', 'prepare-signature', 'embed-signature', 'issue', 'confirm-receipt']);
const danger = new Set<string>(['return-draft', 'discard-draft', 'recall']);
/** Filled in by the page itself, which shows what they stand for. */
const ofThePage = new Set(['digest', 'previewDigest', 'signature']);

export async function deedsOf(
  known: KnownDocument,
  reading: Reading | null,
  failed: Failed | null,
  now: string,
  parts: Parts,
): Promise<{ deeds: Deed[]; checks: boolean; edits: boolean }> {
  const { thing, caller, language } = known;
  const actions = actionsOf(thing, caller, now);
  const of = (command: string) => actions.find((one) => one.command === command);
  const deeds: Deed[] = [];
  for (const command of deedsHere) {
    const action = of(command);
    if (!action || !isMine(known, command)) continue;
    const mine = failed?.command === command ? failed : null;
    const hidden = hiddenOf(known, command, reading);
    const refusal = foreseenRefusal(thing, command, sampleOf(known, command, hidden), caller, now);
    // Whose it is not is told nothing; whose turn it is not yet is told why.
    if (refusal?.status === 403) continue;
    const fields = fieldsOf({
      name: command,
      schema: withoutOwn(action.schema as JsonSchema),
      values: mine?.values ?? {},
      errors: mine?.problem.errors ?? [],
      choices: choicesOf(known, command),
      language,
    });
    deeds.push({
      command,
      title: action.title,
      action: `/documents/${thing.id}/do/${command}`,
      id: randomUUID(),
      hidden,
      fields: fields.map((field) => apart(field, command)),
      help: `document.help.${command}`,
      primary: primary.has(command),
      danger: danger.has(command),
      open: mine !== null,
      why: refusal ? refusalText(refusal.rule, language, refusal.values) : null,
      elsewhere: command === 'embed-signature' ? await elsewhereOf(known, parts) : null,
    });
  }
  return { deeds, checks: of('check-format') !== undefined, edits: of('edit-draft') !== undefined };
}

/** Whether it is for the caller to do beyond what the chart says: a receipt is its recipients', as long as there is a word left to say. */
const isMine = (known: KnownDocument, command: Here): boolean => command !== 'confirm-receipt' || nextReceipts(known).length > 0;

/** What the caller's own organisations may still say of the document. That it arrived says a machine. */
function nextReceipts({ thing, document, caller }: KnownDocument): ReceiptStatus[] {
  const offices = caller.positions.flatMap((position) => [position, ...(position.formerly ?? [])]);
  const own = document.recipients.filter((one) => offices.some(({ organisationId }) => organisationId === one.organisationId));
  const lasts = own.map(({ status, confirmed }) => status ?? (confirmed === null ? null : '03'));
  const now = thing.state === 'recalled' ? onceRecalled : whileItHolds.slice(1);
  return now.filter((next) => lasts.some((last) => mayFollow(next, last)));
}

function hiddenOf({ document }: KnownDocument, command: Here, reading: Reading | null): Deed['hidden'] {
  if (command === 'approve-draft')
    return [
      { name: 'digest', value: document.digest },
      ...(reading?.preview ? [{ name: 'previewDigest', value: reading.preview.digest }] : []),
    ];
  if (command === 'embed-signature') return [{ name: 'digest', value: document.prepared?.digest ?? '' }];
  return [];
}

/** Content with which the rules are asked whether the form will do any good. */
function sampleOf(known: KnownDocument, command: Here, hidden: Deed['hidden']): unknown {
  const { document } = known;
  const given = Object.fromEntries(hidden.map(({ name, value }) => [name, value]));
  const kind = document.type === copyTypes['sao-y'] ? 'sao-luc' : 'sao-y';
  switch (command) {
    case 'certify-copy':
      return { kind, to: '–', count: 1, excerpt: '' };
    case 'confirm-receipt':
      return { status: nextReceipts(known)[0], note: '–' };
    case 'return-draft':
    case 'discard-draft':
    case 'recall':
    case 'replace':
      return { reason: '–' };
    case 'correct':
      return { reason: '–', text: '–' };
    default:
      return given;
  }
}

/** Choices as far as they lead somewhere: what a receiver may say now, which copies can be made of this. */
function choicesOf(known: KnownDocument, command: Here): Choices {
  const { document, language } = known;
  const told = (names: readonly string[]) => names.map((value) => ({ value, text: choiceText(value, language) }));
  return (place) => {
    if (command === 'confirm-receipt' && place === 'status') return told(nextReceipts(known));
    if (command === 'certify-copy' && place === 'kind')
      return told(document.type === copyTypes['sao-y'] ? ['sao-luc'] : ['sao-y', 'trich-sao']);
    return undefined;
  };
}

const choiceText = (value: string, language: Language): string =>
  findPageText(`choice.status.${value}`, language) ?? findPageText(`choice.${value}`, language) ?? value;

const withoutOwn = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  properties: Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => !ofThePage.has(name) && name !== 'documentId')),
});

/** Fields of several forms of one page have ids of their own. */
const apart = (field: Field, command: string): Field => ({
  ...field,
  id: `${command}-${field.id}`,
  fields: field.fields.map((one) => apart(one, command)),
});

/** How to sign where the key is on the signer's own computer; null where the system reaches it. */
async function elsewhereOf({ document, caller }: KnownDocument, { signers, reader, environment }: Parts): Promise<Deed['elsewhere']> {
  const id = document.route === 'automatic' ? awaitedSignatory(document)?.id : document.signer?.id;
  if (id !== caller.id || !signers.isElsewhere({ kind: 'person', id })) return null;
  const person = await reader.person.findUnique({ where: { id }, select: { email: true } });
  return { server: environment.publicUrl, email: person?.email ?? '' };
}
