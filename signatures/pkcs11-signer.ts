import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { SigningProblem, said } from './problem.ts';
import type { Signer } from './signer.ts';

const run = promisify(execFile);
const patienceMs = 20_000;

/** A key on a token or in a security module, by way of its PKCS#11 library. */
export const Pkcs11Key = z.strictObject({
  kind: z.literal('pkcs11'),
  /** The library of its maker, such as /usr/lib/softhsm/libsofthsm2.so. */
  module: z.string().min(1),
  token: z.string().min(1),
  /** Label of the key and of its certificate. */
  label: z.string().min(1),
  /** File with the PIN, readable by its owner alone. */
  pinFile: z.string().min(1),
  /** File with the certificates above it, in PEM. */
  chain: z.string().min(1),
});
export type Pkcs11Key = z.infer<typeof Pkcs11Key>;

/**
 * Signs by `pkcs11-tool` of OpenSC: each signature is one call of the program, in which the key never leaves its device. The PIN goes by the
 * environment, never on the command line. Throws a SigningProblem that says what is missing.
 */
export function pkcs11Signer(key: Pkcs11Key, name: string, chainOf: (path: string) => Promise<Buffer[]>): Signer {
  async function tool(args: string[], env: Record<string, string> = {}): Promise<void> {
    const own = ['--module', key.module, '--token-label', key.token];
    try {
      await run('pkcs11-tool', [...own, ...args], { timeout: patienceMs, env: { ...process.env, ...env } });
    } catch (error) {
      throw new SigningProblem({ kind: 'key-away', name, why: reason(error) }, error);
    }
  }

  /** What the program writes, by way of files in a folder of its own. */
  async function made(input: Uint8Array | null, args: (input: string, output: string) => string[], env?: Record<string, string>) {
    const folder = await mkdtemp(join(tmpdir(), 'pkcs11-'));
    try {
      const [from, to] = [join(folder, 'in'), join(folder, 'out')];
      if (input) await writeFile(from, input);
      await tool(args(from, to), env);
      return await readFile(to);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  let certificate: Promise<Buffer> | undefined;
  return {
    certificate() {
      certificate ??= made(null, (_, to) => ['--read-object', '--type', 'cert', '--label', key.label, '--output-file', to]);
      certificate.catch(() => {
        certificate = undefined;
      });
      return certificate;
    },
    chain: () => chainOf(key.chain),
    async sign(bytes) {
      const pin = await readFile(key.pinFile, 'utf8').catch((error: unknown) => {
        throw new SigningProblem({ kind: 'key-away', name, why: said(error) }, error);
      });
      const login = ['--login', '--pin', 'env:PKCS11_PIN'];
      const sign = (from: string, to: string) => [
        ...login,
        '--sign',
        '--mechanism',
        'SHA256-RSA-PKCS',
        '--label',
        key.label,
        '--input-file',
        from,
        '--output-file',
        to,
      ];
      return made(bytes, sign, { PKCS11_PIN: pin.trim() });
    },
  };
}

const noProgram = {
  vi: 'máy này không có chương trình pkcs11-tool (gói opensc).',
  en: 'this machine has no program pkcs11-tool (package opensc).',
};

/** What to tell whoever runs the system: the program is not there, or what it said. */
function reason(error: unknown): string | { vi: string; en: string } {
  const { code, stderr } = error as { code?: unknown; stderr?: string };
  if (code === 'ENOENT') return noProgram;
  return said((stderr ?? '').split('\n').findLast((line) => /error/i.test(line)) ?? error);
}
