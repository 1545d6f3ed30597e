import type { RegulationPack } from '../regulation/pack.ts';
import { hasCouncil } from '../scheme/adjustment-way.ts';
import type { Standing } from '../scheme/standing.ts';
import type { Council } from './state.ts';

/** States of the schemes of a round of which some wait for a council's session. */
export const statesOfWaiting: readonly string[] = ['eligible', 'in-council', 'adjusting'];

/** Whether a scheme of its round may be called to a session: found eligible, put off by this council, or changed so much that it has to look again. */
export function waitsForSession(councilId: string, { items }: Pick<Council, 'items'>, scheme: Standing): boolean {
  const putOff = scheme.state === 'in-council' && scheme.councilId === councilId && items[scheme.schemeId]?.status === 'adjourned';
  return scheme.state === 'eligible' || putOff || (scheme.state === 'adjusting' && scheme.changed);
}

/** Whether a session has a scheme to be called for; where the schemes of a route come before no council, none ever has. */
export function hasSessionToCall(
  councilId: string,
  council: Pick<Council, 'items' | 'route'>,
  schemes: readonly Standing[],
  pack: RegulationPack,
): boolean {
  return hasCouncil(council, pack) && schemes.some((scheme) => waitsForSession(councilId, council, scheme));
}
