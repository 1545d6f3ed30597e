import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { run } from './command.ts';
import { SetupError } from './progress.ts';

/** Generates the database client from the schema, only when the schema or Prisma has changed. Returns whether it did. */
export async function ensurePrismaClient(root: string): Promise<boolean> {
  const require = createRequire(import.meta.url);
  const generated = join(root, 'prisma', 'generated');
  const mark = join(generated, '.schema-sha256');
  const prisma = require.resolve('prisma/package.json');
  const now = createHash('sha256')
    .update(readFileSync(join(root, 'prisma', 'schema.prisma')))
    .update(readFileSync(prisma))
    .digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return false;
  // Generating needs no engine, but the command asks for one: any file that exists will do, and nothing is downloaded.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  const args = [join(prisma, '..', 'build', 'index.js'), 'generate', '--schema', join(root, 'prisma', 'schema.prisma')];
  try {
    await run({ file: process.execPath, args, env });
  } catch (error) {
    throw new SetupError(
      `The database client could not be generated. ${error instanceof Error ? error.message : ''}`,
      'Look at prisma/schema.prisma.',
    );
  }
  writeFileSync(mark, now);
  return true;
}
