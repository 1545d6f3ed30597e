import { beginning, factHash, sha256 } from '../commit/chain.ts';
import { type ZipEntry, zipEntries } from '../files/zip.ts';
import { FactLine, Manifest, places } from './package.ts';

/** What is wrong with a package: where, and what. `sound` says what was found whole. */
export type PackageReport = {
  sound: string[];
  wrong: string[];
  manifest: Manifest | null;
  documents: { path: string; pdf: Buffer }[];
  anchors: string | null;
};

const limits = { entries: 20_000, fileBytes: 200_000_000, wholeBytes: 2_000_000_000 };

/**
 * Checks an archive package with nothing but itself: that it holds exactly the files of its manifest, each with its hash; that every chain of facts is
 * whole from its beginning to its end; that each document's file is the one its own facts speak of, and that the scheme's deposit names. Never throws for
 * what is in the package.
 */
export async function checkPackage(zip: Buffer): Promise<PackageReport> {
  const report: PackageReport = { sound: [], wrong: [], manifest: null, documents: [], anchors: null };
  const entries = zipEntries(zip);
  if (entries === null || entries.length > limits.entries) return { ...report, wrong: ['This is no ZIP file, or a damaged one.'] };
  const names = entries.map(({ name }) => name);
  if (new Set(names).size < names.length) return { ...report, wrong: ['Two files in it have the same name.'] };
  const files = await unpack(entries, report.wrong);
  const manifest = readManifest(files.get(places.manifest), report.wrong);
  if (manifest === null) return report;
  files.delete(places.manifest);
  checkFiles(manifest, files, report);
  const facts = checkChains(manifest, files, report);
  checkDocuments(manifest, files, facts, report);
  return { ...report, manifest, anchors: files.get(places.anchors)?.toString('utf8') ?? null };
}

async function unpack(entries: ZipEntry[], wrong: string[]): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  let left = limits.wholeBytes;
  for (const entry of entries) {
    try {
      if (entry.encrypted) throw new Error('encrypted');
      const content = await entry.unpack(Math.min(limits.fileBytes, left));
      left -= content.length;
      files.set(entry.name, content);
    } catch {
      wrong.push(`${entry.name} cannot be unpacked.`);
    }
  }
  return files;
}

function readManifest(content: Buffer | undefined, wrong: string[]): Manifest | null {
  if (content === undefined) {
    wrong.push(`There is no ${places.manifest}.`);
    return null;
  }
  try {
    return Manifest.parse(JSON.parse(content.toString('utf8')));
  } catch {
    wrong.push(`${places.manifest} is not the manifest of an archive package.`);
    return null;
  }
}

function checkFiles(manifest: Manifest, files: Map<string, Buffer>, { sound, wrong }: PackageReport): void {
  const before = wrong.length;
  const listed = new Map(manifest.files.map((one) => [one.path, one]));
  for (const [path, { bytes, sha256: hash }] of listed) {
    const content = files.get(path);
    if (content === undefined) wrong.push(`${path} is missing.`);
    else if (content.length !== bytes || sha256(content) !== hash) wrong.push(`${path} is not what the manifest says.`);
  }
  for (const path of files.keys()) if (!listed.has(path)) wrong.push(`${path} does not stand in the manifest.`);
  if (wrong.length === before) sound.push(`${listed.size} files, each with the hash of the manifest`);
}

/** The facts of each thing whose chain is whole. */
function checkChains(manifest: Manifest, files: Map<string, Buffer>, { sound, wrong }: PackageReport): Map<string, FactLine[]> {
  const whole = new Map<string, FactLine[]>();
  for (const { path, thing, facts: count, head } of manifest.chains) {
    const facts = readFacts(files.get(path));
    if (facts === null) wrong.push(`${path} cannot be read.`);
    else if (facts.length !== count) wrong.push(`${path} has ${facts.length} facts, not ${count}.`);
    else {
      const broken = brokenAt(thing, facts);
      if (broken !== null) wrong.push(`${path}: the chain is broken at fact ${broken}.`);
      else if (facts.at(-1)?.hash !== head) wrong.push(`${path} does not end as the manifest says.`);
      else whole.set(thing, facts);
    }
  }
  if (whole.size === manifest.chains.length) sound.push(`${whole.size} chains of facts, whole from the first to the last`);
  return whole;
}

function readFacts(content: Buffer | undefined): FactLine[] | null {
  try {
    const lines = content
      ?.toString('utf8')
      .split('\n')
      .filter((line) => line !== '');
    return lines?.map((line) => FactLine.parse(JSON.parse(line))) ?? null;
  } catch {
    return null;
  }
}

/** The sequence of the first fact that is not what the chain says, or null. */
function brokenAt(thing: string, facts: FactLine[]): number | null {
  let previous = beginning(thing);
  for (const [n, { hash, previousHash, ...fact }] of facts.entries()) {
    if (fact.seq !== n + 1 || previousHash !== previous || factHash(previous, { thingId: thing, ...fact }) !== hash) return n + 1;
    previous = hash;
  }
  return null;
}

/** Facts that name the file that a document became. */
const filing = new Set(['file-signed', 'file-rendered', 'time-stamp-renewed']);

function checkDocuments(manifest: Manifest, files: Map<string, Buffer>, facts: Map<string, FactLine[]>, report: PackageReport): void {
  const { sound, wrong } = report;
  const before = wrong.length;
  const deposited = facts.get(manifest.scheme.id)?.find(({ type }) => type === 'archived');
  if (!deposited) wrong.push('The scheme’s facts know of no deposit.');
  const named = new Set(depositedIds(deposited));
  for (const { path, documentId, sha256: hash } of manifest.documents) {
    const pdf = files.get(path);
    if (pdf) report.documents.push({ path, pdf });
    if (pdf && sha256(pdf) !== hash) wrong.push(`${path} is not the file of the document ${documentId}.`);
    const last = facts.get(documentId)?.findLast(({ type }) => filing.has(type));
    if (last?.data.file !== hash) wrong.push(`${path} is not the file that its own facts speak of.`);
    if (!named.delete(documentId)) wrong.push(`${path} is none of those that were deposited.`);
  }
  for (const id of named) wrong.push(`The document ${id} was deposited and is missing.`);
  if (wrong.length === before) sound.push(`${manifest.documents.length} documents, each the file that its facts and the deposit speak of`);
}

function depositedIds(fact: FactLine | undefined): string[] {
  const list = fact?.data.files;
  if (!Array.isArray(list)) return [];
  return list.flatMap((one) => (typeof one === 'object' && one !== null && 'documentId' in one ? [String(one.documentId)] : []));
}
