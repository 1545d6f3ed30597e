import type { z } from 'zod';
import type { Ask } from '../http/endpoint.ts';
import type { Language } from '../http/language.ts';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';

/** What a page says at its head once, after something was done: a text of the locale files and its values. */
export type Flash = { kind: 'success' | 'warning'; key: string; values?: Record<string, string | number> };

/** Where one is, from the outermost to the page itself: each a text and, but for the last, an address. */
export type Crumb = { text: string; href?: string };

export type PageAnswer =
  /** A whole page: a view of templates/pages with its model. `title` is plain text. `nav`: which entry of the menu is marked. */
  | { view: string; title: string; model: object; nav?: string; crumbs?: Crumb[]; status?: number; wide?: boolean; scripts?: string[] }
  /** A piece of a page for a page that asked for it. */
  | { fragment: string; model: object; status?: number; headers?: Record<string, string> }
  | { redirect: string; flash?: Flash }
  | { file: Buffer | string; type: string; name?: string }
  /** The answer was written already, as a stream. */
  | null;

type PageInput = { params?: z.ZodObject; query?: z.ZodObject };
/** A form as it came in: names with their texts, nested by brackets (`lines[0][amount]`); files already in the store, by hash. */
export type Posted = Record<string, unknown>;

/** Whether what was posted only stands in its form again, since the sign-in had ended when it came. */
export const isKept = (posted: Posted): boolean => posted._kept !== undefined;

export type PageAsk<I extends PageInput, C = Caller> = Omit<Ask<I, C>, 'body' | 'headers'> & {
  /** What was posted; `{}` on a get. */
  posted: Posted;
  language: Language;
};

/** One page, or one form of a page: where it is, what it reads of the address, and what it shows. Whatever it throws becomes a page that says so. */
export type Page = {
  method: 'get' | 'post';
  path: string;
  access: 'signed-in' | 'open';
  input: PageInput;
  /** Whether the form may carry files. */
  files?: boolean;
  /**
   * Whether the form is kept when it comes in after the sign-in has ended. Given what was kept (`isKept`), `run` does nothing and shows the form
   * with it.
   */
  keeps?: boolean;
  run(ask: PageAsk<PageInput>, parts: Parts): Promise<PageAnswer>;
};

type Given<I extends PageInput, C> = {
  method?: 'get' | 'post';
  path: string;
  input: I;
  files?: boolean;
  keeps?: boolean;
  run(ask: PageAsk<I, C>, parts: Parts): Promise<PageAnswer>;
};

/** A page for those who have signed in; others are led to the sign-in and back. */
export const page = <const I extends PageInput>({ method = 'get', ...given }: Given<I, Caller>): Page => ({
  ...given,
  method,
  access: 'signed-in',
  run: given.run as Page['run'],
});

/** A page for anybody; `caller` is null for those who have not signed in. */
export const openPage = <const I extends PageInput>({ method = 'get', ...given }: Given<I, Caller | null>): Page => ({
  ...given,
  method,
  access: 'open',
  run: given.run as unknown as Page['run'],
});
