import { collectionNames } from '../things/kinds.ts';
import { accountPages } from './account/pages.ts';
import { adminPages } from './admin/pages.ts';
import { commandFormPages } from './command-form.ts';
import { councilsPages } from './councils/pages.ts';
import { documentsPages } from './documents/pages.ts';
import { inboxPages } from './inbox.ts';
import { listsPages } from './lists/pages.ts';
import { moneyPages } from './money/pages.ts';
import type { Page } from './page.ts';
import { plansPages } from './plans/pages.ts';
import { proposalsPages } from './proposals/pages.ts';
import { registersPages } from './registers/pages.ts';
import { regulationsPages } from './regulations/pages.ts';
import { reportsPages } from './reports/pages.ts';
import { roundsPages } from './rounds/pages.ts';
import { schemesPages } from './schemes/pages.ts';
import { signInPages } from './sign-in.ts';
import { tellingPages } from './telling/pages.ts';
import { thingPage } from './thing.ts';

/** Everything that people can open. Of two that fit an address the first answers: pages of their own before the plain form of a command and the plain page of a thing. */
export const allPages: Page[] = [
  ...signInPages,
  ...accountPages,
  ...adminPages,
  ...regulationsPages,
  ...inboxPages,
  ...tellingPages,
  ...listsPages,
  ...proposalsPages,
  ...plansPages,
  ...schemesPages,
  ...roundsPages,
  ...councilsPages,
  ...documentsPages,
  ...registersPages,
  ...moneyPages,
  ...reportsPages,
  ...commandFormPages,
  ...collectionNames.map(thingPage),
];
