/**
 * Text as it may be shown: in one Unicode spelling (NFC), and without what shows a reader something else than what is there. Vietnamese needs
 * neither characters that turn the direction of writing round, nor invisible ones, nor heaps of marks over one letter that cover the lines above.
 */
export function shownText(text: string): string {
  return text.normalize('NFC').replace(hidden, '').replace(heaped, '$1');
}

/** Controls but tab and line ends; directions; zero-width spaces and joiners; the byte order mark; halves of pairs. */
const hidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f]|[\ufe00-\ufe0f]|[\ufeff\ufff9-\ufffb]|\p{Cs}/gu;
const heaped = /(\p{M}{2})\p{M}+/gu;
