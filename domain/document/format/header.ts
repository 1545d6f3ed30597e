import { officialDate } from '../dates.ts';
import type { DocumentForm, OfficialDocument } from '../model.ts';
import type { Found } from './finding.ts';

/** Bodies that have nobody above them in the header: ministries, committees, their chairmen, associations (Annex I, II.2). */
const topmost = /^(BỘ|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|CHỦ TỊCH|HỘI ĐỒNG NHÂN DÂN|CHÍNH PHỦ|THỦ TƯỚNG|HIỆP HỘI|LIÊN ĐOÀN)( |$)/u;
const state = /^(BỘ|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|CHỦ TỊCH ỦY BAN|HỘI ĐỒNG NHÂN DÂN|CHÍNH PHỦ|THỦ TƯỚNG)( |$)/u;
const subordinate = /^(TỔNG CỤC|CỤC|CHI CỤC|VỤ|SỞ|PHÒNG|THANH TRA|VĂN PHÒNG|TRUNG TÂM|BAN QUẢN LÝ)( |$)/u;

export const upper = (text: string): string => text.toLocaleUpperCase('vi');
const isCapital = (text: string): boolean => text === upper(text);

/** Boxes 2 to 5: issuer, number and symbol, place and date, type and abstract. */
export function header(document: OfficialDocument): Found[] {
  return [...issuer(document), ...numbering(document), ...placeAndDate(document), ...title(document), ...addressees(document)];
}

/** Minutes and forms of a council are headed by its short name. */
const headedInShort: DocumentForm[] = ['minutes', 'form', 'copy'];

function issuer({ form, issuer: { parent, lines, name } }: OfficialDocument): Found[] {
  const found: Found[] = [];
  const own = lines.join(' ');
  parent.forEach((line, at) => {
    if (!isCapital(line)) found.push({ rule: 'issuer.capitals', pointer: `/issuer/parent/${at}`, values: { text: line } });
  });
  lines.forEach((line, at) => {
    if (!isCapital(line)) found.push({ rule: 'issuer.capitals', pointer: `/issuer/lines/${at}`, values: { text: line } });
  });
  const shown = upper(own);
  if (parent.length === 0 && subordinate.test(shown))
    found.push({ rule: 'issuer.parent-missing', pointer: '/issuer/parent', values: { issuer: own } });
  if (parent.length > 0 && state.test(shown) && topmost.test(shown))
    found.push({ rule: 'issuer.parent-superfluous', pointer: '/issuer/parent', values: { issuer: own } });
  if (!headedInShort.includes(form) && !upper(name).startsWith(shown))
    found.push({ rule: 'issuer.name-differs', pointer: '/issuer/name', values: { printed: own, name } });
  return found;
}

/** "QĐ-BCT", "TTr-UBND", "BCT-TMĐT"; a contract has its year before it. */
const symbolForm = /^(?:\d{4}\/)?[A-ZĐ]+r?[A-ZĐ]*(?:-[A-ZĐ]+\d*)+$/u;
/** What a symbol begins with, by the type's name (Annex III, I). */
const abbreviations: [typeName: RegExp, symbol: RegExp, asked: string][] = [
  [/^QUYẾT ĐỊNH/u, /^QĐ-/u, 'QĐ'],
  [/^TỜ TRÌNH/u, /^TTr-/u, 'TTr'],
  [/^THÔNG BÁO/u, /^TB-/u, 'TB'],
  [/^BIÊN BẢN/u, /^BB/u, 'BB'],
  [/^GIẤY MỜI/u, /^GM-/u, 'GM'],
  [/^HỢP ĐỒNG/u, /(^|\/)HĐ-/u, 'HĐ'],
];

function numbering({ symbol, number, typeName, date }: OfficialDocument): Found[] {
  const found: Found[] = [];
  if (symbol !== undefined) {
    if (!symbolForm.test(symbol)) found.push({ rule: 'number.symbol-form', pointer: '/symbol', values: { symbol } });
    const asked = abbreviations.find(([name]) => name.test(typeName ?? ''));
    if (asked && !asked[1].test(symbol))
      found.push({ rule: 'number.symbol-type', pointer: '/symbol', values: { symbol, asked: asked[2] } });
    if (typeName === undefined && /^(QĐ|TTr|TB|BB|GM|CV)-/u.test(symbol))
      found.push({ rule: 'number.symbol-type', pointer: '/symbol', values: { symbol, asked: '–' } });
  }
  if (number !== undefined && date === undefined) found.push({ rule: 'date.missing', pointer: '/date' });
  return found;
}

function placeAndDate({ place, date }: OfficialDocument): Found[] {
  const found: Found[] = [];
  const formed = /^\p{Lu}[\p{L} .-]*\p{L}$/u.test(place) && !/ngày|tháng|năm|^Tỉnh /iu.test(place);
  if (!formed) found.push({ rule: 'place.form', pointer: '/place', values: { place } });
  if (date !== undefined && !isDay(date)) found.push({ rule: 'date.impossible', pointer: '/date', values: { date } });
  return found;
}

/** Whether a date is in the calendar. */
export function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}

const names: Partial<Record<DocumentForm, RegExp>> = {
  decision: /^QUYẾT ĐỊNH$/u,
  submission: /^TỜ TRÌNH$/u,
  minutes: /^BIÊN BẢN/u,
  notice: /^THÔNG BÁO/u,
  contract: /^(PHỤ LỤC )?HỢP ĐỒNG/u,
  invitation: /^GIẤY MỜI$/u,
};

function title({ form, typeName, abstract }: OfficialDocument): Found[] {
  const found: Found[] = [];
  if (typeName !== undefined) {
    if (!isCapital(typeName)) found.push({ rule: 'title.capitals', pointer: '/typeName', values: { typeName } });
    else if (names[form]?.test(typeName) === false) found.push({ rule: 'title.form', pointer: '/typeName', values: { typeName } });
  }
  const say = (rule: 'abstract.form' | 'abstract.opening') => found.push({ rule, pointer: '/abstract', values: { abstract } });
  if (/[.,;:]$/u.test(abstract) || /^V\/v/iu.test(abstract) || (abstract.length > 20 && isCapital(abstract))) say('abstract.form');
  else if (form === 'official-letter') {
    if (/^Về việc/iu.test(abstract)) say('abstract.form');
    else if (/^\p{Lu}\p{Ll}/u.test(abstract)) say('abstract.opening');
  } else if (/^\p{Ll}/u.test(abstract)) say('abstract.form');
  else if (['decision', 'submission'].includes(form) && !/^Về việc /u.test(abstract)) say('abstract.opening');
  return found;
}

function addressees({ addressees: receivers }: OfficialDocument): Found[] {
  return receivers.flatMap((receiver, at): Found[] =>
    /^[-–]|[.,;:]$|^Kính gửi/u.test(receiver) ? [{ rule: 'addressee.form', pointer: `/addressees/${at}`, values: { receiver } }] : [],
  );
}

/** How a document's own number and day are printed in a sentence: "05/QĐ-BCT ngày 07 tháng 02 năm 2022"; undefined before they are known. */
export function ownReference({ number, symbol, date }: OfficialDocument): { number: string; date: string } | undefined {
  if (number === undefined || symbol === undefined || date === undefined) return undefined;
  return { number: `${String(number).padStart(2, '0')}/${symbol}`, date: officialDate(date) };
}
