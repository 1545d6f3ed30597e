import type { Language } from './language.ts';

/** Why a value cannot be kept, and where in it the trouble is. */
export type Unstorable = { code: 'unstorable_text' | 'too_deep'; path: PropertyKey[] };

/** No form of ours nests half as deep. What does is refused before anything follows it down. */
const deepest = 64;

/** PostgreSQL keeps neither NUL nor half a surrogate pair: found here, they are a bad field and not a broken system. The same for nesting without end. */
export function unstorableAt(value: unknown, path: PropertyKey[] = []): Unstorable | null {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? { code: 'unstorable_text', path } : null;
  if (typeof value !== 'object' || value === null) return null;
  if (path.length >= deepest) return { code: 'too_deep', path };
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorableAt(key, path) ?? unstorableAt(inner, [...path, key]);
    if (found) return found;
  }
  return null;
}

const texts: Record<Unstorable['code'], Record<Language, string>> = {
  unstorable_text: {
    vi: 'Văn bản chứa ký tự không lưu được (ký tự rỗng hoặc mã Unicode hỏng). Hãy bỏ ký tự đó.',
    en: 'The text holds a character that cannot be kept (NUL or broken Unicode). Remove it.',
  },
  too_deep: {
    vi: `Dữ liệu lồng nhau quá ${deepest} tầng. Hãy gửi theo đúng mẫu của lệnh.`,
    en: `The data are nested more than ${deepest} levels deep. Send what the form of the command asks for.`,
  },
};

/** What to do about it. */
export const unstorableText = ({ code }: Unstorable, language: Language): string => texts[code][language];
