import { localParts } from '../dates.ts';
import { type Correspondent, commonCodes, type EdxmlPacket, purposeCodes } from './packet.ts';
import { type Element, xmlText } from './xml.ts';

export const edxmlNamespace = 'http://www.mic.gov.vn/TBT/QCVN_102_2016';

const leaf = (name: string, text: string): Element => ({ name: `edXML:${name}`, inside: text });
const node = (name: string, inside: (Element | null)[], attributes?: Record<string, string>): Element => ({
  name: `edXML:${name}`,
  ...(attributes && { attributes }),
  inside: inside.filter((one) => one !== null),
});

/** Days as the regulation writes them: "2022/02/07". */
const day = (date: string): string => date.replaceAll('-', '/');

/** An instant in Việt Nam: "2022/02/07 09:05:00". */
function moment(instant: string): string {
  const { date, hour, minute } = localParts(instant);
  return `${day(date)} ${hour}:${minute}:${new Date(instant).toISOString().slice(17, 19)}`;
}

const correspondent = (name: string, { organId, organName, email }: Correspondent): Element =>
  node(name, [leaf('OrganId', organId), leaf('OrganName', organName), email === undefined ? null : leaf('Email', email)]);

function messageHeader(packet: EdxmlPacket): Element {
  const { code, date } = packet;
  return node('MessageHeader', [
    correspondent('From', packet.from),
    ...packet.to.map((one) => correspondent('To', one)),
    leaf('DocumentId', packet.documentId),
    code && node('Code', [leaf('CodeNumber', code.number), leaf('CodeNotation', code.notation)]),
    node('PromulgationInfo', [leaf('Place', packet.place), date === null ? null : leaf('PromulgationDate', day(date))]),
    node('DocumentType', [leaf('Type', commonCodes.type), leaf('TypeName', packet.typeName)]),
    leaf('Subject', packet.subject),
    ...packet.signers.map(({ competence, position, fullName }) =>
      node('SignerInfo', [leaf('Competence', competence), leaf('Position', position), leaf('FullName', fullName)]),
    ),
    packet.dueOn === null ? null : leaf('DueDate', day(packet.dueOn)),
    node(
      'ToPlaces',
      packet.toPlaces.map((place) => leaf('Place', place)),
    ),
    node('OtherInfo', [
      leaf('Priority', String(packet.priority)),
      leaf('PromulgationAmount', '1'),
      packet.pages === null ? null : leaf('PageAmount', String(packet.pages)),
      node(
        'Appendixes',
        packet.appendixes.map((name) => leaf('Appendix', name)),
      ),
    ]),
    leaf('SteeringType', commonCodes.steeringType),
  ]);
}

function traces(packet: EdxmlPacket): Element {
  const { purpose, reason, about, sentAt } = packet;
  return node(
    'TraceHeaderList',
    [
      sentAt === null ? null : node('TraceHeader', [leaf('OrganId', packet.from.organId), leaf('Timestamp', moment(sentAt))]),
      node('Bussiness', [
        leaf('BussinessDocType', purposeCodes[purpose]),
        leaf('BussinessDocReason', reason),
        about === null ? null : node('BussinessDocumentInfo', [leaf('DocumentId', about)]),
        leaf('Paper', commonCodes.paper),
      ]),
    ],
    { version: '1.0' },
  );
}

const contentId = (at: number): string => `cid:tep-${at + 1}`;

function manifest({ attachments }: EdxmlPacket): Element {
  const references = attachments.map(({ name, mime, description, sha256 }, at) =>
    node('Reference', [
      leaf('ContentId', contentId(at)),
      leaf('ContentType', mime),
      leaf('AttachmentName', name),
      leaf('Description', description),
      sha256 === undefined ? null : node('Digest', [], { algorithm: 'SHA-256', value: sha256 }),
    ]),
  );
  return node('edXMLBody', [node('edXMLManifest', references, { version: '1.0' })]);
}

function encoded({ attachments }: EdxmlPacket): Element {
  return node(
    'AttachmentEncoded',
    attachments.map(({ name, mime, data }, at) =>
      node('Attachment', [
        leaf('ContentType', mime),
        leaf('ContentId', contentId(at)),
        leaf('AttachmentName', name),
        leaf('ContentTransferEncoded', data),
      ]),
    ),
  );
}

/** The packet as edXML, UTF-8. The same packet gives the same text. The regulation knows no digest of an attachment: ours stands in its reference as an addition. */
export function edxmlText(packet: EdxmlPacket): string {
  const envelope = node('edXMLEnvelope', [node('edXMLHeader', [messageHeader(packet), traces(packet)]), manifest(packet)]);
  const whole = node('edXML', [envelope, ...(packet.attachments.length === 0 ? [] : [encoded(packet)])], {
    'xmlns:edXML': edxmlNamespace,
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlText(whole)}\n`;
}
