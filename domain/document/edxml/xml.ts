/** An element of an XML text: its name, its attributes, and either text or elements inside it. */
export type Element = { name: string; attributes?: Record<string, string>; inside: string | Element[] };

/** What XML 1.0 cannot hold at all (2.2): control characters and halves of surrogate pairs. */
const unwritable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

const escaped = (text: string): string => text.replace(unwritable, '').replace(/[&<>"\r]/g, (sign) => signs[sign] ?? sign);

/** The element as text, in UTF-8 well-formed whatever its texts are: markup in them is escaped, what XML cannot hold is left out. */
export function xmlText({ name, attributes = {}, inside }: Element): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value).replace(/[\t\n]/g, ' ')}"`);
  const content = typeof inside === 'string' ? escaped(inside) : inside.map(xmlText).join('');
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}
