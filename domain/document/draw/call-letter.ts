import { dateOf } from '../../time/programme-day.ts';
import { callLetter } from '../compose/call-letter.ts';
import type { Draw, DrawContext } from './drawn.ts';
import { sourceName } from './money.ts';
import { ofRound, roundFact, roundFrame, roundIssuing, roundOf } from './of-round.ts';
import { overseerOf } from './of-scheme.ts';
import { areaOf, organisation } from './offices.ts';
import { compose, drawn } from './paper.ts';

const fileParts = [
  'Thuyết minh đề án: sự cần thiết, mục tiêu, chỉ tiêu, nội dung, sản phẩm, đối tượng thụ hưởng, tiến độ, địa điểm thực hiện',
  'Dự toán kinh phí chi tiết theo nội dung chi, nguồn vốn và năm',
  'Cam kết bố trí vốn đối ứng; tài liệu chứng minh năng lực của đơn vị chủ trì',
];
/** Who may be a host unit, and to whom the letter goes (645/QĐ-TTg, Article 1.D). */
const centralHosts = [
  'Cơ quan quản lý nhà nước về thương mại điện tử ở trung ương và địa phương',
  'Hiệp hội Thương mại điện tử Việt Nam',
  'Các hiệp hội ngành hàng',
];
const centralAddressees = [
  'Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương',
  'Sở Công Thương các tỉnh, thành phố trực thuộc Trung ương',
  'Hiệp hội Thương mại điện tử Việt Nam và các hiệp hội ngành hàng',
];

/** A round is opened: who may propose what, with which file, by when. */
export const drawCallLetter: Draw = (context) => {
  const { pack } = context;
  const round = roundOf(context);
  const { closesAt, ceilings, provinceId } = roundFact(context, 'round-opened');
  const local = context.thing.route === 'local' && provinceId !== null;
  const area = local ? areaOf(organisation(context, provinceId)) : '';
  const frame = roundFrame(context, 'call-letter', { recipients: ['Như trên'] });
  const content = compose(callLetter, {
    frame,
    addressees: local ? [`Các sở, ngành, đơn vị, hiệp hội trên địa bàn ${area}`] : centralAddressees,
    year: round.year,
    closesOn: dateOf(closesAt),
    hosts: local ? [`Cơ quan, đơn vị, hiệp hội trên địa bàn ${area}`] : centralHosts,
    contents: pack.contents.groups.map(({ title }) => title),
    ceilings: ceilings.map(({ source, ceilingDong }) => ({ source: sourceName(pack, source), amount: ceilingDong })),
    fileParts: local
      ? fileParts
      : [...fileParts, 'Ý kiến của Ủy ban nhân dân tỉnh, thành phố đối với đề án do cơ quan, đơn vị của địa phương chủ trì'],
    submitTo: `${(local ? overseerOf(context, provinceId) : roundIssuing(context, 'call-letter').issuer).name} (qua hệ thống quản lý đề án)`,
  });
  const paper = ofRound(context, 'call-letter');
  return [drawn(context, { ...paper, content, signers: [frame.signedBy], recipients: addressed(context, local ? provinceId : null) })];
};

/** Those that may propose, among the organisations of the day. */
function addressed({ organisations, inForce }: DrawContext, provinceId: string | null) {
  const kinds = provinceId === null ? ['province', 'host', 'association'] : ['host', 'local-finance'];
  return inForce
    .flatMap((id) => organisations[id] ?? [])
    .filter((one) => kinds.includes(one.kind) && (provinceId === null || one.provinceId === provinceId))
    .toSorted((a, b) => a.id.localeCompare(b.id));
}
