import { issuersSeal } from '../../domain/document/signatories.ts';
import type { DocumentRecord } from '../../domain/document/state.ts';
import type { FileStore } from '../../files/store.ts';
import type { Document } from '../../prisma/generated/client.ts';
import { compareFiles } from '../../verification/compare-files.ts';
import type { FileComparison, Registered, RequiredSignature } from '../../verification/verdict.ts';
import type { Parts } from '../parts.ts';

/** A document of the register with what a verdict needs of it. */
export type RegisterEntry = { document: Document; record: DocumentRecord | null; pack: string | undefined; status: Registered['status'] };

const statuses: Record<string, Registered['status']> = {
  issued: 'in-force',
  corrected: 'corrected',
  replaced: 'replaced',
  recalled: 'recalled',
};

/** A code as it is printed, whatever a reader has made of it: in capitals, without the hyphens that help the eye. */
const asPrinted = (code: string): string => code.toUpperCase().replaceAll('-', '');

/**
 * Looks a document up: by the code that was asked for; without one by the exact bytes of its file, now or before its time-stamp was renewed;
 * or else by the code that the file says it has, which only tells with what to compare it.
 */
export async function entryOf(
  asked: { code?: string | undefined; sha256?: string | undefined; claimed?: string | null | undefined },
  { reader }: Pick<Parts, 'reader'>,
): Promise<RegisterEntry | null> {
  const { code, sha256, claimed } = asked;
  const byCode = (one: string) => reader.document.findFirst({ where: { code: { in: [one, asPrinted(one)] } } });
  const byFile = async () =>
    sha256 === undefined ? null : reader.document.findFirst({ where: { OR: [{ file: sha256 }, { formerFiles: { has: sha256 } }] } });
  const document = code === undefined ? ((await byFile()) ?? (claimed ? await byCode(claimed) : null)) : await byCode(code);
  if (!document) return null;
  const thing = await reader.thing.findUnique({ where: { id: document.id }, select: { data: true, pack: true } });
  return {
    document,
    record: thing ? (thing.data as unknown as DocumentRecord) : null,
    pack: thing?.pack,
    status: statuses[document.state] ?? 'never-issued',
  };
}

/** Of a copy with which the original goes: which file that is, and whether it is, or was before a renewal, that of a document of the register. */
export async function copiedFile(
  record: Pick<DocumentRecord, 'content'> | null,
  { reader }: Pick<Parts, 'reader'>,
): Promise<Pick<Registered, 'copied'>> {
  const sha256 = record?.content.copied?.sha256;
  if (sha256 === undefined) return {};
  const original = await reader.document.findFirst({ where: { OR: [{ file: sha256 }, { formerFiles: { has: sha256 } }] } });
  return { copied: { sha256, known: original !== null } };
}

/** How a file compares with the issued one and the earlier archived forms of it. */
export async function comparison(bytes: Buffer, sha256: string, { document }: RegisterEntry, files: FileStore): Promise<FileComparison> {
  if (document.file === sha256 || document.formerFiles.includes(sha256)) return 'same';
  const issued = document.file === null ? null : await files.get(document.file).catch(() => null);
  const how = issued ? compareFiles(bytes, issued) : 'other';
  return how === 'same' ? 'other' : how;
}

/**
 * Whose signatures a document needs. A paper on the route `automatic` has its signatories from its draft on; a box without one is nobody's, since
 * nobody held the office. Of all others the document's own data say it: every person's box and every place for a seal, the seal alone where nobody
 * signs in person. The first box is the signer's, by the name in the register; between two sides the place for a seal of side A is the issuer's.
 */
export function requiredSignatures({
  content,
  signer,
  signatories,
}: Pick<DocumentRecord, 'content' | 'signer' | 'signatories'>): RequiredSignature[] {
  if (signatories) {
    const open = content.signatures.filter(({ field }) => !signatories.some((one) => one.field === field));
    return [
      ...signatories.map(({ field, by, name }): RequiredSignature => ({ field, by, name })),
      ...open.map(({ field, title }): RequiredSignature => ({ field, by: 'nobody', name: title })),
    ];
  }
  const persons = content.signatures.map(({ field, name, title }, index): RequiredSignature => {
    const named = index === 0 ? (signer?.name ?? name) : name;
    return { field, by: 'person', name: named ?? title };
  });
  const places = content.signatures.flatMap(({ seal, party }) => (seal === undefined ? [] : [{ seal, party }]));
  const own = issuersSeal(content.signatures);
  const seals = places.map(({ seal, party }): RequiredSignature => {
    const name = seal === own ? content.issuer.name : (party ?? content.issuer.name);
    return { field: seal, by: 'organisation', name };
  });
  return [...(signer === null ? [] : persons), ...seals];
}
