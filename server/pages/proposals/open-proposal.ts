import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { type Lack, lacksOf, type Years } from '../../../domain/scheme/completeness.ts';
import { type Section, sections } from '../../../domain/scheme/proposal.ts';
import type { Scheme } from '../../../domain/scheme/state.ts';
import { dateOf } from '../../../domain/time/programme-day.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import type { Parts } from '../../parts.ts';
import { actionsOf } from '../../things/actions.ts';
import { type KnownThing, knownThing } from '../../things/known-thing.ts';
import type { Crumb } from '../page.ts';

/** The commands by which a proposal leaves the host's desk. */
const sending = ['submit', 'submit-to-province', 'supplement', 'submit-revision', 'accept-reduction'] as const;
export type Sending = (typeof sending)[number];

/** A proposal as somebody of the host works on it: whether they may write in it, in which sections, and by what they may send it on. */
export type OpenProposal = {
  thing: KnownThing;
  scheme: Scheme;
  today: string;
  now: string;
  edits: boolean;
  sends: Sending[];
  years: Years;
  lacks: Lack[];
  /** While a supplement is asked for only its sections may change. */
  isOpen(section: Section): boolean;
};

/** Opens a proposal for work. @throws ProblemError 404 if there is none that the caller may know of */
export async function openProposal(id: string, caller: Caller, parts: Parts): Promise<OpenProposal> {
  const [thing, now] = await Promise.all([knownThing('scheme', id, caller, parts), parts.time.now()]);
  const scheme = thing.data as unknown as Scheme;
  const commands = actionsOf(thing, caller, now).map(({ command }) => command);
  const years = yearsOf(scheme, thing.pack);
  return {
    thing,
    scheme,
    now,
    today: dateOf(now),
    edits: commands.includes('edit-proposal'),
    sends: sending.filter((command) => commands.includes(command)),
    years,
    lacks: lacksOf(scheme.proposal, years),
    isOpen: (section) => thing.state !== 'supplementing' || scheme.intake.openedSections.includes(section),
  };
}

/** The years in which a scheme may be carried out: from its round's to the programme's last. */
export const yearsOf = ({ year }: Pick<Scheme, 'year'>, pack: RegulationPack): Years => ({
  from: year,
  to: Number(pack.valid.to.slice(0, 4)),
});

export const isSection = (text: string): text is Section => (sections as readonly string[]).includes(text);

/** The way to a page of a proposal. */
export const proposalCrumbs = ({ thing, scheme }: OpenProposal, language: Language, here?: string): Crumb[] => [
  { text: pageText('shell.nav.schemes', language), href: '/schemes' },
  { text: scheme.proposal.title, href: `/schemes/${thing.id}` },
  { text: pageText('proposal.title', language), ...(here !== undefined && { href: `/schemes/${thing.id}/proposal` }) },
  ...(here === undefined ? [] : [{ text: here }]),
];

/** What a lack says to whoever has to mend it. */
export const lackText = ({ why }: Lack, { from, to }: Years, language: Language): string =>
  pageText(`proposal.lack.${why}`, language, { from: String(from), to: String(to) });
