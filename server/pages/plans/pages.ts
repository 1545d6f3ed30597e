import type { Page } from '../page.ts';
import { drawPages } from './draw.ts';
import { newPlanPages } from './new-plan.ts';
import { planPages } from './plan.ts';

/** Provinces' plans: taken in, held against their own sums, and schemes drawn from them. */
export const plansPages: Page[] = [...newPlanPages, ...drawPages, ...planPages];
