import type { ThingView } from '../command.ts';
import { given, pack } from '../test-kit.ts';
import { digestOf } from './digest.ts';
import { documentKind } from './kind.ts';
import { OfficialDocument } from './model.ts';
import type { DocumentRecord } from './state.ts';

/** Examples for the tests of documents: an approval decision with a list, and a receipt. */
export const decision = OfficialDocument.parse({
  type: 'approval-decision',
  form: 'decision',
  issuer: { parent: [], lines: ['BỘ CÔNG THƯƠNG'], name: 'Bộ Công Thương' },
  symbol: 'QĐ-BCT',
  place: 'Hà Nội',
  typeName: 'QUYẾT ĐỊNH',
  abstract: 'Về việc phê duyệt Danh mục đề án năm 2022',
  addressees: [],
  authority: 'BỘ TRƯỞNG BỘ CÔNG THƯƠNG',
  bases: ['Căn cứ Quyết định số 645/QĐ-TTg ngày 15/5/2020 của Thủ tướng Chính phủ.'],
  body: [
    { kind: 'article', number: 1, text: 'Phê duyệt Danh mục đề án tại Phụ lục kèm theo Quyết định này.', points: [] },
    { kind: 'article', number: 2, text: 'Chánh Văn phòng Bộ chịu trách nhiệm thi hành Quyết định này./.', points: [] },
  ],
  signatures: [{ capacity: [], title: 'BỘ TRƯỞNG', name: 'Nguyễn Văn Mẫu', field: 'ChuKy', seal: 'ConDau' }],
  recipients: ['- Như Điều 2;', '- Lưu: VT.'],
  annexes: [
    {
      heading: 'Phụ lục',
      title: 'DANH MỤC ĐỀ ÁN',
      reference: '(Kèm theo Quyết định số …/QĐ-BCT ngày … tháng … năm … của Bộ trưởng Bộ Công Thương)',
      orientation: 'landscape',
      blocks: [{ kind: 'paragraph', text: 'Đề án a: 6.000.000.000 đồng', style: 'plain' }],
    },
  ],
  sample: true,
  rehearsal: true,
});
export const receipt = OfficialDocument.parse({
  ...decision,
  type: 'receipt',
  form: 'notice',
  symbol: 'GTN-TMĐT',
  typeName: 'GIẤY TIẾP NHẬN HỒ SƠ',
  annexes: [],
});
export const edited: OfficialDocument = { ...decision, abstract: 'Về việc phê duyệt Danh mục đề án đợt 1 năm 2022' };

export const drafting = {
  type: 'approval-decision',
  title: 'Quyết định phê duyệt đề án',
  subjects: ['round-2022', 'scheme-a'],
  roundId: 'round-2022',
  content: decision,
  issuerId: 'bo-cong-thuong',
  drafter: 'agency-officer',
  code: 'mau-thu-0123456789',
  whenIssued: [
    { thing: 'round-2022', command: 'note-decision', input: { decisionNo: 1, outcome: 'approve' } },
    { thing: 'scheme-a', command: 'approve', input: { amounts: [] } },
  ],
  whenReturned: [{ thing: 'scheme-a', command: 'return-to-ranking', input: {} }],
  recipients: [
    { organisationId: 'vecom', name: 'Hiệp hội Thương mại điện tử Việt Nam' },
    { organisationId: 'ubnd-tinh-binh-dinh', name: 'UBND tỉnh Bình Định' },
  ],
};

export const drafted = given(documentKind).at('2022-05-16').when('draft-document', drafting, { as: 'process' }).left;
export const checked = drafted.when('check-format', { accepted: true }, { as: { role: 'format-checker', id: 'format-checker' } }).left;
export const approved = checked.when(
  'approve-draft',
  { digest: digestOf(decision) },
  { as: { role: 'agency-head', id: 'agency-head' } },
).left;
export const minister = { role: 'signer', id: 'signer' };
export const prepared = approved
  .when('prepare-signature', {}, { as: minister, situation: { registerLast: 14 } })
  .left.when('record-prepared', { file: 'f'.repeat(64), digest: 'd'.repeat(64) }).left;
export const signed = prepared
  .when('embed-signature', { digest: 'd'.repeat(64) }, { as: minister })
  .left.when('record-signed', { file: 'e'.repeat(64), pages: 3 }).left;
export const issued = signed.when('issue', {}, { as: { role: 'clerk', id: 'clerk' } }).left;

/** Another document as a rule finds it. */
export const documentView = (id: string, state: string, data: Partial<DocumentRecord>): { things: Record<string, ThingView> } => ({
  things: { [id]: { id, kind: 'document', pack: pack.id, state, seq: 5, route: 'central', data } },
});
