import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { KnownThing } from '../../things/known-thing.ts';
import type { Crumb } from '../page.ts';
import { titleOf } from '../title-of.ts';

/** The way to a page below a scheme. */
export const schemeCrumbs = (thing: Pick<KnownThing, 'id' | 'data'>, language: Language, below: Crumb[]): Crumb[] => [
  { text: pageText('shell.nav.schemes', language), href: '/schemes' },
  { text: titleOf(thing.data, thing.id), href: `/schemes/${thing.id}` },
  ...below,
];
