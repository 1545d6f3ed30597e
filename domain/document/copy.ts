import type { DocumentType } from './model.ts';
import type { CopyKind } from './state.ts';

/** The document that a copy of each kind is (Decree 30/2020/NĐ-CP, Article 25). */
export const copyTypes = { 'sao-y': 'certified-copy', 'sao-luc': 'copy-of-copy', 'trich-sao': 'extract' } as const satisfies Record<
  CopyKind,
  DocumentType
>;

/** Whether a document of this type is itself a copy. */
export const isCopy = (type: string): boolean => Object.values<string>(copyTypes).includes(type);
