import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkPackage } from '../archive/check-package.ts';
import { examine } from '../verification/examine.ts';
import type { Report } from '../verification/report.ts';

/**
 * `npm run verify-bundle FILE [-- --anchors ROOTS.pem]`: checks an archive package with nothing but the package: no network, no database. Ends with 1
 * where anything in it is not what it has to be.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { anchors: { type: 'string' } } });
const [path] = positionals;
if (path === undefined) {
  console.error('Which package? npm run verify-bundle ho-so-luu-tru.zip [-- --anchors roots.pem]');
  process.exit(2);
}

const { sound, wrong, manifest, documents, anchors } = await checkPackage(readFileSync(path));
const roots = values.anchors === undefined ? anchors : readFileSync(values.anchors, 'utf8');
const trusted = (roots?.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []).map(
  (pem) => new X509Certificate(pem).raw,
);
const unproven: string[] = [];
let lasting = 0;
for (const { path: document, pdf } of documents) {
  const { bad, open } = findings(examine(pdf, { roots: trusted, now: new Date() }));
  wrong.push(...bad.map((why) => `${document}: ${why}`));
  unproven.push(...open.map((why) => `${document}: ${why}`));
  if (bad.length + open.length === 0) lasting += 1;
}
if (documents.length > 0)
  sound.push(`${lasting} of ${documents.length} documents prove their signatures, chains, revocation and time by themselves`);

if (manifest) console.log(`${manifest.scheme.title} (${manifest.scheme.host}), deposited on ${manifest.depositedOn}`);
for (const line of sound) console.log(`  whole     ${line}`);
for (const line of unproven) console.log(`  unproven  ${line}`);
for (const line of wrong) console.log(`  WRONG     ${line}`);
if (values.anchors === undefined && trusted.length > 0)
  console.log('  note      held against the roots of the package itself; --anchors names roots of your own');
if (trusted.length === 0) console.log('  note      there are no roots to hold signatures against: their chains stay unproven');
console.log(wrong.length === 0 ? 'The package is whole.' : 'The package is NOT whole.');
process.exitCode = wrong.length === 0 ? 0 : 1;

/** What speaks against a file, and what nothing proves: a chain that leads to no root at hand says nothing against the file. */
function findings(report: Report): { bad: string[]; open: string[] } {
  if (!report.readable) return { bad: [`cannot be read (${report.reason})`], open: [] };
  if (report.signatures.length === 0) return { bad: [], open: ['bears no signature; its hash alone speaks for it'] };
  const bad: string[] = report.changes.map(({ what }) => `was changed after it was signed (${what})`);
  const open: string[] = [];
  if (report.wholeFile.result === 'failed') bad.push(`the last signature does not cover it whole (${report.wholeFile.why})`);
  for (const { field, range, integrity, chain, revocation, time } of report.signatures) {
    for (const [what, { result, why }] of Object.entries({ range, integrity }))
      if (result !== 'passed') bad.push(`${field}: ${what} (${why})`);
    for (const [what, { result, why }] of Object.entries({ chain, revocation, time })) {
      if (result !== 'passed') (trusted.length > 0 && result === 'failed' ? bad : open).push(`${field}: ${what} (${why})`);
    }
  }
  return { bad, open };
}
