import { createHash } from 'node:crypto';
import { digestOf, holds } from './algorithms.ts';
import { type Certificate, issuedBy, readCertificate } from './certificates.ts';
import { children, dotted, expected, instant, type Node, NotDer, onlyNode } from './der.ts';

/** What an OCSP answer or a revocation list says of certificates. `of` finds whether it speaks of one, and what. */
type Statement = {
  from: Date;
  to: Date | undefined;
  /** Whether this authority, or who answers for it, made the statement. */
  madeFor(issuer: Certificate): boolean;
  of(certificate: Certificate, issuer: Certificate): 'good' | { revokedAt: Date } | undefined;
};

/** OCSP answers and revocation lists, read; what cannot be read is left out, as if it were not there. */
export function readStatements(ocsps: Buffer[], crls: Buffer[]): Statement[] {
  return [...ocsps.flatMap((der) => attempt(() => ocspStatements(der))), ...crls.flatMap((der) => attempt(() => [listStatement(der)]))];
}

function attempt<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotDer || (error as NodeJS.ErrnoException).code?.startsWith('ERR_')) return [];
    throw error;
  }
}

export type Standing = { result: 'good' } | { result: 'revoked'; at: Date } | { result: 'unproven' };

/**
 * Whether a certificate held at a time, by what is in the file: a statement made for its issuer that covers the time, or was made after it.
 * A revocation counts from its own time on. Nothing said is "unproven", never "good".
 */
export function standingOf(certificate: Certificate, issuer: Certificate, at: Date, statements: Statement[]): Standing {
  let good = false;
  for (const statement of statements) {
    const said = statement.of(certificate, issuer);
    if (said === undefined || !statement.madeFor(issuer)) continue;
    if (said !== 'good') {
      if (said.revokedAt <= at) return { result: 'revoked', at: said.revokedAt };
      good = true;
    } else if (statement.from >= at || (statement.to !== undefined && at <= statement.to)) good = true;
  }
  return good ? { result: 'good' } : { result: 'unproven' };
}

/** An OCSP answer (RFC 6960): one statement a certificate that it speaks of. */
function ocspStatements(der: Buffer): Statement[] {
  const [status, wrapped] = children(onlyNode(der));
  if (expected(status, 0x0a).content[0] !== 0) return [];
  const [type, octets] = children(children(expected(wrapped, 0xa0))[0]);
  if (dotted(type) !== '1.3.6.1.5.5.7.48.1.1') return [];
  const [data, algorithm, bits, extra] = children(onlyNode(expected(octets, 4).content));
  if (!data || !algorithm) throw new NotDer('an answer without data');
  const signature = expected(bits, 3).content.subarray(1);
  const carried = extra ? children(children(extra)[0]).map(({ whole }) => readCertificate(whole)) : [];
  const parts = children(data);
  const produced = instant(parts.find(({ tag }) => tag === 0x18));
  const singles = children(parts.findLast(({ tag }) => tag === 0x30));
  const signedBy = (key: Certificate): boolean => holds(algorithm, undefined, key.key, data.whole, signature) === 'right';
  const mayAnswer = (one: Certificate, issuer: Certificate): boolean =>
    one.purposes?.includes('1.3.6.1.5.5.7.3.9') === true &&
    issuedBy(one, issuer) &&
    produced >= one.from &&
    produced <= one.to &&
    signedBy(one);
  const madeFor = (issuer: Certificate): boolean => signedBy(issuer) || carried.some((one) => mayAnswer(one, issuer));
  return singles.map((single) => {
    const [id, state, from, ...rest] = children(single);
    const next = rest.find(({ tag }) => tag === 0xa0);
    return {
      from: instant(from),
      to: next && instant(children(next)[0]),
      madeFor,
      of: (certificate, issuer) => (speaksOf(id, certificate, issuer) ? stateOf(state) : undefined),
    };
  });
}

/** A certificate's identifier in OCSP: digests of its issuer's name and key, and its serial number. SHA-1 is only a name here. */
function speaksOf(id: Node | undefined, certificate: Certificate, issuer: Certificate): boolean {
  const [algorithm, name, key, serial] = children(id);
  const digest = dotted(children(algorithm)[0]) === '1.3.14.3.2.26' ? 'sha1' : digestOf(algorithm);
  if (digest === undefined || !name || !key || !serial) return false;
  const hash = (bytes: Buffer): Buffer => createHash(digest).update(bytes).digest();
  return name.content.equals(hash(issuer.subject)) && key.content.equals(hash(issuer.keyBits)) && serial.content.equals(certificate.serial);
}

function stateOf(state: Node | undefined): 'good' | { revokedAt: Date } | undefined {
  if (state?.tag === 0x80) return 'good';
  return state?.tag === 0xa1 ? { revokedAt: instant(children(state)[0]) } : undefined;
}

/** A revocation list (RFC 5280). Lists of parts or of changes, and those with critical extensions, say nothing here. */
function listStatement(der: Buffer): Statement {
  const [tbs, algorithm, bits] = children(onlyNode(der));
  if (!tbs || !algorithm) throw new NotDer('a list without data');
  const parts = children(tbs);
  const start = parts[0]?.tag === 2 ? 1 : 0;
  const issuerName = parts[start + 1];
  const times = parts.slice(start + 2).filter(({ tag }) => tag === 0x17 || tag === 0x18);
  const revoked = new Map<string, Date>();
  const list = parts.slice(start + 2).find(({ tag }) => tag === 0x30);
  for (const entry of list ? children(list) : []) {
    const [serial, at] = children(entry);
    if (serial) revoked.set(serial.content.toString('hex'), instant(at));
  }
  const wrapped = parts.find(({ tag }) => tag === 0xa0);
  const critical = (wrapped ? children(children(wrapped)[0]) : []).some((one) => children(one)[1]?.tag === 1);
  const signature = expected(bits, 3).content.subarray(1);
  return {
    from: instant(times[0]),
    to: times[1] && instant(times[1]),
    madeFor: (issuer) =>
      !critical &&
      issuerName?.whole.equals(issuer.subject) === true &&
      (issuer.usage === undefined || (issuer.usage & 0x0200) !== 0) &&
      holds(algorithm, undefined, issuer.key, tbs.whole, signature) === 'right',
    of(certificate, issuer) {
      if (issuerName?.whole.equals(issuer.subject) !== true) return undefined;
      const at = revoked.get(certificate.serial.toString('hex'));
      return at ? { revokedAt: at } : 'good';
    },
  };
}
