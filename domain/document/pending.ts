import { z } from 'zod';

/** A file that waits for a signature made elsewhere, as a command takes it down. */
export const Pending = z.strictObject({
  file: z.hash('sha256'),
  from: z.int().positive(),
  to: z.int().positive(),
  digest: z.hash('sha256'),
  field: z.string().max(60).exactOptional(),
  base: z.hash('sha256').exactOptional(),
});
