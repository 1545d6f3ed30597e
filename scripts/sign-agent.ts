import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { openApi } from '../signatures/agent/api.ts';
import { serveAgent } from '../signatures/agent/serve.ts';
import { pemSigner } from '../signatures/development-signer.ts';
import { pkcs11Signer } from '../signatures/pkcs11-signer.ts';
import { readCertificate } from '../signatures/read-certificate.ts';
import type { Signer } from '../signatures/signer.ts';
import { certificatesOf } from '../workflows/activities/pdf/certificate.ts';

/** `npm run sign-agent`: on the signer's own computer. It shows what is about to be signed on a page of this machine, and signs with a key file or a token. */
const usage = `npm run sign-agent -- --server https://… --email … (--key key.pem | --module … --token … --label … --pin-file … --chain …)
  --server         address of the system (http://127.0.0.1:3000)
  --email          the signer's; the password is asked for, or read from --password-file
  --key            PEM file with key, certificate and those above it
  --module --token --label --pin-file --chain
                   PKCS#11 library, token, label of key and certificate, file with the PIN, PEM file with the certificates above
  --port           of the page on this machine (7390)`;
const { values } = parseArgs({
  options: {
    server: { type: 'string', default: 'http://127.0.0.1:3000' },
    email: { type: 'string' },
    'password-file': { type: 'string' },
    key: { type: 'string' },
    module: { type: 'string' },
    token: { type: 'string' },
    label: { type: 'string' },
    'pin-file': { type: 'string' },
    chain: { type: 'string' },
    port: { type: 'string', default: '7390' },
  },
});

function signerOf(): Signer | null {
  const { key, module, token, label, 'pin-file': pinFile, chain } = values;
  if (key !== undefined) return pemSigner(readFileSync(key, 'utf8'));
  if (!module || !token || !label || !pinFile || !chain) return null;
  const device = { kind: 'pkcs11' as const, module, token, label, pinFile, chain };
  return pkcs11Signer(device, label, async (path) => certificatesOf(await readFile(path, 'utf8')));
}

async function passwordOf(): Promise<string> {
  const path = values['password-file'];
  if (path !== undefined) return readFileSync(path, 'utf8').trim();
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const password = await terminal.question('Mật khẩu · Password: ');
  terminal.close();
  return password;
}

const signer = signerOf();
if (!signer || values.email === undefined) {
  console.error(usage);
  process.exit(2);
}
try {
  const { name, until } = readCertificate(await signer.certificate());
  const api = await openApi(values.server, values.email, await passwordOf());
  const server = serveAgent(api, signer).listen(Number(values.port), '127.0.0.1');
  await once(server, 'listening');
  console.log(`${name}, chứng thư số đến · certificate until ${until.toISOString().slice(0, 10)}`);
  console.log(`Mở · Open: http://127.0.0.1:${values.port}/ (Ctrl-C: dừng · stop)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
