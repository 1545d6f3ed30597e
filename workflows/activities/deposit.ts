import { readFile } from 'node:fs/promises';
import { type Chain, type Deposited, makePackage } from '../../archive/make-package.ts';
import type { FactLine } from '../../archive/package.ts';
import { type Committing, commit } from '../../commit/commit.ts';
import { fulfil } from '../../commit/fulfil.ts';
import { derivedId } from '../../commit/home.ts';
import type { DocumentRecord } from '../../domain/document/state.ts';
import type { Scheme } from '../../domain/scheme/state.ts';
import { dateOf } from '../../domain/time/programme-day.ts';
import type { FileStore } from '../../files/store.ts';
import { process } from '../process.ts';
import { type OwedRow, owedRow } from './owed.ts';

export type Depositing = { committing: Committing; files: Pick<FileStore, 'put' | 'get'>; trustAnchors: string };

const factsText = `SELECT f.thing_id AS thing, t.kind, f.seq, f.type, f.data, f.at, f.actor, f.role, f.command_id AS "commandId", f.state, f.previous_hash AS "previousHash", f.hash
  FROM fact f JOIN thing t ON t.id = f.thing_id WHERE f.thing_id = ANY($1) AND (f.thing_id <> $2 OR f.seq <= $3) ORDER BY array_position($1, f.thing_id), f.seq`;

/**
 * Makes the archive package of a scheme that is deposited (nộp lưu; Decree 30/2020/NĐ-CP, Article 30), keeps it in the file store and takes that down:
 * documents as they lie in the store now, facts up to the deposit.
 */
export const deposit =
  (at: Depositing) =>
  async (key: string): Promise<void> => {
    const owed = await owedRow(at.committing, key);
    if (!owed || owed.done) return;
    const { zip, documents } = await packageOf(at, owed);
    const { sha256, bytes } = await at.files.put(zip);
    const outcome = await commit(at.committing, {
      id: derivedId(key),
      kind: 'scheme',
      thing: owed.thing,
      name: 'record-deposit',
      input: { file: sha256, bytes, documents },
      actor: process,
      settles: key,
    });
    if (outcome.refused) await fulfil(at.committing, key, { refused: outcome.refused.rule });
  };

async function packageOf(at: Depositing, owed: OwedRow): Promise<{ zip: Buffer; documents: number }> {
  const { database } = at.committing;
  const { rows: schemes } = await database.query<{ data: Scheme }>({
    name: 'deposit-scheme',
    text: 'SELECT data FROM thing WHERE id = $1',
    values: [owed.thing],
  });
  const scheme = schemes[0]?.data;
  if (!scheme) throw new Error(`There is no scheme ${owed.thing}.`);
  const ids = [...new Set(scheme.documents.map(({ documentId }) => documentId))];
  const { rows: things } = await database.query<{ id: string; state: string; data: DocumentRecord }>({
    name: 'deposit-documents',
    text: 'SELECT id, state, data FROM thing WHERE id = ANY($1) ORDER BY array_position($1, id)',
    values: [ids],
  });
  const documents: Deposited[] = [];
  for (const { id, state, data } of things) {
    if (data.file === null) throw new Error(`The document ${id} has no file to be deposited.`);
    const { type, title, symbol, date } = data;
    documents.push({ documentId: id, type, title, symbol, date, state, pdf: await at.files.get(data.file) });
  }
  const { zip } = makePackage({
    scheme: { id: owed.thing, title: scheme.proposal.title, host: scheme.host.name },
    depositedOn: dateOf(owed.at),
    at: owed.at,
    documents,
    chains: await chainsOf(at.committing, [owed.thing, ...ids], owed),
    anchors: await readFile(at.trustAnchors, 'utf8').catch(() => null),
  });
  return { zip, documents: documents.length };
}

async function chainsOf({ database }: Committing, ids: string[], { thing, seq }: OwedRow): Promise<Chain[]> {
  const { rows } = await database.query<FactLine & { thing: string; kind: string }>({
    name: 'deposit-facts',
    text: factsText,
    values: [ids, thing, seq],
  });
  return [...Map.groupBy(rows, (row) => row.thing)].map(([id, facts]) => ({
    thing: id,
    kind: facts[0]?.kind ?? '',
    facts: facts.map(({ thing: _, kind: __, ...fact }) => fact),
  }));
}
