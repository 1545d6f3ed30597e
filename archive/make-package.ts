import { sha256 } from '../commit/chain.ts';
import { zipOf } from '../files/zip.ts';
import { indexPage } from './index-page.ts';
import { type FactLine, type Manifest, packageFormat, places } from './package.ts';

export type Chain = { thing: string; kind: string; facts: FactLine[] };
export type Deposited = Omit<Manifest['documents'][number], 'path' | 'sha256'> & { pdf: Buffer };

/** All that a package is made of. */
export type Contents = {
  scheme: Manifest['scheme'];
  depositedOn: string;
  at: string;
  documents: Deposited[];
  chains: Chain[];
  /** Root certificates that were trusted on the day, PEM. */
  anchors: string | null;
};

const note = `Each PDF carries its own validation data: certificates, OCSP answers, revocation lists and time-stamps (PAdES baseline LTA).
trusted.pem: the root certificates that were trusted when the package was made. Whoever checks it years later holds it against roots of their own.
Mỗi tệp PDF mang sẵn dữ liệu xác thực; trusted.pem là chứng thư gốc được tin cậy tại thời điểm lập gói.
`;

/**
 * The archive package of a closed scheme as ZIP: its documents as issued, the facts of the scheme and of each document in their chains, the roots that
 * were trusted, a manifest with the hash of every file, and a page to read it by. The same contents give the same bytes.
 */
export function makePackage({ scheme, depositedOn, at, documents, chains, anchors }: Contents): { zip: Buffer; manifest: Manifest } {
  const files = new Map<string, Buffer>();
  const listed = documents.map(({ pdf, ...document }, n): Manifest['documents'][number] => {
    const path = `documents/${String(n + 1).padStart(3, '0')}-${plain(document.symbol ?? document.type)}.pdf`;
    files.set(path, pdf);
    return { path, ...document, sha256: sha256(pdf) };
  });
  const chained = chains.map(({ thing, kind, facts }): Manifest['chains'][number] => {
    const path = `facts/${kind}-${plain(thing)}.jsonl`;
    files.set(path, Buffer.from(facts.map((fact) => `${JSON.stringify(fact)}\n`).join('')));
    return { path, thing, kind, facts: facts.length, head: facts.at(-1)?.hash ?? '' };
  });
  if (anchors !== null) files.set(places.anchors, Buffer.from(anchors));
  files.set(places.note, Buffer.from(note));
  files.set(places.index, Buffer.from(indexPage({ scheme, depositedOn, documents: listed })));
  const manifest: Manifest = {
    format: packageFormat,
    scheme,
    depositedOn,
    at,
    documents: listed,
    chains: chained,
    files: [...files].map(([path, content]) => ({ path, bytes: content.length, sha256: sha256(content) })),
  };
  const whole = new Map([[places.manifest as string, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)], ...files]);
  return { zip: zipOf(whole), manifest };
}

/** A name of small letters, digits and hyphens: every archive and every file system can hold it. */
function plain(text: string): string {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/gu, 'd').toLowerCase();
  return folded.replace(/[^a-z0-9]+/gu, '-').replace(/^-+|-+$/gu, '') || 'x';
}
