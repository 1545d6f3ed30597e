import type { OrganisationView } from '../../command.ts';
import type { Council } from '../../council/state.ts';
import { numberAndDate } from '../compose/wording.ts';
import type { DrawContext } from './drawn.ts';
import { overseerOf } from './of-scheme.ts';
import { agencyOf, areaOf, financeOf, headOf, headTitle, localFinanceOf, organisation } from './offices.ts';

/** Who carries a decision out besides those that it names. */
export function executorsOf(context: DrawContext, provinceId: string | null): string[] {
  if (context.thing.route !== 'local' || provinceId === null) {
    return ['Chánh Văn phòng Bộ', headOf(financeOf(context)), headOf(agencyOf(context))];
  }
  const province = organisation(context, provinceId);
  const department = (unit: OrganisationView, name: string) => (unit.id === provinceId ? headOf(province) : `Giám đốc ${name}`);
  return [
    `Chánh Văn phòng ${province.name}`,
    department(overseerOf(context, provinceId), 'Sở Công Thương'),
    department(localFinanceOf(context, provinceId), 'Sở Tài chính'),
  ];
}

/** Who hands the draft up: "Theo đề nghị của Cục trưởng Cục Thương mại điện tử và Kinh tế số". */
export function proposalBasis(context: DrawContext, provinceId: string | null): string {
  const local = context.thing.route === 'local' && provinceId !== null;
  return `Theo đề nghị của ${headOf(local ? localFinanceOf(context, provinceId) : agencyOf(context))}`;
}

/** "Căn cứ Biên bản họp Hội đồng thẩm định số 03/BB-HĐTĐ ngày …": minutes of the round's councils that have been issued. */
export function minutesOf(context: Pick<DrawContext, 'things'>): { number: string; date: string }[] {
  return Object.values(context.things)
    .filter(({ kind }) => kind === 'council')
    .flatMap(({ data }) => (data as Council).documents)
    .flatMap(({ type, symbol, date }) => (type === 'minutes' && symbol !== null ? [{ number: symbol, date }] : []))
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.number.localeCompare(b.number));
}

export function minutesBasis(context: Pick<DrawContext, 'things'>): string[] {
  const minutes = minutesOf(context);
  return minutes.length === 0 ? [] : [`Căn cứ Biên bản họp Hội đồng thẩm định ${minutes.map(numberAndDate).join(', ')}`];
}

/** Receivers of a decision on schemes: those who carry it out, the superiors, the money, the public. */
export function decisionRecipients(context: DrawContext, article: string, provinceId: string | null): string[] {
  if (context.thing.route !== 'local' || provinceId === null) {
    return [article, 'Bộ trưởng (để báo cáo)', 'Bộ Tài chính (để phối hợp)', 'Kho bạc Nhà nước', 'Cổng Thông tin điện tử Bộ Công Thương'];
  }
  const area = areaOf(organisation(context, provinceId));
  return [
    article,
    'Bộ Công Thương (để báo cáo)',
    `Thường trực Hội đồng nhân dân ${area}`,
    `${headTitle({ name: 'Ủy ban nhân dân' })}, các Phó Chủ tịch Ủy ban nhân dân ${area}`,
    'Kho bạc Nhà nước',
  ];
}
