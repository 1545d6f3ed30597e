import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { certificatePem, distinguishedName, issueCertificate } from '../workflows/activities/pdf/certificate.ts';
import { pemSigner } from './development-signer.ts';
import { judgeMessage } from './judge.ts';
import { SigningProblem } from './problem.ts';
import type { Holder, Signer } from './signer.ts';
import { openStanding } from './standing.ts';
import { certified, digestOf, messageBy, minister, type TestAuthority, testAuthority } from './test-kit.ts';
import type { Trust } from './trust.ts';

const digest = digestOf('tệp đã lập để ký');
const day = 86_400_000;
const nowhere = 'http://127.0.0.1:9';

let here: TestAuthority;
let other: TestAuthority;
beforeAll(async () => {
  [here, other] = await Promise.all([testAuthority(), testAuthority()]);
});
afterAll(() => Promise.all([here.close(), other.close()]));

type Question = { signer?: Signer; cms?: Buffer; holder?: Holder; trust?: Trust; now?: Date; over?: Buffer };

async function refusalOf({ signer, cms, holder = minister, trust = here.trust, now = new Date(), over = digest }: Question) {
  const message = cms ?? (await messageBy(signer ?? certified(here.authority, minister).signer, over));
  try {
    await judgeMessage(message, digest, holder, trust, now);
    return null;
  } catch (error) {
    if (error instanceof SigningProblem) return error.refusal;
    throw error;
  }
}

describe('a signature that was made elsewhere', () => {
  test('by the signer, with a certificate that holds, over the prepared file, is taken', async () => {
    expect(await refusalOf({})).toBeNull();
  });

  const cases: [what: string, rule: string, question: () => Question | Promise<Question>][] = [
    ['whose certificate has ended', 'signature.certificate-expired', () => ({ now: new Date(Date.now() + 6 * 365 * day) })],
    ['whose certificate does not hold yet', 'signature.certificate-not-yet-valid', () => ({ now: new Date(Date.now() - 3 * day) })],
    [
      'whose certificate was revoked',
      'signature.certificate-revoked',
      async () => {
        const { signer } = certified(here.authority, minister);
        await here.authority.revoke(await signer.certificate());
        return { signer };
      },
    ],
    [
      'whose certificate was revoked, where only the list can be asked',
      'signature.certificate-revoked',
      async () => {
        const { signer } = certified(here.authority, minister);
        await here.authority.revoke(await signer.certificate());
        const standing = openStanding({ ocspUrl: undefined, crlUrls: [`${here.url}/goc.crl`, `${here.url}/cap.crl`] });
        return { signer, trust: { ...here.trust, standing } };
      },
    ],
    [
      'by somebody else',
      'signature.certificate-not-yours',
      () => ({ signer: certified(here.authority, { ...minister, id: 'x', name: 'Trần Thị Mẫu' }).signer }),
    ],
    [
      'by a namesake, where the settings name the only certificate that counts',
      'signature.certificate-not-yours',
      () => ({ holder: { ...minister, fingerprint: 'a'.repeat(64) } }),
    ],
    ['by a key that is not meant for signing', 'signature.wrong-key-usage', () => ({ signer: selfMade('time-stamp') })],
    ['by an authority’s own key', 'signature.wrong-key-usage', () => ({ signer: selfMade('authority') })],
    ['of an authority that nobody trusts', 'signature.chain-unknown', () => ({ signer: certified(other.authority, minister).signer })],
    ['by a certificate that vouches for itself', 'signature.chain-unknown', () => ({ signer: selfMade('signer') })],
    ['over another file', 'signature.other-digest', () => ({ over: digestOf('tệp khác') })],
    [
      'with a bit changed',
      'signature.broken',
      async () => {
        const cms = await messageBy(certified(here.authority, minister).signer, digest);
        cms[cms.length - 9] = (cms[cms.length - 9] ?? 0) ^ 1;
        return { cms };
      },
    ],
    ['that is no CMS message', 'signature.broken', () => ({ cms: Buffer.from('không phải CMS') })],
    [
      'whose authority cannot be asked',
      'signature.standing-unknown',
      () => ({ trust: { ...here.trust, standing: openStanding({ ocspUrl: `${nowhere}/ocsp`, crlUrls: [`${nowhere}/cap.crl`] }) } }),
    ],
    [
      'whose standing somebody else answers for',
      'signature.standing-unknown',
      () => ({ trust: { ...here.trust, standing: openStanding({ ocspUrl: `${other.url}/ocsp`, crlUrls: [`${other.url}/cap.crl`] }) } }),
    ],
  ];
  test.each(cases)('%s: %s', async (_what, rule, question) => {
    expect((await refusalOf(await question()))?.rule).toBe(rule);
  });

  test('the refusal shows what people need to see', async () => {
    const { signer } = certified(here.authority, { ...minister, name: 'Trần Thị Mẫu' });
    expect((await refusalOf({ signer }))?.values).toEqual({ name: 'Tạ Quang Minh', certificate: 'Trần Thị Mẫu' });
  });
});

/** A certificate of the Minister's name that vouches for itself. */
function selfMade(kind: 'signer' | 'time-stamp' | 'authority'): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const subject = { name: minister.name, organisation: 'Tự cấp' };
  const request = { kind, subject, publicKey, now: new Date(), validDays: 10 };
  const certificate = issueCertificate(request, { name: distinguishedName(subject), key: privateKey, certificate: undefined });
  return pemSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }) + certificatePem(certificate));
}
