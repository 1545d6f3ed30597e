import { createHash } from 'node:crypto';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { EdxmlPacket, type PacketPurpose, purposeCodes } from '../domain/document/edxml/packet.ts';

/** A packet that cannot be taken in: why, for its sender. Status 02 of Decision 28/2018/QĐ-TTg. */
export class PacketRefused extends Error {
  override name = 'PacketRefused';
}

/** A packet with the files that came in it. */
export type ReadPacket = { packet: EdxmlPacket; files: { name: string; mime: string; content: Buffer; digest: 'matches' | 'none' }[] };

export const packetBytes = 60_000_000;
const deepest = 12;

/** Namespaces' prefixes are left out: the regulation's samples differ in them. No value is taken for a number, and no entity but the five of XML is known. */
const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  processEntities: true,
  htmlEntities: false,
  maxNestedTags: deepest,
});

/**
 * Reads a packet (edXML, QCVN 102:2016/BTTTT) and checks that it is complete and that its files are what they claim. No document type is allowed in it,
 * so nothing outside it is ever read. @throws PacketRefused saying what is wrong
 */
export function readPacket(bytes: Buffer): ReadPacket {
  if (bytes.length > packetBytes) throw new PacketRefused('Gói tin vượt quá dung lượng cho phép.');
  const text = utf8(bytes);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new PacketRefused('Gói tin khai báo kiểu tài liệu (DOCTYPE), không được chấp nhận.');
  const envelope = parsed(text);
  const found = EdxmlPacket.safeParse(packetIn(envelope));
  if (!found.success) {
    const [issue] = found.error.issues;
    throw new PacketRefused(`Gói tin thiếu hoặc sai trường ${issue?.path.join('.') ?? ''}.`);
  }
  const packet = found.data;
  if (packet.purpose !== 'recall' && packet.attachments.length === 0) throw new PacketRefused('Gói tin không có tệp văn bản.');
  return { packet, files: packet.attachments.map(fileOf) };
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PacketRefused('Gói tin không ở bảng mã UTF-8.');
  }
}

type Node = { [name: string]: unknown };

function parsed(text: string): Node {
  try {
    const valid = XMLValidator.validate(text);
    if (valid !== true) throw new PacketRefused(`Gói tin không phải XML đúng chuẩn (dòng ${valid.err.line}).`);
    const root = parser.parse(text) as Node;
    return child(root, 'edXML') ?? root;
  } catch (error) {
    if (error instanceof PacketRefused) throw error;
    throw new PacketRefused('Gói tin không đọc được.');
  }
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const all = (of: Node | undefined, name: string): unknown[] => (of?.[name] === undefined ? [] : [of[name]].flat());
const children = (of: Node | undefined, name: string): Node[] => all(of, name).filter(isNode);
const child = (of: Node | undefined, name: string): Node | undefined => children(of, name)[0];

/** The text of an element, also where it has attributes. Empty elements are read as no text. */
function text(of: Node | undefined, name: string): string | undefined {
  const [found] = all(of, name);
  const said = isNode(found) ? found['#text'] : found;
  return typeof said === 'string' && said !== '' ? said : undefined;
}

/** "2022/02/07", "2022-02-07" or with a time behind it, as an ISO date; null where there is none. */
function day(said: string | undefined): string | null {
  const found = /^(\d{4})[/-](\d{2})[/-](\d{2})/.exec(said ?? '');
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}

const correspondent = (node: Node | undefined) => ({
  organId: text(node, 'OrganId'),
  organName: text(node, 'OrganName') ?? text(node, 'OrganId'),
});

function packetIn(root: Node): unknown {
  const envelope = child(root, 'edXMLEnvelope') ?? root;
  const header = child(envelope, 'edXMLHeader');
  const message = child(header, 'MessageHeader');
  const traces = child(header, 'TraceHeaderList');
  const business = child(traces, 'Bussiness') ?? child(traces, 'Business');
  const other = child(message, 'OtherInfo');
  const code = child(message, 'Code');
  const [number, notation] = [text(code, 'CodeNumber'), text(code, 'CodeNotation')];
  return {
    documentId: text(message, 'DocumentId'),
    from: correspondent(child(message, 'From')),
    to: children(message, 'To').map(correspondent),
    code: number === undefined && notation === undefined ? null : { number, notation },
    place: text(child(message, 'PromulgationInfo'), 'Place') ?? '',
    date: day(text(child(message, 'PromulgationInfo'), 'PromulgationDate')),
    typeName: text(child(message, 'DocumentType'), 'TypeName'),
    subject: text(message, 'Subject'),
    signers: children(message, 'SignerInfo').map((signer) => ({
      competence: text(signer, 'Competence') ?? '',
      position: text(signer, 'Position'),
      fullName: text(signer, 'FullName') ?? '',
    })),
    dueOn: day(text(message, 'DueDate')),
    toPlaces: all(child(message, 'ToPlaces'), 'Place').filter((place) => typeof place === 'string' && place !== ''),
    priority: Number(text(other, 'Priority') ?? 0),
    pages: text(other, 'PageAmount') === undefined ? null : Number(text(other, 'PageAmount')),
    appendixes: all(child(other, 'Appendixes'), 'Appendix').filter((name) => typeof name === 'string' && name !== ''),
    purpose: purposeOf(text(business, 'BussinessDocType')),
    reason: text(business, 'BussinessDocReason') ?? '',
    about: text(child(business, 'BussinessDocumentInfo'), 'DocumentId') ?? null,
    sentAt: null,
    attachments: attachmentsIn(envelope, root),
  };
}

function purposeOf(code = '0'): PacketPurpose {
  const found = Object.entries(purposeCodes).find(([, one]) => one === code);
  if (!found) throw new PacketRefused(`Loại nghiệp vụ “${code}” không được hỗ trợ.`);
  return found[0] as PacketPurpose;
}

const bare = (contentId: string | undefined): string => (contentId ?? '').replace(/^cid:/, '');

/** Files by the manifest: each that it names has to be there, and none that it does not name. */
function attachmentsIn(envelope: Node, root: Node): unknown[] {
  const references = children(child(child(envelope, 'edXMLBody'), 'edXMLManifest'), 'Reference');
  const sent = children(child(root, 'AttachmentEncoded') ?? child(envelope, 'AttachmentEncoded'), 'Attachment');
  const byId = new Map(sent.map((one) => [bare(text(one, 'ContentId')), one]));
  if (byId.size !== sent.length || references.length !== sent.length)
    throw new PacketRefused('Số tệp trong gói tin không khớp với bản kê.');
  return references.map((reference) => {
    const attachment = byId.get(bare(text(reference, 'ContentId')));
    if (!attachment)
      throw new PacketRefused(`Gói tin thiếu tệp “${text(reference, 'AttachmentName') ?? text(reference, 'ContentId') ?? ''}”.`);
    const digest = child(reference, 'Digest')?.['@value'];
    return {
      name: text(reference, 'AttachmentName') ?? text(attachment, 'AttachmentName'),
      mime: text(reference, 'ContentType') ?? text(attachment, 'ContentType'),
      description: text(reference, 'Description') ?? '',
      data: (text(attachment, 'ContentTransferEncoded') ?? '').replace(/\s+/g, ''),
      ...(typeof digest === 'string' && { sha256: digest.toLowerCase() }),
    };
  });
}

/** How files begin that an office can open: PDF, PNG, JPEG, and the ZIP of DOCX and XLSX. */
const beginnings = ['%PDF-', '\u0089PNG', '\u00ff\u00d8\u00ff', 'PK\u0003\u0004'];

function fileOf({ name, mime, data, sha256 }: EdxmlPacket['attachments'][number]): ReadPacket['files'][number] {
  const content = Buffer.from(data, 'base64');
  const begins = content.subarray(0, 5).toString('latin1');
  if (content.length === 0 || !beginnings.some((one) => begins.startsWith(one)))
    throw new PacketRefused(`Tệp “${name}” trống hoặc thuộc loại không được nhận.`);
  if (sha256 !== undefined && createHash('sha256').update(content).digest('hex') !== sha256)
    throw new PacketRefused(`Tệp “${name}” không toàn vẹn: mã băm không khớp.`);
  return { name, mime, content, digest: sha256 === undefined ? 'none' : 'matches' };
}
