import type { OfficialDocument, SignatureBlock } from '../model.ts';
import type { Found } from './finding.ts';
import { upper } from './header.ts';

/** Forms that an organisation signs through those who may sign for it; minutes, contracts and other forms are signed by whoever took part. */
const signedForIssuer = ['decision', 'official-letter', 'submission', 'notice', 'invitation'];

/** What the head of a body is called, by the beginning of its name in capitals. */
const heads: [issuer: RegExp, head: string][] = [
  [/^BỘ /u, 'BỘ TRƯỞNG'],
  [/^(ỦY|UỶ) BAN NHÂN DÂN/u, 'CHỦ TỊCH'],
  [/^CHỦ TỊCH (ỦY|UỶ) BAN/u, 'CHỦ TỊCH'],
  [/^TỔNG CỤC /u, 'TỔNG CỤC TRƯỞNG'],
  [/^CHI CỤC /u, 'CHI CỤC TRƯỞNG'],
  [/^CỤC /u, 'CỤC TRƯỞNG'],
  [/^VỤ /u, 'VỤ TRƯỞNG'],
  [/^(SỞ|TRUNG TÂM) /u, 'GIÁM ĐỐC'],
  [/^(HIỆP HỘI|LIÊN ĐOÀN|HỘI) /u, 'CHỦ TỊCH'],
];
const headTitles = [...new Set(heads.map(([, head]) => head))];
const collective = /^(ỦY|UỶ) BAN NHÂN DÂN/u;
const deputy = /^(PHÓ |THỨ TRƯỞNG)/u;

/** The office that a deputy stands in for: "THỨ TRƯỞNG" → "BỘ TRƯỞNG", "PHÓ CỤC TRƯỞNG" → "CỤC TRƯỞNG". */
const headOfDeputy = (title: string): string => (title.startsWith('THỨ TRƯỞNG') ? 'BỘ TRƯỞNG' : title.replace(/^PHÓ /u, ''));

/**
 * Whether header and signature belong together (Decree 30/2020/NĐ-CP, Article 13 and Annex I, II.7): a collective body signs by TM., a
 * deputy by KT., a unit's head for the head above by TL. or, where it is so written, by TUQ.; who acts as head has Q. before the title.
 */
export function authority(document: OfficialDocument): Found[] {
  const found: Found[] = document.signatures.flatMap((block, at) => [
    ...spelling(block, `/signatures/${at}`),
    ...signerName(block, `/signatures/${at}`, document),
  ]);
  const issuer = upper(document.issuer.lines.join(' '));
  const deciding = document.authority === undefined ? undefined : upper(document.authority);
  if (deciding !== undefined && !isOf(deciding, document)) {
    found.push({ rule: 'authority.issuer', pointer: '/authority', values: { authority: deciding, issuer } });
  }
  const [block, ...others] = document.signatures;
  if (!signedForIssuer.includes(document.form) || !block || others.length > 0) return found;
  return [...found, ...combination(block, deciding ?? issuer, issuer, document)];
}

/** "BỘ TRƯỞNG BỘ CÔNG THƯƠNG", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH": the head of the issuer; a committee also decides as a body. */
function isOf(deciding: string, { issuer }: OfficialDocument): boolean {
  const name = upper(issuer.name);
  if (collective.test(deciding)) return deciding === name;
  if (!deciding.endsWith(name) && !name.startsWith(deciding)) return false;
  const head = heads.find(([body]) => body.test(name))?.[1];
  return head === undefined || deciding.startsWith(head) || /^CHỦ TỊCH/u.test(name);
}

function combination(
  { capacity, title, authority: by }: SignatureBlock,
  deciding: string,
  issuer: string,
  document: OfficialDocument,
): Found[] {
  const pointer = '/signatures/0';
  const lines = capacity.map(upper);
  const found: Found[] = [];
  const say = (rule: Found['rule'], values: Found['values'] = {}) =>
    found.push({ rule, pointer: `${pointer}/capacity`, values: { title, ...values } });
  const having = (prefix: string): string | undefined => lines.find((line) => line.startsWith(`${prefix}. `))?.slice(prefix.length + 2);
  const [tm, kt, tl, tuq, acting] = ['TM', 'KT', 'TL', 'TUQ', 'Q'].map(having);
  const head = heads.find(([body]) => body.test(issuer))?.[1];
  const delegated = tl ?? tuq;

  if (collective.test(deciding) && tm === undefined && delegated === undefined) say('authority.tm-missing', { issuer: deciding });
  if (tm !== undefined && (!collective.test(deciding) || !collective.test(tm))) say('authority.tm-wrong', { issuer: deciding });
  const shown = upper(title);
  if (deputy.test(shown) && kt === undefined) say('authority.kt-missing', { head: headOfDeputy(shown) });
  if (kt !== undefined) {
    const asked = headOfDeputy(shown);
    const stands = deputy.test(shown) && (kt === asked || kt.startsWith(`${asked} `) || asked.startsWith(`${kt} `));
    if (!stands) say('authority.kt-wrong', { head: deputy.test(shown) ? asked : '–' });
    else if (delegated === undefined && head !== undefined && !kt.startsWith(head)) say('authority.kt-wrong', { head });
  }
  if (
    delegated !== undefined &&
    ((head !== undefined && !delegated.startsWith(head)) ||
      shown === delegated ||
      deputy.test(delegated) ||
      (head !== undefined && deputy.test(shown) && headOfDeputy(shown) === head))
  )
    say('authority.tl-wrong', { head: head ?? '–' });
  const founded = by?.instrument !== undefined || document.bases.some((basis) => /ủy quyền|uỷ quyền/iu.test(basis));
  if (tuq !== undefined && !founded && !saysDelegation(document)) say('authority.tuq-unfounded');
  if (acting !== undefined || (/^Q\. /u.test(shown) && (kt !== undefined || deputy.test(shown.slice(3))))) say('authority.acting-wrong');
  const order = lines.map((line) => ['TM. ', 'TL. ', 'TUQ. ', 'KT. '].findIndex((prefix) => line.startsWith(prefix)));
  const known = order.filter((nth) => nth >= 0);
  if (known.some((nth, at) => at > 0 && nth <= (known[at - 1] ?? -1)) || (tl !== undefined && tuq !== undefined)) say('authority.order');
  const plain = shown.replace(/^Q\. /u, '');
  if (kt === undefined && delegated === undefined && head !== undefined && !deputy.test(plain)) {
    const other = headTitles.find((one) => plain === one || plain.startsWith(`${one} `));
    if (other !== undefined && other !== head) say('authority.title', { head });
  }
  return found;
}

/** A letter names the written authority in its first sentences instead of among bases. */
const saysDelegation = ({ body }: OfficialDocument): boolean =>
  body.some((block) => block.kind === 'paragraph' && /ủy quyền|uỷ quyền/iu.test(block.text));

function spelling({ capacity, title }: SignatureBlock, pointer: string): Found[] {
  const found: Found[] = [];
  capacity.forEach((line, at) => {
    const where = `${pointer}/capacity/${at}`;
    if (line !== upper(line)) found.push({ rule: 'signature.capitals', pointer: where, values: { text: line } });
    else if (/^(T\/M|K\/T|T\/L|TM|KT|TL|TUQ|Q)(?!\. )(?=[ .:/]|\b)/u.test(line) || /^T\/|^K\//u.test(line))
      found.push({ rule: 'authority.prefix', pointer: where, values: { text: line } });
    else if (!/^(TM|KT|TL|TUQ|Q)\. \p{Lu}/u.test(line)) found.push({ rule: 'authority.prefix', pointer: where, values: { text: line } });
  });
  if (title !== upper(title)) found.push({ rule: 'signature.capitals', pointer: `${pointer}/title`, values: { text: title } });
  return found;
}

const academic =
  /^(GS|PGS|TS|ThS|Th\.S|BS|KS|CN|NGND|NGƯT|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Ông|Bà|Đồng chí|Đ\/c|Dr|Mr|Ms)[. ]|,\s*(GS|PGS|TS|ThS|Ph\.?D|MBA)\b/u;

function signerName({ name }: SignatureBlock, pointer: string, { number }: OfficialDocument): Found[] {
  if (name === undefined) return [];
  const where = `${pointer}/name`;
  if (/^[….]+$/u.test(name)) return number === undefined ? [] : [{ rule: 'signer.name-open', pointer: where }];
  if (academic.test(name)) return [{ rule: 'signer.academic', pointer: where, values: { name } }];
  const words = name.split(' ');
  const formed = name.length <= 80 && words.every((word) => /^\p{Lu}\p{Ll}*('\p{Lu}\p{Ll}*)?$/u.test(word));
  return formed ? [] : [{ rule: 'signer.name-form', pointer: where, values: { name } }];
}
