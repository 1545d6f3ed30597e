import type { Page } from '../page.ts';
import { councilList } from './councils.ts';
import { documentList } from './documents.ts';
import { incomingList } from './incoming.ts';
import { listPages } from './list.ts';
import { planList } from './plans.ts';
import { roundList } from './rounds.ts';
import { savedViewPages } from './saved-views.ts';
import { schemeList } from './schemes.ts';

/** Lists of all that one may know of, and how each person likes to see them. */
export const listsPages: Page[] = [
  ...[schemeList, roundList, councilList, documentList, planList, incomingList].flatMap(listPages),
  ...savedViewPages,
];
