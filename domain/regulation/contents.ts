import { z } from 'zod';
import { BothLanguages, Certainty, Grounded } from './basis.ts';

/** A kind of work, by which ceilings and rates differ (training, publicity, infrastructure …). */
export const ContentKind = z.strictObject({ id: z.string().regex(/^[a-z][a-z-]*$/), title: BothLanguages });
export type ContentKind = z.infer<typeof ContentKind>;

/** One item of Annex II of the master plan. The text is the law's; its kind is our reading, certain only as `kindCertainty` says. */
export const ContentItem = z.strictObject({
  code: z.string().min(1).normalize('NFC'),
  text: z.string().min(1).normalize('NFC'),
  kind: z.string(),
  kindCertainty: Certainty,
});
export type ContentItem = z.infer<typeof ContentItem>;

/** The contents of the programme: what a scheme may be about, in groups. */
export const Contents = Grounded.extend({
  kinds: z.array(ContentKind).min(1),
  groups: z
    .array(z.strictObject({ code: z.string(), title: z.string().min(1).normalize('NFC'), items: z.array(ContentItem).min(1) }))
    .min(1),
});
export type Contents = z.infer<typeof Contents>;

/** The item of a code ("3a"), or undefined if the programme knows none. */
export function contentItem(contents: Contents, code: string): ContentItem | undefined {
  for (const group of contents.groups) {
    const found = group.items.find((item) => item.code === code);
    if (found) return found;
  }
  return undefined;
}
