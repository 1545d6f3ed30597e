import { formatDong } from '../../money/format.ts';
import { findLawValue, lawValue } from '../../regulation/law-value.ts';
import { contract } from '../compose/contract.ts';
import { lowerFirst, numberAndDate, percent } from '../compose/wording.ts';
import type { Draw, DrawContext } from './drawn.ts';
import { bySource, supportOf } from './money.ts';
import { hostOf, ofScheme, referenceTo, schemeFact, schemeFrame, schemeIssuing, schemeOf } from './of-scheme.ts';
import { headOf, holderOf, ministryOf, organisation, personOf } from './offices.ts';
import { compose, drawn, tell } from './paper.ts';
import { signing } from './signatories.ts';

/** Both sides have agreed: the contract as a paper, signed by those who agreed and sealed by both; with its issue the work begins. */
export const drawContract: Draw = (context) => {
  const { pack, today, thing } = context;
  const scheme = schemeOf(context);
  const terms = schemeFact(context, 'contract-concluded');
  const { issuer, role } = schemeIssuing(context, 'contract');
  const host = hostOf(context);
  const side = (which: 'agency' | 'host', unit: typeof host, of: string) => {
    const by = scheme.contract?.agreedBy.find((one) => one.side === which)?.by;
    const head = holderOf(context, of, unit.id, by);
    const person = by === undefined || head?.id === by ? head : (personOf(context, by) ?? head);
    const party = {
      name: unit.name,
      address: unit.place,
      representative: person?.name ?? '…',
      position: person?.title ?? 'Thủ trưởng đơn vị',
    };
    return { party, signs: signing(context, person) };
  };
  const [agency, other] = [side('agency', issuer, role), side('host', host, 'host-head')];
  const counterpart = (scheme.approved?.amounts ?? []).filter((amount) => !supportOf(thing.route, [amount]).length);
  const { date: _, ...composed } = compose(contract, {
    // The parties gave it number and date; no register numbers it again.
    frame: schemeFrame(context, 'contract', { changes: { date: terms.date }, moreBases: decisionBases(context) }),
    schemeTitle: scheme.proposal.title,
    approval: referenceTo(scheme.approved, today),
    ...(scheme.allocation && { allocation: referenceTo(scheme.allocation, today) }),
    agency: agency.party,
    host: other.party,
    amounts: bySource(pack, [...terms.amounts, ...counterpart]),
    value: terms.sumDong,
    startsOn: terms.startsOn,
    endsOn: terms.endsOn,
    milestones: terms.milestones.map(({ name, due, amountDong }) => ({
      content: name,
      dueOn: due,
      result: `Khối lượng trị giá ${formatDong(amountDong)} đồng được nghiệm thu`,
    })),
    paymentTerms: paymentTerms(context),
  });
  const content = { ...composed, abstract: `Số ${terms.number}, ${lowerFirst(composed.abstract)}` };
  const paper = ofScheme(context, 'contract');
  const about = `số ${terms.number}, ${paper.about}`;
  return [
    drawn(context, {
      ...paper,
      about,
      recipients: [hostOf(context), issuer],
      content,
      signers: [agency.signs, other.signs],
      sideB: host,
      whenIssued: [tell(thing.id, 'begin-implementation')],
    }),
  ];
};

/** The decisions on which the contract rests. */
function decisionBases(context: DrawContext): string[] {
  const { approved, allocation, provinceId } = schemeOf(context);
  const local = context.thing.route === 'local' && provinceId !== null;
  const by = local ? organisation(context, provinceId).name : headOf(ministryOf(context));
  const basis = (issued: typeof approved | typeof allocation, what: string) =>
    issued ? [`Căn cứ Quyết định ${numberAndDate(referenceTo(issued, context.today))} của ${by} ${what}`] : [];
  return [...basis(approved, 'phê duyệt danh mục đề án'), ...basis(allocation, 'phân bổ kinh phí thực hiện đề án')];
}

function paymentTerms(context: DrawContext): string[] {
  const { pack, today } = context;
  const { proposal } = schemeOf(context);
  const kinds = [...new Set(proposal.lines.map(({ kind }) => kind))];
  const rates = kinds.flatMap((kind) => {
    const rate = findLawValue(pack, 'advance.rate', { on: today, kind });
    const title = pack.contents.kinds.find(({ id }) => id === kind)?.title.vi ?? kind;
    return rate ? [`${lowerFirst(title)}: ${percent(rate.value)}`] : [];
  });
  const days = lawValue(pack, 'settlement.file', { on: today }).value;
  return [
    `Tạm ứng theo đề nghị của Bên B, tối đa theo loại nội dung chi${rates.length === 0 ? '' : ` (${rates.join('; ')})`}`,
    'Thanh toán theo khối lượng được nghiệm thu; số tiền đã tạm ứng được thu hồi qua các lần thanh toán',
    `Bên B lập hồ sơ quyết toán trong thời hạn ${days} ngày kể từ ngày nghiệm thu cuối cùng; phần kinh phí không được chấp nhận quyết toán được hoàn trả ngân sách nhà nước`,
  ];
}
