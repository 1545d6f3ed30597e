import type { Page } from '../page.ts';
import { eventsPage } from './events.ts';
import { mailPages } from './mail.ts';

/** How people are told: letters on screen, and open pages that hear of changes. */
export const tellingPages: Page[] = [eventsPage, ...mailPages];
