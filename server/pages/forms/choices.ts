import type { AgendaItem, Council } from '../../../domain/council/state.ts';
import { lawValue, lawValues } from '../../../domain/regulation/law-value.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { sectionTitles } from '../../../domain/scheme/section-titles.ts';
import type { IsoDate } from '../../../domain/time/dates.ts';
import type { Language } from '../../http/language.ts';
import type { Caller } from '../../identity/caller.ts';
import { readableBy } from '../../lists/readable.ts';
import type { Parts } from '../../parts.ts';
import type { KnownThing } from '../../things/known-thing.ts';
import type { Choice, Choices } from './fields.ts';
import { handlersIn } from './handlers.ts';

type Known = { thing: KnownThing; caller: Caller; language: Language };
const most = 500;

/** What may be chosen in the fields of a command: persons, schemes, contents of the pack, by the field's name. */
export async function choicesFor(command: string, { thing, caller, language }: Known, parts: Parts): Promise<Choices> {
  const { pack } = thing;
  const [today, schemes, handlers] = await Promise.all([
    parts.time.today(),
    needsSchemes.has(command) ? schemesOf(thing, caller, parts) : undefined,
    command === 'assign-incoming' ? handlersIn([String(thing.data.ownerId)], parts) : undefined,
  ]);
  const members = thing.kind === 'council' ? membersOf(thing.data as unknown as Council) : undefined;
  const items = thing.kind === 'council' ? itemsOf(thing.data as unknown as Council) : undefined;
  return (place) => {
    const last = place.split('.').at(-1) ?? place;
    switch (last) {
      case 'personId':
        return members;
      case 'handler':
        return handlers;
      case 'schemeId':
        return command === 'call-session' ? schemes : (items ?? schemes);
      case 'agenda':
        return schemes;
      case 'contentItem':
        return contentsOf(pack);
      case 'to':
        return command === 'delegate-chair' ? members : undefined;
      case 'criterion':
        return criteriaOf(pack, today, language);
      case 'reason':
        return command === 'declare-ineligible' ? reasonsOf(pack, today, language) : undefined;
      case 'sections':
        return sectionsOf(language);
      case 'kind':
        return place.startsWith('proposal.lines') || place.startsWith('lines') ? kindsOf(pack, language) : undefined;
      default:
        return undefined;
    }
  };
}

/** Why a file may be found ineligible, as the pack lists it. */
const reasonsOf = (pack: RegulationPack, today: IsoDate, language: Language): Choice[] =>
  lawValues(pack, 'ineligibility.reason', today).map(({ value, when }) => ({ value: when.reason ?? '', text: value[language] }));

const needsSchemes = new Set(['call-session', 'rank-schemes', 'propose-decision', 'propose-allocation', 'promote-from-waiting-list']);

async function schemesOf(thing: KnownThing, caller: Caller, { reader }: Parts): Promise<Choice[]> {
  const roundId = thing.kind === 'round' ? thing.id : (thing.data.roundId as string | undefined);
  const rows = await reader.scheme.findMany({
    where: { AND: [readableBy(caller), roundId ? { roundId } : {}] },
    select: { id: true, title: true },
    orderBy: { title: 'asc' },
    take: most,
  });
  return rows.map(({ id, title }) => ({ value: id, text: title }));
}

const membersOf = ({ members }: Council): Choice[] =>
  members.map(({ personId, name, role }) => ({ value: personId, text: `${name} (${role})` }));
const itemsOf = ({ items }: { items: Record<string, AgendaItem> }): Choice[] =>
  Object.entries(items).map(([id, { title }]) => ({ value: id, text: title }));
const contentsOf = ({ contents }: RegulationPack): Choice[] =>
  contents.groups.flatMap(({ items }) => items.map(({ code, text }) => ({ value: code, text: `${code} – ${text}` })));
const kindsOf = ({ contents }: RegulationPack, language: Language): Choice[] =>
  contents.kinds.map(({ id, title }) => ({ value: id, text: title[language] }));
const criteriaOf = (pack: RegulationPack, on: string, language: Language): Choice[] =>
  lawValue(pack, 'council.criteria', { on }).value.map(({ id, title, max }) => ({ value: id, text: `${title[language]} (0–${max})` }));
const sectionsOf = (language: Language): Choice[] =>
  Object.entries(sectionTitles).map(([value, title]) => ({ value, text: title[language] }));
