import type { Page } from '../page.ts';
import { allocationPages } from './allocation.ts';
import { decisionPages } from './decision.ts';
import { openPages } from './open.ts';
import { rankingPages } from './ranking.ts';
import { showPages } from './show.ts';

/** The pages of rounds: the call itself, the ranking, the list for the signer, and how the year's money is shared out. */
export const roundsPages: Page[] = [...openPages, ...showPages, ...rankingPages, ...decisionPages, ...allocationPages];
