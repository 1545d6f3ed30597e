import { createHash } from 'node:crypto';
import { type Certificate, chainOf } from './certificates.ts';
import { NotDer } from './der.ts';
import { type Dict, decodedText, isText, nameOf } from './pdf-syntax.ts';
import { type Finding, failed, passed, type SignatureReport, unproven } from './report.ts';
import { type readStatements, standingOf } from './revocation.ts';
import type { Covered } from './signature-fields.ts';
import { faultOf, messageIn, readMessage } from './signed-message.ts';
import { readTimeStamp, type TimeStamp } from './time-stamp.ts';

type Statements = ReturnType<typeof readStatements>;

/** A signature or document time-stamp as it was read, before anybody is trusted. */
export type Made = {
  report: SignatureReport;
  certifies: boolean;
  certificate?: Certificate;
  certificates: Certificate[];
  /** The time-stamp over the signature, or the document time-stamp itself. */
  stamp?: TimeStamp;
};

const dataContent = '1.2.840.113549.1.7.1';

/** Reads the message of a signature and holds it against what it covers. */
export function readSignature(field: string, dict: Dict, range: Finding, covered: Covered | undefined): Omit<Made, 'certifies'> {
  const subFilter = nameOf(dict.entries.get('SubFilter'));
  const kind = subFilter === 'ETSI.RFC3161' ? 'time-stamp' : 'signature';
  const report: SignatureReport = {
    field,
    kind,
    signer: '',
    organisation: '',
    at: claimedTime(dict),
    atIsProven: false,
    revision: covered?.revision ?? null,
    range,
    integrity: unproven('range'),
    chain: unproven('range'),
    revocation: unproven('range'),
    time: unproven('range'),
  };
  if (!covered) return { report, certificates: [] };
  if (subFilter !== 'ETSI.RFC3161' && subFilter !== 'ETSI.CAdES.detached') {
    return { report: { ...report, integrity: unproven('not-pades') }, certificates: [] };
  }
  try {
    return kind === 'time-stamp' ? readDocumentStamp(report, covered) : readSigned(report, covered);
  } catch (error) {
    if (!(error instanceof NotDer) && !(error as NodeJS.ErrnoException).code?.startsWith('ERR_')) throw error;
    return { report: { ...report, integrity: failed('message-malformed') }, certificates: [] };
  }
}

function readSigned(report: SignatureReport, covered: Covered): Omit<Made, 'certifies'> {
  const { der, filled } = messageIn(covered.message);
  if (!filled) return { report: { ...report, integrity: failed('message-with-more') }, certificates: [] };
  const message = readMessage(der);
  const { certificate, certificates } = message;
  const fault = message.content === undefined ? faultOf(message, dataContent, covered.digest) : 'digest-differs';
  const named = {
    ...report,
    signer: certificate.commonName,
    organisation: certificate.organisation,
    integrity: fault ? failed(fault) : passed(),
  };
  if (!message.timeStamp) return { report: { ...named, time: unproven('no-time-stamp') }, certificate, certificates };
  const stamp = readTimeStamp(message.timeStamp, (digest) => createHash(digest).update(message.signature).digest());
  if ('fault' in stamp) return { report: { ...named, time: failed(`time-stamp-${stamp.fault}`) }, certificate, certificates };
  return { report: named, certificate, certificates, stamp };
}

function readDocumentStamp(report: SignatureReport, covered: Covered): Omit<Made, 'certifies'> {
  const { der, filled } = messageIn(covered.message);
  if (!filled) return { report: { ...report, integrity: failed('message-with-more') }, certificates: [] };
  const stamp = readTimeStamp(der, covered.digest);
  if ('fault' in stamp) return { report: { ...report, integrity: failed(stamp.fault) }, certificates: [] };
  const { certificate, certificates } = stamp;
  return {
    report: { ...report, signer: certificate.commonName, organisation: certificate.organisation, integrity: passed() },
    certificate,
    certificates,
    stamp,
  };
}

/**
 * Judges who signed, from the last to the first: each later document time-stamp that holds proves that what it covers was there at its time,
 * so that certificates are looked at as of then (ETSI EN 319 102-1, 5.6). The newest is looked at as of now.
 */
export function judgeSignatures(
  made: Made[],
  stored: Certificate[],
  statements: Statements,
  anchors: Certificate[],
  now: Date,
): SignatureReport[] {
  const known = [...stored, ...made.flatMap(({ certificates, stamp }) => [...certificates, ...(stamp?.certificates ?? [])])];
  let provenAt = now;
  const judged = made.toReversed().map((one): SignatureReport => {
    const { report, certificate, stamp } = one;
    if (!certificate || report.integrity.result !== 'passed')
      return { ...report, chain: unproven('not-intact'), revocation: unproven('not-intact') };
    const trust = (holder: Certificate, at: Date, madeAt?: Date) => trusted(holder, known, anchors, statements, at, madeAt);
    if (report.kind === 'time-stamp') {
      const { chain, revocation } = trust(certificate, provenAt, provenAt === now ? stamp?.at : undefined);
      const holds =
        chain.result === 'passed' &&
        revocation.result === 'passed' &&
        stamp !== undefined &&
        stamp.at <= provenAt &&
        stamp.at >= certificate.from &&
        stamp.at <= certificate.to;
      const time = holds ? passed() : unproven('time-stamp-not-trusted');
      if (holds) provenAt = stamp.at;
      return { ...report, chain, revocation, time, at: stamp ? stamp.at.toISOString() : report.at, atIsProven: holds };
    }
    const time = timeOf(report, stamp, provenAt, now, trust);
    const at = time.at ?? provenAt;
    const { chain, revocation } = mayNotSign(certificate)
      ? { chain: failed('key-usage'), revocation: unproven('chain') }
      : trust(certificate, at);
    return {
      ...report,
      chain,
      revocation,
      time: time.finding,
      at: time.at?.toISOString() ?? report.at,
      atIsProven: time.finding.result === 'passed',
    };
  });
  return judged.toReversed();
}

/** When a signature was made: by its own time-stamp, which must hold, or at the latest by a later document time-stamp. */
function timeOf(
  report: SignatureReport,
  stamp: TimeStamp | undefined,
  provenAt: Date,
  now: Date,
  trust: (holder: Certificate, at: Date) => Trust,
): { finding: Finding; at: Date | undefined } {
  if (!stamp)
    return report.time.result === 'failed' || provenAt === now
      ? { finding: report.time, at: undefined }
      : { finding: passed('by-document-time-stamp'), at: provenAt };
  const { chain, revocation } = trust(stamp.certificate, provenAt);
  const inTime = stamp.at <= provenAt && stamp.at >= stamp.certificate.from && stamp.at <= stamp.certificate.to;
  if (chain.result === 'failed' || revocation.result === 'failed' || !inTime)
    return { finding: failed('time-stamp-not-trusted'), at: undefined };
  if (chain.result !== 'passed' || revocation.result !== 'passed') return { finding: unproven('time-stamp-not-proven'), at: undefined };
  return { finding: passed(), at: stamp.at };
}

type Trust = { chain: Finding; revocation: Finding };

/**
 * Whether a certificate led to an anchor at a time, and whether no link below the anchor was revoked then. Of the newest time-stamp no file can
 * prove that it is not revoked now, since answers and lists in it grow old within days: where they are silent about now, what they prove of the
 * time at which it was made (`madeAt`) counts. A revocation that they name counts at once.
 */
function trusted(
  holder: Certificate,
  known: Certificate[],
  anchors: Certificate[],
  statements: Statements,
  at: Date,
  madeAt?: Date,
): Trust {
  const chain = chainOf(holder, known, anchors, at);
  if (!chain.ok) return { chain: chain.why === 'no-anchors' ? unproven(chain.why) : failed(chain.why), revocation: unproven('chain') };
  for (const [index, link] of chain.links.slice(0, -1).entries()) {
    const issuer = chain.links[index + 1];
    const asOf = (time: Date) => (issuer ? standingOf(link, issuer, time, statements) : { result: 'unproven' as const });
    const current = asOf(at);
    const standing = current.result === 'unproven' && madeAt && madeAt <= at ? asOf(madeAt) : current;
    if (standing.result === 'revoked') return { chain: passed(), revocation: failed('revoked') };
    if (standing.result === 'unproven') return { chain: passed(), revocation: unproven('no-evidence') };
  }
  return { chain: passed(), revocation: passed() };
}

/** A key for something else than signing, by the certificate's own word. */
function mayNotSign({ usage, authority }: Certificate): boolean {
  return authority || (usage !== undefined && (usage & 0xc000) === 0);
}

/** "D:20261122032211+00'00'" → an instant: the signer's own word, as it stands in the file. */
function claimedTime(dict: Dict): string | null {
  const text = dict.entries.get('M');
  const found = isText(text) && /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'(\d\d)'?)?/.exec(decodedText(text));
  if (!found) return null;
  const [, year, month, day, hour, minute, second, sign, hours = '00', minutes = '00'] = found;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign ? `${sign}${hours}:${minutes}` : 'Z'}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
