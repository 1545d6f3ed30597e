import { createHash, sign } from 'node:crypto';
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import { documentContent, signedAttributes, signedData } from '../workflows/activities/pdf/cms.ts';
import { certificateParts, context, int, nil, octets, oid, seq, set, tlv, value } from '../workflows/activities/pdf/der.ts';
import { addSecurityStore, stampDocument } from '../workflows/activities/pdf/long-term.ts';
import { embedSignature, prepareSignature } from '../workflows/activities/pdf/sign.ts';
import { signField } from '../workflows/activities/pdf/signer.ts';
import { localTimeStamper } from '../workflows/activities/pdf/time-stamp.ts';
import { type Original, type Signing, signedAs } from './test-kit.ts';
import { type Identity, identityOf, testAuthority } from './test-kit-authority.ts';
import { inCatalog, N, withIncrement } from './test-kit-pdf.ts';
import type { Tampering } from './test-kit-tampering.ts';

const day = 86_400_000;
const ago = (days: number): Date => new Date(Date.now() - days * day);
const again = async (of: Original, how: Signing): Promise<Buffer> => (await signedAs(of.prepared, of, how)).final;
const nameOf = ({ document }: Original): string => document.signatures[0]?.name ?? '';

/** Signatures by others, of other documents, without what they need, moved or taken away. */
export const alteredSignatures: Tampering[] = [
  {
    name: 'other authority whose certificates bear the same names',
    ground: ['certificate', 'untrusted'],
    make(of) {
      const authority = testAuthority(new Date());
      const [person, organisation] = [authority.identity(nameOf(of)), authority.identity(of.document.issuer.name)];
      return signedAs(of.prepared, { ...of, authority, person, organisation }).then(({ final }) => final);
    },
  },
  {
    name: 'certificate signed by itself under the same name',
    ground: ['certificate', 'untrusted'],
    make: (of) => again(of, { person: identityOf(nameOf(of), {}) }),
  },
  {
    name: 'another person of the same house',
    ground: ['required-signature', 'another-signer'],
    make: (of) => again(of, { person: of.authority.identity('Nguyễn Văn Khác') }),
  },
  {
    name: 'another organisation in place of the issuer',
    ground: ['required-signature', 'another-signer'],
    make: (of) => again(of, { organisation: of.authority.identity('Sở Công Thương Mẫu') }),
  },
  {
    name: 'without the organisation',
    ground: ['required-signature', 'organisation-missing'],
    make: (of) => again(of, { organisation: null }),
  },
  {
    name: 'certificate expired before it signed',
    ground: ['certificate', 'expired'],
    make: (of) => again(of, { person: of.authority.identity(nameOf(of), { made: ago(400), validDays: 30 }) }),
  },
  {
    name: 'certificate of an authority, not of a signer',
    ground: ['certificate', 'key-usage'],
    make: (of) => again(of, { person: of.authority.identity(nameOf(of), { kind: 'authority' }) }),
  },
  {
    name: 'certificate revoked before it signed',
    ground: ['revocation', 'revoked'],
    make: (of) => again(of, { evidence: of.authority.evidence([of.person, of.organisation], new Map([[of.person, ago(1)]])) }),
  },
  {
    name: 'proof of standing by a stranger',
    ground: ['revocation', 'no-evidence'],
    make: (of) => again(of, { evidence: testAuthority(new Date()).evidence([of.person, of.organisation]) }),
  },
  {
    name: 'no proof of standing at all',
    ground: ['revocation', 'no-evidence'],
    make: (of) => again(of, { evidence: { certificates: [], ocsps: [], crls: [] } }),
  },
  {
    name: 'time by a stranger',
    ground: ['time', 'time-stamp-not-trusted'],
    make: (of) => again(of, { timeStamper: testAuthority(new Date()).timeStamper() }),
  },
  {
    name: 'time by a certificate that is not for time-stamps',
    ground: ['time', 'time-stamp-not-for-time-stamps'],
    make: (of) => again(of, { timeStamper: localTimeStamper(of.person.signer) }),
  },
  {
    name: 'time-stamp of another signature',
    ground: ['time', 'time-stamp-digest-differs'],
    make: (of) =>
      again(of, { timeStamper: { token: () => of.authority.timeStamper().token(createHash('sha256').update('khác').digest()) } }),
  },
  {
    name: 'signature that does not certify, so that anything may follow',
    ground: ['certification', 'not-certified'],
    make: (of) => again(of, { certify: false }),
  },
  {
    name: 'a stranger signs in the place of the seal',
    ground: ['required-signature', 'another-signer'],
    make: (of) => again(of, { organisation: identityOf('Kẻ Lạ', {}) }),
  },
  { name: 'a stranger signs after all others', ground: ['no-strangers', 'stranger'], make: strangersSignature },
  { name: 'a further signature field for a stranger', ground: ['permitted-changes', 'signature-added'], make: strangersSignature },
  {
    name: 'signature of another document put in',
    ground: ['integrity', 'digest-differs'],
    make: (of) => withMessage(of, async () => messageOf(of.other)),
  },
  {
    name: 'message without the attribute that names the certificate',
    ground: ['integrity', 'attributes-missing'],
    make: (of) => withMessage(of, (digest) => bareMessage(of.person, digest)),
  },
  {
    name: 'message whose attribute names another certificate',
    ground: ['integrity', 'certificate-not-named'],
    make: (of) => withMessage(of, (digest) => messageBy(of.person, signedAttributes(documentContent, digest, of.organisation.certificate))),
  },
  {
    name: 'message over another digest',
    ground: ['integrity', 'digest-differs'],
    make: (of) => withMessage(of, () => messageBy(of.person, signedAttributes(documentContent, Buffer.alloc(32), of.person.certificate))),
  },
  {
    name: 'message signed by another key than its certificate’s',
    ground: ['integrity', 'signature-wrong'],
    make: (of) =>
      withMessage(of, (digest) =>
        messageBy({ ...of.person, key: of.organisation.key }, signedAttributes(documentContent, digest, of.person.certificate)),
      ),
  },
  {
    name: 'digest lowered to SHA-1',
    ground: ['integrity', 'weak-algorithm'],
    make: (of) => withMessage(of, (digest) => weakMessage(of.person, digest)),
  },
  {
    name: 'message that is no message',
    ground: ['integrity', 'message-malformed'],
    make: (of) => withMessage(of, async () => seq(oid('1.2.3'))),
  },
  {
    name: 'message with more behind it',
    ground: ['integrity', 'message-with-more'],
    make: (of) => withMessage(of, async () => Buffer.concat([messageOf(of.byPerson), octets(Buffer.from('thêm'))])),
  },
  {
    name: 'place of the signature moved',
    ground: ['permitted-changes', 'signature-field'],
    make: ({ final }) =>
      withIncrement(final, ({ field, doc }) => {
        const [ref, dict] = field('ChuKy');
        dict.set(N('Rect'), doc.context.obj([50, 50, 200, 100]));
        return [[ref, dict]];
      }),
  },
  {
    name: 'picture of the signature exchanged',
    ground: ['permitted-changes', 'signature-field'],
    make: ({ final }) =>
      withIncrement(final, ({ field, stream, doc }) => {
        const [ref, dict] = field('ChuKy');
        const picture = stream('0 0 50 50 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 50, 50] });
        dict.set(N('AP'), doc.context.obj({ N: picture[0] }));
        return [picture, [ref, dict]];
      }),
  },
  {
    name: 'time-stamp taken out',
    ground: ['permitted-changes', 'signature-field'],
    make: ({ final }) => withoutValue(final, 'DauThoiGian'),
  },
  {
    name: 'replay: the seal’s field as it was before',
    ground: ['permitted-changes', 'signature-field'],
    make: ({ final }) => withoutValue(final, 'ConDau'),
  },
  {
    name: 'one signature in the places of both',
    ground: ['permitted-changes', 'signature-field'],
    make: ({ final }) =>
      withIncrement(final, ({ field }) => {
        const [ref, dict] = field('ConDau');
        dict.set(N('V'), field('ChuKy')[1].get(N('V')) ?? PDFString.of(''));
        return [[ref, dict]];
      }),
  },
  {
    name: 'permissions taken out',
    ground: ['permitted-changes', 'permissions'],
    make: ({ final }) => inCatalog(final, (catalog) => void catalog.delete(N('Perms'))),
  },
  {
    name: 'evidence taken out',
    ground: ['permitted-changes', 'evidence-removed'],
    make: ({ final }) => inCatalog(final, (catalog) => void catalog.delete(N('DSS'))),
  },
  {
    name: 'lists of revoked certificates taken out',
    ground: ['permitted-changes', 'evidence-removed'],
    make: ({ final }) => inCatalog(final, (catalog, { doc }) => void catalog.lookup(N('DSS'), PDFDict).set(N('CRLs'), doc.context.obj([]))),
  },
];

function withoutValue(bytes: Buffer, name: string): Promise<Buffer> {
  return withIncrement(bytes, ({ field }) => {
    const [ref, dict] = field(name);
    dict.delete(N('V'));
    return [[ref, dict]];
  });
}

/** A field that was not there before, signed by whoever comes. */
async function strangersSignature({ final }: Original): Promise<Buffer> {
  const opened = await inCatalog(final, (catalog, { doc }) => {
    const field = doc.context.nextRef();
    const fields = catalog.lookup(N('AcroForm'), PDFDict).lookup(N('Fields'), PDFArray);
    fields.push(field);
    const rect = PDFArray.withContext(doc.context);
    for (const side of [0, 0, 0, 0]) rect.push(PDFNumber.of(side));
    const dict = doc.context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFHexString.fromText('ChuKyKhac') });
    if (dict instanceof PDFDict) dict.set(PDFName.of('Rect'), rect);
    return [[field, dict]];
  });
  return signField(opened, identityOf('Kẻ Lạ', {}).signer, { field: 'ChuKyKhac', at: new Date(), name: 'Kẻ Lạ' });
}

/** The person's place with a message of one's own making, then all that follows as usual. */
async function withMessage(of: Original, message: (digest: Buffer) => Promise<Buffer>): Promise<Buffer> {
  const pending = await prepareSignature(of.prepared, { field: 'ChuKy', at: new Date(), certify: true, reserve: 12_288 });
  const byPerson = embedSignature(pending, await message(pending.digest));
  const byBoth = await signField(byPerson, of.organisation.signer, { field: 'ConDau', at: new Date() }, of.authority.timeStamper());
  const stored = await addSecurityStore(byBoth, of.authority.evidence([of.person, of.organisation]));
  return (await stampDocument(stored, of.authority.timeStamper())).bytes;
}

/** The first message in a file. */
function messageOf(pdf: Buffer): Buffer {
  const hex = /\/Contents <([0-9a-f]+?)(?:00)*>/.exec(pdf.toString('latin1'))?.[1] ?? '';
  const whole = Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex');
  return whole.subarray(0, 4 + whole.readUInt16BE(2));
}

async function messageBy({ key, certificate, chain }: Identity, attributes: Buffer): Promise<Buffer> {
  return signedData({ contentType: documentContent, attributes, signature: sign('sha256', attributes, key), certificate, chain });
}

/** Only the kind of content and the digest are signed, as before PAdES. */
function bareMessage(by: Identity, digest: Buffer): Promise<Buffer> {
  const attribute = (type: string, content: Buffer): Buffer => seq(oid(type), set(content));
  return messageBy(by, set(attribute('1.2.840.113549.1.9.3', oid(documentContent)), attribute('1.2.840.113549.1.9.4', octets(digest))));
}

/** The same with SHA-1 all through, the key's own signature right. */
async function weakMessage(by: Identity, digest: Buffer): Promise<Buffer> {
  const attributes = signedAttributes(documentContent, digest, by.certificate);
  const sha1 = seq(oid('1.3.14.3.2.26'));
  const { issuer, serial } = certificateParts(by.certificate);
  const signer = seq(
    int(1),
    seq(issuer, serial),
    sha1,
    tlv(0xa0, value(attributes)),
    seq(oid('1.2.840.113549.1.1.5'), nil),
    octets(sign('sha1', attributes, by.key)),
  );
  const data = seq(int(1), set(sha1), seq(oid(documentContent)), tlv(0xa0, by.certificate, ...by.chain), set(signer));
  return seq(oid('1.2.840.113549.1.7.2'), context(0, data));
}
