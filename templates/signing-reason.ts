import { readFileSync } from 'node:fs';

type Reasons = { person: Record<string, string>; organisation: Record<string, string>; hidden: string };

const reasons = JSON.parse(readFileSync(new URL('./locales/signing.json', import.meta.url), 'utf8')) as Reasons;

/** Why somebody signs a document of a type, as the signature itself says: "Ký hợp đồng". `shown`: whether the signature has a place on a page. */
export function signingReason(type: string, by: 'person' | 'organisation', shown: boolean): string {
  if (!shown) return reasons.hidden;
  return reasons[by][type] ?? reasons[by].other ?? '';
}
