import { z } from 'zod';
import { positiveDong } from '../../money/dong.ts';
import type { Block } from '../block.ts';
import { officialDate, shortDate } from '../dates.ts';
import { Line } from '../table.ts';
import { composer } from './composer.ts';
import { articles, officialDocument } from './document.ts';
import { Frame, Reference } from './frame.ts';
import { SourceAmount } from './scheme-list.ts';
import { closed, dashed, numberAndDate, numbered, paragraph, sum, sumInFull } from './wording.ts';

/** One side of the contract. */
export const Party = z.object({
  name: Line,
  address: Line,
  phone: Line.optional(),
  taxCode: Line.optional(),
  /** Account number and where it is kept. */
  account: Line.optional(),
  representative: Line,
  position: Line,
  /** Written authority under which the representative signs, if not by office. */
  authority: Line.optional(),
});
export type Party = z.infer<typeof Party>;

export const ContractInput = z.object({
  frame: Frame,
  schemeTitle: Line,
  /** The decisions that approved and funded the scheme. */
  approval: Reference,
  allocation: Reference.optional(),
  agency: Party,
  host: Party,
  amounts: z.array(SourceAmount).min(1),
  /** Support under this contract, đồng. */
  value: positiveDong,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  /** What is delivered by when. */
  milestones: z.array(z.object({ content: Line, dueOn: z.iso.date(), result: Line })).min(1),
  /** How money is advanced and paid, a sentence each. */
  paymentTerms: z.array(Line).min(1),
});
export type ContractInput = z.infer<typeof ContractInput>;

/** Contract between the agency (bên A) and a host unit (bên B) on carrying out an approved scheme. Each side signs and seals. */
export const contract = composer(ContractInput, ({ frame, ...terms }) => {
  const { agency, host } = terms;
  const parts = articles([
    {
      title: 'Nội dung hợp đồng',
      text: `Bên A giao và Bên B nhận thực hiện đề án “${terms.schemeTitle}” đã được phê duyệt tại Quyết định ${numberAndDate(terms.approval)}, theo các mốc công việc sau:`,
      points: [],
    },
    { title: 'Thời gian thực hiện', text: `Từ ${officialDate(terms.startsOn)} đến ${officialDate(terms.endsOn)}.`, points: [] },
    {
      title: 'Kinh phí thực hiện',
      text: `Giá trị hợp đồng: ${sumInFull(terms.value)}. Cơ cấu nguồn vốn thực hiện đề án:`,
      points: dashed(terms.amounts.map(({ source, amount }) => `${source}: ${sum(amount)}`)),
    },
    { title: 'Tạm ứng, thanh toán, quyết toán', points: numbered(terms.paymentTerms) },
    {
      title: 'Trách nhiệm của Bên A',
      points: numbered([
        'Hướng dẫn, kiểm tra, giám sát Bên B thực hiện đề án theo nội dung được phê duyệt',
        'Tổ chức nghiệm thu, thanh toán, thẩm tra quyết toán kinh phí theo quy định',
        'Tạm dừng hoặc kiến nghị chấm dứt thực hiện đề án khi Bên B vi phạm hợp đồng hoặc quy định của pháp luật',
      ]),
    },
    {
      title: 'Trách nhiệm của Bên B',
      points: numbered([
        'Tổ chức thực hiện đề án đúng mục tiêu, nội dung, tiến độ; bố trí đủ vốn đối ứng đã cam kết',
        'Sử dụng kinh phí đúng mục đích, đúng dự toán; lưu giữ chứng từ theo quy định; hoàn trả phần kinh phí không được chấp nhận quyết toán',
        'Báo cáo tiến độ định kỳ và báo cáo kết quả thực hiện; tạo điều kiện cho việc kiểm tra, giám sát',
      ]),
    },
    {
      title: 'Điều khoản chung',
      text: closed(
        'Hai bên cam kết thực hiện đúng các điều khoản của hợp đồng; mọi sửa đổi, bổ sung được lập thành phụ lục hợp đồng. Hợp đồng có hiệu lực kể từ ngày ký, được lập dưới dạng văn bản điện tử có chữ ký số của hai bên và có giá trị như bản gốc',
      ),
      points: [],
    },
  ]);
  const [content, ...others] = parts;
  return officialDocument(frame, {
    type: 'contract',
    form: 'contract',
    typeName: 'HỢP ĐỒNG',
    abstract: `Thực hiện đề án thuộc ${frame.programme}`,
    withBases: true,
    body: [
      paragraph(
        `Hôm nay, ${frame.date === undefined ? 'ngày … tháng … năm …' : officialDate(frame.date)}, tại ${frame.place}, chúng tôi gồm:`,
      ),
      ...party('BÊN A', agency),
      ...party('BÊN B', host),
      paragraph('Hai bên thống nhất ký kết hợp đồng với các điều khoản sau:'),
      ...(content ? [content] : []),
      milestones(terms.milestones),
      ...others,
    ],
    signatures: [side('ĐẠI DIỆN BÊN A', agency, 'A'), side('ĐẠI DIỆN BÊN B', host, 'B')],
  });
});

function party(label: string, side: Party): Block[] {
  const facts: [string, string | undefined][] = [
    ['Địa chỉ', side.address],
    ['Điện thoại', side.phone],
    ['Mã số thuế', side.taxCode],
    ['Tài khoản', side.account],
    ['Đại diện', `${side.representative} - Chức vụ: ${side.position}`],
    ['Giấy ủy quyền', side.authority],
  ];
  return [
    { kind: 'heading', level: 2, number: `${label}:`, title: side.name.toLocaleUpperCase('vi') },
    { kind: 'definitions', entries: facts.flatMap(([term, text]) => (text === undefined ? [] : [{ term: `- ${term}`, text }])) },
  ];
}

function milestones(steps: ContractInput['milestones']): Block {
  return {
    kind: 'table',
    table: {
      head: [
        { title: 'STT', align: 'center', share: 8 },
        { title: 'Nội dung công việc', align: 'left' },
        { title: 'Kết quả phải đạt', align: 'left', share: 36 },
        { title: 'Hoàn thành trước', align: 'center', share: 17 },
      ],
      rowHead: 1,
      rows: steps.map(({ content, result, dueOn }, index) => ({
        kind: 'item',
        cells: [String(index + 1), content, result, shortDate(dueOn)],
      })),
    },
  };
}

function side(party: string, { representative, position }: Party, letter: 'A' | 'B') {
  return {
    party,
    capacity: [],
    title: position.toLocaleUpperCase('vi'),
    name: representative,
    field: `ChuKy${letter}`,
    seal: `ConDau${letter}`,
  };
}
