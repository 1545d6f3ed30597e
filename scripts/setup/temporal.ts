import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { type Command, run } from './command.ts';
import { temporalEnvironment } from './temporal-binary.ts';

/** What workflows show to those who search: where a thing stands, when its next clock is due. No personal data. */
export const searchAttributes = { Stage: 'Keyword', NextDue: 'Datetime' } as const;

const host = '127.0.0.1';
const retention = '87600h';

/** An embedded Temporal server: how to start it and how to reach it. */
export type Temporal = { address: string; namespace: string; command: Command };

type Options = {
  binary: { path: string; version: string };
  port: number;
  uiPort: number | undefined;
  namespace: string /** null keeps nothing: for tests */;
  file: string | null;
};

/** Another version of the server may not read the old one's file; what happens next is then taken up anew from PostgreSQL. */
function keepOneVersion(file: string, version: string): boolean {
  const mark = join(dirname(file), 'version');
  const before = existsSync(mark) ? readFileSync(mark, 'utf8') : version;
  const differs = existsSync(file) && before !== version;
  if (differs) for (const part of ['', '-wal', '-shm']) if (existsSync(file + part)) renameSync(file + part, `${file}.of-${before}${part}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(mark, version);
  return differs;
}

/** How to start the server on its file. */
export function prepareTemporal(options: Options, remark: (text: string) => void): Temporal {
  const { binary, port, uiPort, namespace, file } = options;
  const setAside = file !== null && keepOneVersion(file, binary.version);
  const args = [
    'server',
    'start-dev',
    '--ip',
    host,
    '--port',
    String(port),
    '--log-level',
    'warn',
    '--dynamic-config-value',
    'history.maxInFlightUpdates=50',
  ];
  if (file !== null) args.push('--db-filename', file);
  for (const pragma of ['journal_mode=wal', 'synchronous=1']) args.push('--sqlite-pragma', pragma);
  for (const [name, type] of Object.entries(searchAttributes)) args.push('--search-attribute', `${name}=${type}`);
  if (namespace !== 'default') args.push('--namespace', namespace);
  args.push(...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]));
  remark(`${binary.version} on port ${port}${setAside ? ', begun anew: its file was of another version' : ''}`);
  return { address: `${host}:${port}`, namespace, command: { file: binary.path, args, env: temporalEnvironment(dirname(binary.path)) } };
}

/** Whether something accepts connections at host:port. */
export function accepts(address: string): Promise<boolean> {
  const [name = '', port = ''] = address.split(':');
  return new Promise((resolve) => {
    const socket = connect({ host: name, port: Number(port), timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

/** Whether the server answers for its namespace now. */
export async function temporalAnswers(temporal: Temporal): Promise<boolean> {
  if (!(await accepts(temporal.address))) return false;
  try {
    await operator(temporal, ['namespace', 'describe', '--namespace', temporal.namespace]);
    return true;
  } catch {
    return false;
  }
}

function operator(temporal: Temporal, args: string[]): Promise<string> {
  return run({ ...temporal.command, args: ['operator', ...args, '--address', temporal.address, '--command-timeout', '5s'] }, 10_000);
}

/** Keeps closed workflows for ten years instead of a day, and adds search attributes that an older file lacks. May be done again and again. */
export async function ensureNamespace(temporal: Temporal): Promise<void> {
  const of = ['--namespace', temporal.namespace];
  const [known] = await Promise.all([
    operator(temporal, ['search-attribute', 'list', ...of]),
    operator(temporal, ['namespace', 'update', '--retention', retention, ...of]),
  ]);
  for (const [name, type] of Object.entries(searchAttributes)) {
    if (!new RegExp(`\\b${name}\\b`).test(known))
      await operator(temporal, ['search-attribute', 'create', '--name', name, '--type', type, ...of]);
  }
}
