import type { OrganisationView, PersonView } from '../command.ts';
import { belongsTo } from '../organisations.ts';
import { lawValues } from '../regulation/law-value.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import type { Scheme } from '../scheme/state.ts';
import type { AgendaItem } from './state.ts';

type Organisations = Readonly<Record<string, OrganisationView>>;

/**
 * Interests that follow from a person's positions, as far as the law lists them as such: in the host's organisation, below or above it in the tree
 * of organisations, or in the province that put the scheme forward. What has been merged counts as what came of it.
 */
export function derivedInterests(
  person: PersonView,
  scheme: Pick<Scheme, 'host' | 'provinceId'>,
  pack: RegulationPack,
  organisations: Organisations,
  today: string,
): AgendaItem['interests'] {
  const of = (whole: string) => person.positions.some((one) => belongsTo(organisations, one.organisationId, whole, today));
  const { provinceId } = scheme;
  const inProvince =
    provinceId !== null && person.positions.some((one) => belongsTo(organisations, one.provinceId ?? '', provinceId, today));
  const applicant = of(scheme.host.id) || person.positions.some((one) => isAbove(one.organisationId, scheme, pack, organisations, today));
  const kind = applicant ? 'applicant' : inProvince ? 'province' : null;
  const law = lawValues(pack, 'council.interest', today).find(({ when, value }) => value.derived && when.interest === kind);
  return kind === null || !law ? [] : [{ by: person.id, kind, text: law.value.title.vi, derived: true, bars: law.value.bars }];
}

/** Whether the host is a unit of this organisation. The ministry and a province judge what their own units propose: that is their task. */
function isAbove(
  id: string,
  { host, provinceId }: Pick<Scheme, 'host' | 'provinceId'>,
  pack: RegulationPack,
  organisations: Organisations,
  today: string,
): boolean {
  return id !== pack.organisations.ministry && id !== provinceId && belongsTo(organisations, host.id, id, today);
}
