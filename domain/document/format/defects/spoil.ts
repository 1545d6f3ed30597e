import type { Article, Block, Point } from '../../block.ts';
import { composeDocument } from '../../compose/all.ts';
import { type SampleSize, sampleInputs } from '../../compose/samples/all.ts';
import type { DocumentType, OfficialDocument, SignatureBlock } from '../../model.ts';
import type { Table } from '../../table.ts';
import type { FormatRule } from '../rules.ts';

/** One thing made wrong in a clean sample, and the rule that has to see it. */
export type Defect = { name: string; type: DocumentType; rule: FormatRule; spoil(document: OfficialDocument): void };

export const sample = (type: DocumentType, size: SampleSize = 'normal'): OfficialDocument =>
  composeDocument(type, sampleInputs[type][size]);

/** The sample of its type with the defect in it. */
export function spoilt({ type, spoil }: Pick<Defect, 'type' | 'spoil'>): OfficialDocument {
  const document = structuredClone(sample(type));
  spoil(document);
  return document;
}

export function article(document: OfficialDocument, number: number): Article {
  const found = document.body.find((block): block is Article => block.kind === 'article' && block.number === number);
  if (!found) throw new Error(`no article ${number}`);
  return found;
}
export function signature(document: OfficialDocument): SignatureBlock {
  const [block] = document.signatures;
  if (!block) throw new Error('no signature');
  return block;
}
export function tableOf(blocks: readonly Block[]): Table {
  const found = blocks.find((block) => block.kind === 'table');
  if (!found) throw new Error('no table');
  return found.table;
}
export function annexOf(document: OfficialDocument): OfficialDocument['annexes'][number] {
  const [annex] = document.annexes;
  if (!annex) throw new Error('no annex');
  return annex;
}
export const points = (document: OfficialDocument, number: number): Point[] => article(document, number).points;
export const signedBy =
  (capacity: string[], title: string) =>
  (document: OfficialDocument): void => {
    Object.assign(signature(document), { capacity, title });
  };
export const replaceIn =
  (list: 'bases' | 'recipients', at: number, text: string) =>
  (document: OfficialDocument): void => {
    document[list][at] = text;
  };
export const last = <T>(list: T[]): T => {
  const found = list.at(-1);
  if (found === undefined) throw new Error('an empty list');
  return found;
};
export const edit = (text: string | undefined, from: string | RegExp, to: string): string => {
  const changed = (text ?? '').replace(from, to);
  if (changed === text) throw new Error(`nothing to spoil: ${String(from)}`);
  return changed;
};
export const paragraphAt = (document: OfficialDocument, nth: number): { text: string } => {
  const found = document.body.filter((block) => block.kind === 'paragraph').at(nth);
  if (!found) throw new Error('no paragraph');
  return found;
};

/** A defect as the tables have it. */
export type Row = [name: string, type: DocumentType, rule: FormatRule, spoil: (document: OfficialDocument) => void];
