import type { FileStore } from '../../files/store.ts';
import type { Reader } from '../../prisma/client.ts';
import { ProblemError } from '../http/problem.ts';
import type { Caller } from '../identity/caller.ts';
import { mimes, recognising, UnknownKind } from './kinds-of-file.ts';
import { noteUpload } from './note-upload.ts';
import { type Incoming, nameOf } from './receive.ts';

const limitBytes = 25_000_000;

/** A file as it was kept. */
export type Kept = { sha256: string; bytes: number; mime: string; name: string };

/**
 * Keeps a file as it streams in, of the kinds that are taken in and at most 25 MB, and notes who handed it in under which name.
 * @throws TooLarge @throws ProblemError 415 by its content, whatever its name says
 */
export async function keepUpload(
  { stream, name }: Incoming,
  caller: Caller,
  { files, reader }: { files: FileStore; reader: Reader },
): Promise<Kept> {
  const told = recognising();
  told.on('error', () => {}); // the store meets it where it reads
  stream.once('error', (error) => told.destroy(error));
  try {
    const kept = await files.put(stream.pipe(told), limitBytes);
    const file = { ...kept, mime: mimes[told.kind()], name: nameOf(name) || `tep.${told.kind()}` };
    await noteUpload(file, caller, reader);
    return file;
  } catch (error) {
    if (error instanceof UnknownKind) throw new ProblemError('wrong-type');
    throw error;
  }
}
