import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { Crumb } from '../page.ts';

/** Where a page of the administration is: below its own list, if it has one. */
export const adminCrumbs = (language: Language, ...below: Crumb[]): Crumb[] => [
  { text: pageText('admin.title', language), href: '/admin' },
  ...below,
];

export const sections = ['organisations', 'persons', 'delegations', 'rounds', 'clock', 'audit', 'services', 'letters'] as const;
export type Section = (typeof sections)[number];
export const sectionTitle = (section: Section, language: Language): string => pageText(`admin.${section}.title`, language);
export const sectionCrumb = (section: Section, language: Language): Crumb => ({
  text: sectionTitle(section, language),
  href: `/admin/${section}`,
});
