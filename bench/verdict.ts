import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { browserEnvironment } from '../config/browser-environment.ts';
import { composeDocument } from '../domain/document/compose/all.ts';
import { sampleInputs } from '../domain/document/compose/samples/all.ts';
import { openExaminer } from '../verification/examine-apart.ts';
import { verdictOf } from '../verification/verdict.ts';
import { certificatesOf } from '../workflows/activities/pdf/certificate.ts';
import { openDevelopmentAuthority } from '../workflows/activities/pdf/dev-certificates.ts';
import { append, openPdf } from '../workflows/activities/pdf/increment.ts';
import { makeLongTerm } from '../workflows/activities/pdf/long-term.ts';
import { prepare } from '../workflows/activities/pdf/prepare.ts';
import { openRenderer } from '../workflows/activities/pdf/renderer.ts';
import { signField } from '../workflows/activities/pdf/signer.ts';
import { type Finding, median, ms, percentile, times, took } from './measure.ts';
import type { OwnServices } from './own-services.ts';

const run = promisify(execFile);
const rounds = 60;
const fileBytes = 1_000_000;
const betweenMs = 250;
const target = 4;

/** A verdict on a document of 1 MB, in a process of its own, against poppler's `pdfsig` on the same file. */
export async function verdict(own: OwnServices): Promise<Finding> {
  const { file, roots, required } = await lastingDocument(own);
  const path = join(own.folder, 'verdict.pdf');
  writeFileSync(path, file);
  const trust = trusting(own.folder, roots.pem);
  const examiner = openExaminer();
  own.inTheEnd(async () => examiner.close());
  const judge = async () => {
    const examination = await examiner.examine(file, { roots: roots.der, now: new Date() });
    const { verdict: level } = verdictOf(examination, { status: 'in-force', sameFile: 'same', required });
    if (level !== 'valid') throw new Error(`The document for the benchmark is ${level}.`);
  };
  await judge();

  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await pause(betweenMs);
    ours.push(await took(judge));
    if (trust === null) continue;
    await pause(betweenMs);
    theirs.push(await took(() => run('pdfsig', [...trust, path])));
  }
  const [p95, p50] = [percentile(ours, 95), median(ours)];
  const size = `${(file.length / 1e6).toFixed(1)} MB, two signatures, evidence, time-stamp`;
  const against = theirs.length > 0 ? { p95: percentile(theirs, 95), p50: median(theirs) } : null;
  const row = (name: string, mine: number, other: number | undefined) => ({
    what: `verdict on a document of ${size}, ${name}`,
    figure: ms(mine),
    baseline: other === undefined ? 'pdfsig is not installed' : `${ms(other)}, pdfsig`,
    ratio: other === undefined ? '–' : times(mine / other),
  });
  return {
    rows: [
      { ...row('p95', p95, against?.p95), target: `≤ ${target}×`, met: against ? p95 / against.p95 <= target : null },
      { ...row('p50', p50, against?.p50), target: '–', met: null },
    ],
    notes: [
      `${rounds} verdicts and as many runs of pdfsig, in turn, ${betweenMs} ms apart: each verdict has a process of its own, and the next one starts meanwhile. Both are given the same trusted root.`,
      'pdfsig checks the two signatures and trusts their certificates; the verdict also reads the whole chain of revisions, what changed in each, every time-stamp, OCSP answer and revocation list.',
    ],
  };
}

/** An issued decision with all its signatures, made heavy by an object that nobody compresses. */
async function lastingDocument(own: OwnServices) {
  const { executablePath, libraries, fonts } = await own.browser();
  const renderer = await openRenderer({ executablePath, env: browserEnvironment(libraries, fonts), pages: 1 });
  own.inTheEnd(() => renderer.close());
  const document = composeDocument('approval-decision', sampleInputs['approval-decision'].normal);
  const now = new Date();
  const prepared = await heavier(await prepare(await renderer.render(document), document, now));
  const authority = await openDevelopmentAuthority(join(own.folder, 'certificates'));
  const [name, organisation] = [document.signatures[0]?.name ?? '', document.issuer.name];
  const person = await authority.signerFor({ kind: 'person', id: 'mau', name, organisation });
  const house = await authority.signerFor({ kind: 'organisation', id: 'mau', name: organisation, organisation });
  const byPerson = await signField(prepared, person, { field: 'ChuKy', at: now, name, certify: true }, authority.timeStamper);
  const byBoth = await signField(byPerson, house, { field: 'ConDau', at: now, name: organisation }, authority.timeStamper);
  const file = await makeLongTerm(byBoth, await authority.evidenceFor([person, house]), authority.timeStamper);
  const pem = authority.exportRoot();
  return {
    file,
    roots: { pem, der: certificatesOf(pem) },
    required: [
      { field: 'ChuKy', by: 'person' as const, name },
      { field: 'ConDau', by: 'organisation' as const, name: organisation },
    ],
  };
}

async function heavier(prepared: Buffer): Promise<Buffer> {
  const doc = await openPdf(prepared);
  const filling = randomBytes(Math.max(0, fileBytes - 2 * prepared.length));
  return append(prepared, doc, [[doc.context.nextRef(), doc.context.stream(filling)]]);
}

/** How pdfsig is told whom to trust; null where it is not installed, and without a store of its own where certutil is not. */
function trusting(folder: string, root: string): string[] | null {
  const installed = (program: string): boolean => {
    try {
      execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  if (!installed('pdfsig')) return null;
  if (!installed('certutil')) return [];
  const store = join(folder, 'nss');
  mkdirSync(store);
  writeFileSync(join(folder, 'root.pem'), root);
  execFileSync('certutil', ['-N', '-d', `sql:${store}`, '--empty-password']);
  execFileSync('certutil', ['-A', '-d', `sql:${store}`, '-n', 'root', '-t', 'CT,C,C', '-i', join(folder, 'root.pem')]);
  return ['-nssdir', `sql:${store}`];
}
