import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const here = dirname(fileURLToPath(import.meta.url));
const filters = { externalTables: [], externalEnums: [] };

/** The adapter cuts a script at every semicolon, also inside a function's body; sent whole it is one transaction as well. */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

/** The engine's imports; the timer that limits its connecting must not keep a process alive that is done. */
function importsOf(glue: object): WebAssembly.ModuleImports {
  const functions = Object.entries(glue).filter(
    (entry): entry is [string, (...args: unknown[]) => unknown] => typeof entry[1] === 'function',
  );
  return Object.fromEntries(
    functions.map(([name, call]) => {
      if (!name.startsWith('__wbg_setTimeout')) return [name, call];
      const unreferenced = (...args: unknown[]) => {
        const timer = call(...args);
        if (timer instanceof Object && 'unref' in timer && typeof timer.unref === 'function') timer.unref();
        return timer;
      };
      return [name, unreferenced];
    }),
  );
}

let glued: ReturnType<typeof glueEngine> | undefined;

/** The engine's module, bound once: a second instance would be handed what the first one's finalizers free. */
async function glueEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const wasm = new WebAssembly.Module(readFileSync(join(folder, 'schema_engine_bg.wasm')));
  const instance = new WebAssembly.Instance(wasm, { './schema_engine_bg.js': importsOf(glue) });
  const bind: unknown = Reflect.get(glue, '__wbg_set_wasm');
  const start: unknown = instance.exports.__wbindgen_start;
  if (typeof bind !== 'function' || typeof start !== 'function')
    throw new Error('@prisma/schema-engine-wasm is not of the expected version');
  bind(instance.exports);
  start();
  return glue;
}

/** Lends Prisma's own migration engine as WebAssembly: no engine binary is downloaded, and the database is left as `prisma migrate deploy` would leave it. */
async function withEngine<Result>(url: string, work: (engine: SchemaEngine) => Promise<Result>): Promise<Result> {
  glued ??= glueEngine();
  const glue = await glued;
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  // A database that is stopped meanwhile: the statement under way fails, and says so.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    const engine = await glue.SchemaEngine.new(
      { datamodels: undefined },
      () => {},
      bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool)),
    );
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

function migrationsIn(dir: string) {
  const lockfile = join(dir, 'migration_lock.toml');
  const names = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: resolve(dir),
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : null },
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(dir, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/** Whoever applies migrations holds it, so that nobody takes another's work under way for work that was cut off. */
const lock = 6_452_021;

/** Applies all migrations that the database has not seen; returns their names. `url` is the owner's. One at a time: a second one waits. */
export async function applyMigrations(url: string, dir = join(here, 'migrations')): Promise<string[]> {
  const holder = new pg.Client({ connectionString: url });
  // A database that is stopped meanwhile: the statement under way fails, and says so.
  holder.on('error', () => {});
  await holder.connect();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [lock]);
    await takeUpCutOff(holder);
    return await withEngine(
      url,
      async (engine) => (await engine.applyMigrations({ migrationsList: migrationsIn(dir), filters })).appliedMigrationNames,
    );
  } finally {
    await holder.end().catch(() => undefined);
  }
}

/**
 * A migration that was cut off, by a stop or a power cut, has done nothing, since each is one transaction: it is noted as rolled back, as
 * `prisma migrate resolve --rolled-back` does, and so applied anew. One that is wrong fails again, and says why.
 */
async function takeUpCutOff(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there");
  if (rows[0]?.there)
    await client.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL');
}

/** The SQL from one schema (or nothing) to another. The database is only connected to, not changed. */
function difference(url: string, from: string | null, to: string): Promise<string> {
  const datamodel = (content: string) => ({ tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] });
  const target = { from: from === null ? { tag: 'empty' as const } : datamodel(from), to: datamodel(to) };
  return withEngine(url, async (engine) => (await engine.diff({ ...target, script: true, exitCode: null, filters })).stdout ?? '');
}

/** Writes a migration from an earlier schema (or nothing) to the present one; returns its folder. */
async function createMigration(url: string, name: string, earlierSchema: string | undefined): Promise<string> {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const dir = join(here, 'migrations', `${stamp}_${name}`);
  const sql = await difference(
    url,
    earlierSchema === undefined ? null : readFileSync(earlierSchema, 'utf8'),
    readFileSync(join(here, 'schema.prisma'), 'utf8'),
  );
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'migration.sql'), sql);
  writeFileSync(join(here, 'migrations', 'migration_lock.toml'), 'provider = "postgresql"\n');
  return dir;
}

if (import.meta.main) {
  const { needed, readEnvironment } = await import('../config/environment.ts');
  const url = needed(readEnvironment(), 'databaseOwnerUrl');
  const [verb, name, earlierSchema] = process.argv.slice(2);
  if (verb === 'apply') console.log((await applyMigrations(url)).join('\n') || 'nothing new');
  else if (verb === 'create' && name) console.log(await createMigration(url, name, earlierSchema));
  else console.error('migrate.ts apply | migrate.ts create NAME [EARLIER_SCHEMA_FILE]');
}
