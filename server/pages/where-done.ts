import type { ThingKind } from '../../domain/process/chart.ts';
import { collectionOf } from '../things/kinds.ts';

/** Commands that are given on a page of their own, by what follows the thing's own address; all others have their form. */
const places: Partial<Record<ThingKind, Record<string, string>>> = {
  round: {
    'rank-schemes': '/ranking',
    'promote-from-waiting-list': '/ranking',
  },
  scheme: {
    'edit-proposal': '/proposal',
    submit: '/proposal/check',
    'submit-to-province': '/proposal/check',
    supplement: '/proposal/check',
    'submit-revision': '/proposal/check',
    'accept-reduction': '/proposal/reduction',
    'file-settlement': '/settlement',
    'return-settlement': '/settlement',
    'review-settlement': '/settlement',
  },
  council: {
    'declare-interest': '/desk',
    'submit-score-sheet': '/desk',
    'submit-written-view': '/desk',
    'cast-ballot': '/desk',
    'record-dissent': '/desk',
    'record-attendance': '/board',
    'open-item': '/board',
    'open-ballot': '/board',
    'close-ballot': '/board',
    'adjourn-item': '/board',
    'adopt-minutes': '/board',
    'close-session': '/board',
  },
  document: {
    'check-format': '',
    'approve-draft': '',
    'return-draft': '',
    'prepare-signature': '',
    'embed-signature': '',
  },
};

/** Every ending by which a kind's own pages are reached. */
export const placesOf = (kind: ThingKind): string[] => [...new Set(Object.values(places[kind] ?? {}))];

/** The address of a thing. */
export const addressOfThing = (kind: ThingKind, id: string): string => `/${collectionOf(kind) ?? kind}/${id}`;

/** Where a command is given: the page of the room that it belongs to, or its own form. */
export function whereDone(kind: ThingKind, id: string, command: string): string {
  const place = places[kind]?.[command];
  return addressOfThing(kind, id) + (place ?? `/do/${command}`);
}
