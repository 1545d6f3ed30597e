import type { Page } from '../page.ts';
import { appraisal } from './appraisal.ts';
import { budget } from './budget.ts';
import { documents } from './documents.ts';
import { money } from './money.ts';
import { overview } from './overview.ts';
import { timeline } from './timeline.ts';
import { versions } from './versions.ts';

/** A scheme's page and its parts. */
export const schemesPages: Page[] = [overview, versions, budget, appraisal, documents, money, timeline];
