import type { Page } from '../page.ts';
import { actPages } from './act.ts';
import { editPages } from './edit.ts';
import { showPages } from './show.ts';
import { viewPages } from './view.ts';

/** The pages of documents: reading one, checking, approving, signing, issuing, and what comes after. */
export const documentsPages: Page[] = [...showPages, ...viewPages, ...editPages, ...actPages];
