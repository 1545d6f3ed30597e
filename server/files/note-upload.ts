import type { Reader } from '../../prisma/client.ts';
import type { Caller } from '../identity/caller.ts';

type Kept = { sha256: string; bytes: number; mime: string; name: string };

/** Notes a kept file, and that this person handed it in, under which name. What was noted before, of others too, stays. */
export async function noteUpload(file: Kept, caller: Caller, reader: Reader): Promise<void> {
  const { sha256, name } = file;
  await reader.file.createMany({ data: [{ ...file, uploadedBy: caller.id }], skipDuplicates: true });
  await reader.upload.createMany({ data: [{ sha256, personId: caller.id, name }], skipDuplicates: true });
}
