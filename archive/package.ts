import { z } from 'zod';

/** The layout of an archive package; a later layout gets another number. */
export const packageFormat = 'de-an/ho-so-luu-tru/1';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Path = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._/-]*$/)
  .refine((path) => !path.includes('..') && !path.includes('//'));

/** What a package says of itself (manifest.json): every file in it with its hash, and where each chain of facts ends. */
export const Manifest = z.strictObject({
  format: z.literal(packageFormat),
  scheme: z.strictObject({ id: z.string(), title: z.string(), host: z.string() }),
  /** The day of the deposit, and the moment of the fact that it follows. */
  depositedOn: z.iso.date(),
  at: z.string(),
  documents: z.array(
    z.strictObject({
      path: Path,
      documentId: z.string(),
      type: z.string(),
      title: z.string(),
      symbol: z.string().nullable(),
      date: z.string().nullable(),
      state: z.string(),
      sha256: Sha256,
    }),
  ),
  chains: z.array(z.strictObject({ path: Path, thing: z.string(), kind: z.string(), facts: z.int().positive(), head: Sha256 })),
  files: z.array(z.strictObject({ path: Path, bytes: z.int().nonnegative(), sha256: Sha256 })),
});
export type Manifest = z.infer<typeof Manifest>;

/** A fact as a line of its chain (facts/*.jsonl). */
export const FactLine = z.strictObject({
  seq: z.int().positive(),
  type: z.string(),
  data: z.record(z.string(), z.json()),
  at: z.string(),
  actor: z.string(),
  role: z.string().nullable(),
  commandId: z.string(),
  state: z.string(),
  previousHash: Sha256,
  hash: Sha256,
});
export type FactLine = z.infer<typeof FactLine>;

/** The fixed places of a package. */
export const places = {
  manifest: 'manifest.json',
  index: 'index.html',
  anchors: 'validation/trusted.pem',
  note: 'validation/readme.txt',
} as const;
