import type { RegulationPack } from '../regulation/pack.ts';
import type { Scheme } from './state.ts';

/**
 * Who stands behind each relation of a scheme. `finance` is the ministry's finance department; on the local route the province and its
 * finance department take the places of ministry and agency, as the chart names them.
 */
export function relationsOf(scheme: Scheme, pack: RegulationPack): Record<string, string> {
  const { ministry, agency, finance } = pack.organisations;
  const province =
    scheme.provinceId === null ? {} : { province: `province:${scheme.provinceId}`, 'local-finance': `province:${scheme.provinceId}` };
  return { host: `org:${scheme.host.id}`, ministry: `org:${ministry}`, agency: `org:${agency}`, finance: `org:${finance}`, ...province };
}

/** Who may know of a scheme, by how far it has come. Auditors always may; after a draft was handed in nobody who knew it forgets it. */
export function readersOf(scheme: Scheme, _stateName: string, pack: RegulationPack): string[] {
  const always = ['role:auditor', `org:${scheme.host.id}`];
  const province = scheme.provinceId === null ? [] : [`province:${scheme.provinceId}`];
  if (scheme.submittedOn === null) return scheme.opinion.askedOn === null ? always : [...always, ...province];
  if (scheme.route === 'local') return [...always, ...province];
  const { ministry, agency, finance } = pack.organisations;
  const council = scheme.council ? [...new Set(Object.values(scheme.council.roster).flat())].map((id) => `person:${id}`) : [];
  return [...always, ...province, ...[agency, ministry, finance].map((id) => `org:${id}`), ...council];
}
