import type { Page } from '../page.ts';
import { booksPage } from './books.ts';
import { incomingBookPages } from './incoming.ts';
import { outgoingPages } from './outgoing.ts';
import { incomingPage } from './paper.ts';
import { registerFormPages } from './register-form.ts';

/** Books of documents, for those who keep and inspect them, and the papers that came from outside. */
export const registersPages: Page[] = [booksPage, ...outgoingPages, ...incomingBookPages, ...registerFormPages, incomingPage];
