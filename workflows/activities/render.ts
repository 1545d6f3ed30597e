import { heartbeat } from '@temporalio/activity';
import { type Committing, commit } from '../../commit/commit.ts';
import { fulfil } from '../../commit/fulfil.ts';
import { derivedId } from '../../commit/home.ts';
import type { Json } from '../../domain/command.ts';
import { checkFormat } from '../../domain/document/format/check.ts';
import { type Finding, type FormatContext, judged } from '../../domain/document/format/finding.ts';
import type { DocumentRecord } from '../../domain/document/state.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import type { FileStore } from '../../files/store.ts';
import { process } from '../process.ts';
import { type OwedRow, owedRow } from './owed.ts';
import { checkPdf } from './pdf/format/check-pdf.ts';
import { openOwnPdf } from './pdf/own-pdf.ts';
import { type Misprint, prepare } from './pdf/prepare.ts';
import type { Renderer } from './pdf/renderer.ts';

export type Rendering = { committing: Committing; files: FileStore; renderer: Renderer };

/** The immutable snapshot of a document without a signer as PDF, archival parts and empty fields in place. Seal, evidence and time-stamp follow; then it is issued. */
export const render =
  (at: Rendering) =>
  async (key: string): Promise<void> => {
    const work = await documentOf(at.committing, key);
    if (!work) return;
    const { content } = work.document;
    const rendered = await alive(at.renderer.render(content));
    const file = await alive(prepare(rendered, content, new Date(), await copiedFile(at, work.document)));
    const findings = unfit(at.committing, file, work);
    const { sha256 } = await at.files.put(file);
    // Nobody could mend it: it follows from facts. What is wrong with it is kept with it, for all to see.
    await takeDown(at.committing, work.owed, 'record-prepared', { file: sha256, digest: sha256, ...(findings.length > 0 && { findings }) });
  };

/**
 * The issued file that a copy is of, where the whole of it goes with the copy: it has to be that of the document with which the copy hangs together,
 * so that no words in a draft reach for another's file.
 */
export async function copiedFile(at: Rendering, { content, links }: DocumentRecord): Promise<Buffer | undefined> {
  const source = links.find(({ kind }) => kind === 'copies');
  if (!content.copied || !source) return undefined;
  const { rows } = await at.committing.database.query({
    name: 'copied-file',
    text: 'SELECT 1 FROM document WHERE id = $1 AND (file = $2 OR $2 = ANY(former_files))',
    values: [source.documentId, content.copied.sha256],
  });
  return rows.length === 0 ? undefined : at.files.get(content.copied.sha256);
}

type Work = { document: DocumentRecord; owed: OwedRow; pack: string };

/** What is wrong with pages that were made to be signed, by the law that the document lives by; what nobody checked before is checked here as a whole. */
export function unfit(at: Committing, file: Uint8Array, work: Work): Finding[] {
  const { content, signer } = work.document;
  const context = lawOf(at, work);
  return [...(signer ? [] : checkFormat(content, context)), ...checkPdf(file, content, context)];
}

/** What counts most and cannot be read in the pages, as findings. */
export const lost = (at: Committing, { missing }: Misprint, work: Work): Finding[] =>
  judged(
    lawOf(at, work),
    missing.map((text) => ({ rule: 'page.text-lost', pointer: '', values: { text } })),
  );

function lawOf({ packs }: Committing, { owed, pack }: Work): FormatContext {
  const law = packs.get(pack);
  if (!law) throw new Error(`The pack ${pack}, by which ${owed.thing} lives, is not loaded.`);
  return { pack: law, on: dateOf(owed.at) };
}

/** The obligation and the document that it is about; null if it is done already. */
export async function documentOf(at: Committing, key: string): Promise<Work | null> {
  const owed = await owedRow(at, key);
  if (!owed || owed.done) return null;
  const { rows } = await at.database.query<{ data: DocumentRecord; pack: string }>({
    name: 'document-data',
    text: 'SELECT data, pack FROM thing WHERE id = $1',
    values: [owed.thing],
  });
  const [row] = rows;
  return row ? { owed, document: row.data, pack: row.pack } : null;
}

/** Takes a step of the document down and marks the obligation done, in one transaction. A refusal means that the document has gone on: only the mark is owed then. */
export async function takeDown(at: Committing, owed: OwedRow, name: string, input: Json): Promise<void> {
  const outcome = await commit(at, {
    id: derivedId(owed.key),
    kind: 'document',
    thing: owed.thing,
    name,
    input,
    actor: process,
    settles: owed.key,
  });
  if (outcome.refused) await fulfil(at, owed.key, { refused: outcome.refused.rule });
}

/** Says that it is alive while something long is made, so that a render worker that died is noticed within seconds. */
export async function alive<T>(work: Promise<T>): Promise<T> {
  const beat = setInterval(() => heartbeat(), 3_000);
  try {
    return await work;
  } finally {
    clearInterval(beat);
  }
}

/** Number of pages of a file. */
export const pagesOf = async (pdf: Uint8Array): Promise<number> => openOwnPdf(pdf).getPageCount();
