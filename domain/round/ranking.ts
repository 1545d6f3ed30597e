import type { Round } from './state.ts';

type Ranked = Round['ranking'][number];
/** A scheme as it is put forward for the ranking: its place and list may be left to the order and the money. */
export type ToRank = Pick<Ranked, 'schemeId' | 'proposedDong'> & { place?: number | undefined; list?: Ranked['list'] | undefined };

/**
 * The ranking in order of places, or null if the places given are not 1 to n, each once. Where no list is named, schemes are ranked from
 * the first on as long as the money lasts; from the first that does not fit, the rest waits, so that nobody is overtaken for being cheaper.
 * `fitTogether`: whether schemes keep within other ceilings besides.
 */
export function placeSchemes(
  schemes: readonly ToRank[],
  freeDong: number,
  fitTogether: (schemeIds: readonly string[]) => boolean = () => true,
): Ranked[] | null {
  const placed = schemes.map((scheme, index) => ({ ...scheme, place: scheme.place ?? index + 1 })).toSorted((a, b) => a.place - b.place);
  if (placed.some(({ place }, index) => place !== index + 1)) return null;
  let left = freeDong;
  let lasts = true;
  const rankedIds: string[] = [];
  return placed.map(({ schemeId, place, proposedDong, list }) => {
    if (list === undefined && (proposedDong > left || !fitTogether([...rankedIds, schemeId]))) lasts = false;
    const on = list ?? (lasts ? 'ranked' : 'waiting');
    if (on === 'ranked') {
      left -= proposedDong;
      rankedIds.push(schemeId);
    }
    return { schemeId, place, proposedDong, list: on };
  });
}
