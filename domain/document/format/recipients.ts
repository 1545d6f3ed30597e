import type { OfficialDocument } from '../model.ts';
import type { Found } from './finding.ts';

/** Forms that leave the house by the records office, which keeps a copy (VT). */
const kept = ['decision', 'official-letter', 'submission', 'notice', 'invitation'];

/** Box 9b: a dash before each, ";" after each, "." after the last, which is the copy that is kept (Annex I, II.9). */
export function recipients({ form, recipients: lines, body, addressees }: OfficialDocument): Found[] {
  if (lines.length === 0) return [];
  const found: Found[] = lines.flatMap((line, at): Found[] => {
    const asked = at === lines.length - 1 ? '.' : ';';
    const formed = /^- \S/u.test(line) && line.endsWith(asked) && !/[.;,]{2}$/u.test(line);
    return formed ? [] : [{ rule: 'recipients.punctuation', pointer: `/recipients/${at}`, values: { line, asked } }];
  });
  const say = (rule: Found['rule'], at: number, values: Found['values'] = {}) => found.push({ rule, pointer: `/recipients/${at}`, values });
  const last = lines.length - 1;
  const copy = /^- Lưu: /u.test(lines[last] ?? '') && (!kept.includes(form) || /\bVT\b/u.test(lines[last] ?? ''));
  if (!copy) say('recipients.file-copy', last);
  const bare = lines.map((line) => line.replace(/^- |[.;]+$/gu, ''));
  bare.forEach((line, at) => {
    if (bare.indexOf(line) < at) say('recipients.twice', at, { line });
  });
  const [first = ''] = bare;
  const articles = body.filter(({ kind }) => kind === 'article').length;
  if (lines.length > 1 && form === 'decision' && !/^Như [Đđ]iều/u.test(first))
    say('recipients.first', 0, { asked: `Như Điều ${articles}` });
  if (lines.length > 1 && addressees.length > 0 && form !== 'notice' && kept.includes(form) && !/^Như (trên|kính gửi)/iu.test(first))
    say('recipients.first', 0, { asked: 'Như trên' });
  bare.forEach((line, at) => {
    const named = /^Như ([Đđ])iều (\d+)/u.exec(line);
    if (form === 'decision' && named && (Number(named[2]) !== articles || named[1] === 'đ'))
      say('recipients.article', at, { asked: articles });
  });
  return found;
}
