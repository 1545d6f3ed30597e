import { pageText } from '../../templates/page-texts.ts';
import type { Language } from '../http/language.ts';
import type { Caller } from '../identity/caller.ts';
import { countedUpTo, countWaitingBriefly } from '../inbox/waiting.ts';
import type { Parts } from '../parts.ts';
import { assetUrl } from './assets.ts';
import type { Crumb, Flash } from './page.ts';

/** What every page has around its content. */
export type ShellInput = {
  caller: Caller | null;
  language: Language;
  title: string;
  nav?: string | undefined;
  crumbs?: Crumb[] | undefined;
  flash?: Flash | null;
  wide?: boolean | undefined;
  scripts?: string[] | undefined;
  /** The newest sequence of the thing that the page shows, where it shows one. */
  seq?: number | null;
  /** Path and query of the page, to come back to it after the language was changed. */
  here: string;
};

/** Whose menu has which entry: by roles, everybody's where there are none. `council` is whoever sits on one. */
type Entry = { key: string; href: string; icon: string; roles?: string[] };
const agency = ['agency-officer', 'agency-head'];
const money = ['finance-officer', 'finance-head', 'local-finance', 'province-officer', 'province-head', 'signer', 'auditor', ...agency];
const entries: Entry[] = [
  { key: 'inbox', href: '/', icon: 'inbox' },
  { key: 'schemes', href: '/schemes', icon: 'scheme' },
  { key: 'rounds', href: '/rounds', icon: 'round' },
  { key: 'councils', href: '/councils', icon: 'council' },
  { key: 'documents', href: '/documents', icon: 'document' },
  {
    key: 'plans',
    href: '/plans',
    icon: 'plan',
    roles: ['province-officer', 'province-head', 'host-drafter', 'host-head', 'auditor', ...agency],
  },
  { key: 'money', href: '/money', icon: 'money', roles: money },
  { key: 'reports', href: '/reports', icon: 'chart', roles: money },
  {
    key: 'registers',
    href: '/registers',
    icon: 'register',
    roles: ['clerk', 'auditor', 'signer', 'province-head', 'host-head', ...agency],
  },
  { key: 'regulations', href: '/regulations', icon: 'law' },
  { key: 'admin', href: '/admin', icon: 'admin', roles: ['administrator', 'auditor'] },
];
/** Entries that an administrator, who sees no scheme data, has. */
const ofAdministrator = new Set(['inbox', 'regulations', 'admin']);

/** The frame of a page as its template shows it. */
export async function shellOf(input: ShellInput, parts: Parts): Promise<object> {
  const { caller, language, title, nav, crumbs = [], flash, wide, scripts = [], seq = null, here } = input;
  const [waiting, now] = await Promise.all([caller ? countWaitingBriefly(caller, parts.reader) : 0, parts.time.now()]);
  return {
    language,
    title: `${title} · ${pageText('shell.product', language)}`,
    heading: title,
    crumbs: crumbs.map(({ text, href }) => ({ text, href: href ?? null })),
    nav: caller ? menuOf(caller, waiting, nav) : [],
    person: caller && { id: caller.id, name: caller.name, titles: [...new Set(caller.positions.map((one) => one.title))].join(', ') },
    rehearsal: parts.committing.rehearsal ? { now } : null,
    flash: flash ? { kind: flash.kind, text: pageText(flash.key, language, flash.values) } : null,
    wide: wide === true,
    here,
    // What scripts of its own have taken in hand is not exchanged under them.
    follows: scripts.length === 0,
    seq,
    otherLanguage: language === 'vi' ? 'en' : 'vi',
    styles: [assetUrl('tabler.css'), assetUrl('pages.css')],
    scripts: [assetUrl('htmx.js')],
    modules: ['live.js', 'forms.js', 'keep.js', 'stack.js', ...scripts].map(assetUrl),
  };
}

function menuOf({ positions }: Caller, waiting: number, nav: string | undefined): object[] {
  const roles = new Set(positions.map(({ role }) => role));
  const onlyAdministers = positions.length > 0 && [...roles].every((role) => role === 'administrator');
  return entries
    .filter((one) => !one.roles || one.roles.some((role) => roles.has(role)))
    .filter(({ key }) => !onlyAdministers || ofAdministrator.has(key))
    .map(({ key, href, icon }) => ({
      key: `shell.nav.${key}`,
      href,
      icon,
      current: key === nav,
      isInbox: key === 'inbox',
      count: waiting > countedUpTo ? `${countedUpTo}+` : String(waiting),
      isEmpty: waiting === 0,
    }));
}
