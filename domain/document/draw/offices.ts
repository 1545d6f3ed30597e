import type { OrganisationView } from '../../command.ts';
import { standingFor } from '../../organisations.ts';
import type { DrawContext, Holder } from './drawn.ts';

type Known = Pick<DrawContext, 'organisations' | 'holders' | 'pack'>;

/** An organisation by its id. Throws where a thing names one that is not known. */
export function organisation({ organisations }: Pick<Known, 'organisations'>, id: string): OrganisationView {
  const found = organisations[id];
  if (!found) throw new Error(`There is no organisation ${id}.`);
  return found;
}

/** The ministry that decides, the agency that runs the programme, the unit that reviews its money. */
export const ministryOf = (context: Known): OrganisationView => organisation(context, context.pack.organisations.ministry);
export const agencyOf = (context: Known): OrganisationView => organisation(context, context.pack.organisations.agency);
export const financeOf = (context: Known): OrganisationView => organisation(context, context.pack.organisations.finance);

/** A province's department of finance; the province itself where none is known. */
export function localFinanceOf(context: Known, provinceId: string): OrganisationView {
  return departmentOf(context, provinceId, 'local-finance') ?? organisation(context, provinceId);
}

/** A province's department of industry and trade; the province itself where none is known. */
export function localTradeOf(context: Known, provinceId: string): OrganisationView {
  return departmentOf(context, provinceId, 'host') ?? organisation(context, provinceId);
}

function departmentOf({ organisations }: Known, provinceId: string, kind: string): OrganisationView | undefined {
  return Object.values(organisations)
    .filter((one) => one.kind === kind && one.provinceId === provinceId)
    .toSorted((a, b) => a.id.localeCompare(b.id))[0];
}

const deputies = /^(Phó |Thứ trưởng)/u;
export const isDeputy = (title: string): boolean => deputies.test(title);

/** Who signs by a role for an organisation: the person who acted if they hold it, else the head before deputies. */
export function holderOf(context: DrawContext, role: string, organisationId: string, acted?: string): Holder | undefined {
  const today = (id: string): string => standingFor(context.organisations, id, context.today)?.id ?? id;
  const those = (context.holders[role] ?? []).filter((one) => today(one.organisationId) === today(organisationId));
  return (
    those.find(({ id }) => id === acted) ??
    those.toSorted((a, b) => Number(isDeputy(a.title)) - Number(isDeputy(b.title)) || a.id.localeCompare(b.id))[0]
  );
}

/** A person by id, in whatever office. */
export function personOf({ holders }: Pick<Known, 'holders'>, id: string): Holder | undefined {
  return Object.values(holders)
    .flat()
    .find((one) => one.id === id);
}

const heads: [beginning: RegExp, title: string][] = [
  [/^Bộ /u, 'Bộ trưởng'],
  [/^Tổng cục /u, 'Tổng cục trưởng'],
  [/^Cục /u, 'Cục trưởng'],
  [/^Vụ /u, 'Vụ trưởng'],
  [/^(Sở|Trung tâm|Công ty) /u, 'Giám đốc'],
  [/^(Ủy ban nhân dân|Hiệp hội|Liên đoàn|Hội) /u, 'Chủ tịch'],
  [/^Viện /u, 'Viện trưởng'],
  [/^Trường /u, 'Hiệu trưởng'],
];

/** What the head of an organisation is called: "Cục trưởng". */
export function headTitle({ name }: Pick<OrganisationView, 'name'>): string {
  return heads.find(([beginning]) => beginning.test(name))?.[1] ?? 'Thủ trưởng';
}

/** "Cục trưởng Cục Thương mại điện tử và Kinh tế số"; "Chủ tịch Ủy ban nhân dân tỉnh Bình Định". */
export function headOf(unit: Pick<OrganisationView, 'name'>): string {
  return `${headTitle(unit)} ${unit.name}`;
}

/** "tỉnh Bình Định" of "Ủy ban nhân dân tỉnh Bình Định". */
export function areaOf(province: Pick<OrganisationView, 'name'>): string {
  return province.name.replace(/^Ủy ban nhân dân /u, '');
}
