import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { writeWhole } from './write-whole.ts';

/** Passwords of the embedded database: its superuser, the owner of the tables, and the running system. */
const DatabaseSecrets = z.object({ superuser: z.string(), owner: z.string(), app: z.string() });
export type DatabaseSecrets = z.infer<typeof DatabaseSecrets>;

/** Reads the passwords from `file`, or invents them once. Only the file's owner may read it. */
export function databaseSecrets(file: string): DatabaseSecrets {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const invent = () => randomBytes(24).toString('base64url');
    writeWhole(file, JSON.stringify({ superuser: invent(), owner: invent(), app: invent() }), 0o600);
  }
  chmodSync(file, 0o600);
  return DatabaseSecrets.parse(JSON.parse(readFileSync(file, 'utf8')));
}
