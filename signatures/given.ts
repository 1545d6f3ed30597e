import type { GivenSignature } from '../domain/document/state.ts';
import { documentContent, signedAttributes, signedData } from '../workflows/activities/pdf/cms.ts';
import { trimmed } from '../workflows/activities/pdf/der.ts';
import { SigningProblem } from './problem.ts';

/** The CMS message of a signature that was made elsewhere over a document's digest. Throws a SigningProblem where it cannot be read. */
export function cmsOf(given: GivenSignature, digest: Buffer): Buffer {
  try {
    if ('cms' in given) return trimmed(Buffer.from(given.cms, 'base64'));
    const [certificate, ...chain] = given.certificates.map((one) => Buffer.from(one, 'base64'));
    if (!certificate) throw new Error('there is no certificate with it');
    const attributes = signedAttributes(documentContent, digest, certificate);
    return signedData({ contentType: documentContent, attributes, signature: Buffer.from(given.value, 'base64'), certificate, chain });
  } catch (error) {
    throw new SigningProblem({ kind: 'broken' }, error);
  }
}
