import { lawValue } from '../../regulation/law-value.ts';
import type { OfficialDocument } from '../model.ts';
import type { Part } from './boxes.ts';
import type { FormatContext, Found } from './finding.ts';

/** What a part is called, in both languages. */
const titles: Record<Exclude<Part, 'seal'>, { vi: string; en: string }> = {
  symbol: { vi: 'số, ký hiệu', en: 'number and symbol' },
  typeName: { vi: 'tên loại văn bản', en: 'name of the type' },
  addressees: { vi: 'nơi kính gửi', en: 'addressees' },
  authority: { vi: 'thẩm quyền ban hành', en: 'who decides' },
  bases: { vi: 'căn cứ ban hành', en: 'legal bases' },
  articles: { vi: 'các điều', en: 'articles' },
  name: { vi: 'họ tên người ký', en: 'signer’s name' },
  recipients: { vi: 'nơi nhận', en: 'recipients' },
};

const presence: Record<Exclude<Part, 'seal'>, { pointer: string; has(document: OfficialDocument): boolean }> = {
  symbol: { pointer: '/symbol', has: ({ symbol }) => symbol !== undefined },
  typeName: { pointer: '/typeName', has: ({ typeName }) => typeName !== undefined },
  addressees: { pointer: '/addressees', has: ({ addressees }) => addressees.length > 0 },
  authority: { pointer: '/authority', has: ({ authority }) => authority !== undefined },
  bases: { pointer: '/bases', has: ({ bases }) => bases.length > 0 },
  articles: { pointer: '/body', has: ({ body }) => body.some(({ kind }) => kind === 'article') },
  name: { pointer: '/signatures', has: ({ signatures }) => signatures.every(({ name }) => name !== undefined) },
  recipients: { pointer: '/recipients', has: ({ recipients }) => recipients.length > 0 },
};

/** Components of the form that are not there (Decree 30/2020/NĐ-CP, Article 8 and Annex I, II), or stand in another order than the form has them. */
export function components(document: OfficialDocument, { pack, on }: FormatContext): Found[] {
  const asked = lawValue(pack, 'format.components', { on, form: document.form }).value;
  const found: Found[] = [];
  for (const part of asked) {
    if (part === 'seal') continue;
    const { pointer, has } = presence[part];
    if (!has(document)) found.push({ rule: 'component.missing', pointer, values: { part: titles[part] } });
  }
  if (asked.includes('seal') && !document.signatures.some(({ seal }) => seal !== undefined))
    found.push({ rule: 'signature.seal-missing', pointer: '/signatures' });
  return [...found, ...misordered(document)];
}

/** The type name goes before the articles, these before all else: nothing stands between the bases and "Điều 1" in a decision. */
function misordered({ form, body }: OfficialDocument): Found[] {
  if (form !== 'decision') return [];
  const first = body.findIndex(({ kind }) => kind === 'article');
  return first > 0 ? [{ rule: 'component.misordered', pointer: `/body/0` }] : [];
}
