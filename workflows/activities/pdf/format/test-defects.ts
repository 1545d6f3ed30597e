import type { SampleSize } from '../../../../domain/document/compose/samples/all.ts';
import type { FormatRule } from '../../../../domain/document/format/rules.ts';
import type { DocumentType } from '../../../../domain/document/model.ts';

/** One thing made wrong in how a clean sample is printed (its page, not its data), and the rule that has to see it. */
export type PageDefect = { name: string; type: DocumentType; size: SampleSize; rule: FormatRule; spoil(html: string): string };

/** With these rules after all others. */
const css =
  (rules: string) =>
  (html: string): string =>
    `${html}<style>${rules}</style>`;
const swap =
  (from: string | RegExp, to: string, rules = '') =>
  (html: string): string => {
    const changed = html.replace(from, to);
    if (changed === html) throw new Error(`nothing to spoil: ${String(from)}`);
    return css(rules)(changed);
  };

type Row = [name: string, type: DocumentType, rule: FormatRule, spoil: (html: string) => string, size?: SampleSize];

const paper: Row[] = [
  ['printed on A5', 'approval-decision', 'page.size', css('@page{size:A5}')],
  ['printed on Letter', 'reminder', 'page.size', css('@page{size:letter}')],
  ['a letter printed landscape', 'reminder', 'page.size', css('@page{size:A4 landscape}')],
  ['left margin of 20 mm', 'approval-decision', 'page.margin', css('@page{margin-left:20mm}')],
  ['left margin of 40 mm', 'approval-decision', 'page.margin', css('@page{margin-left:40mm}')],
  ['right margin of 10 mm', 'approval-decision', 'page.margin', css('@page{margin-right:10mm}')],
  ['right margin of 26 mm', 'approval-decision', 'page.margin', css('@page{margin-right:26mm}')],
  ['top margin of 12 mm', 'approval-decision', 'page.margin', css('@page{margin-top:12mm}')],
  ['top margin of 32 mm', 'approval-decision', 'page.margin', css('@page{margin-top:32mm}')],
  ['bottom margin of 8 mm', 'approval-decision', 'page.margin', css('@page{margin-bottom:8mm} @page:first{margin-bottom:8mm}')],
  ['a narrow annex margin', 'approval-decision', 'page.margin', css('@page annex-1{margin:20mm 8mm 20mm 8mm}')],
  ['text off the paper', 'approval-decision', 'page.outside', css('.head .number{position:relative;left:-50mm}')],
  ['sans serif in the header', 'approval-decision', 'page.font', css('.country{font-family:sans-serif}')],
  ['monospace in a table', 'allocation-decision', 'page.font', css('td{font-family:monospace}')],
  ['another font for the body', 'reminder', 'page.font', css('p.text{font-family:"DejaVu Serif",sans-serif}')],
  ['red text', 'approval-decision', 'page.colour', css('p.text{color:#c00}')],
  ['grey number', 'approval-decision', 'page.colour', css('.number{color:#777}')],
  ['blue recipients', 'reminder', 'page.colour', css('.recipients{color:#00c}')],
];

const faces: Row[] = [
  ['body of 12 pt', 'approval-decision', 'page.font-size', css('p.text{font-size:12pt}')],
  ['body of 15 pt', 'reminder', 'page.font-size', css('p.text{font-size:15pt}')],
  ['national name of 15 pt', 'approval-decision', 'page.font-size', css('.country{font-size:15pt}')],
  ['motto of 12 pt', 'approval-decision', 'page.font-size', css('.motto{font-size:12pt}')],
  ['issuer of 14.5 pt', 'approval-decision', 'page.font-size', css('.issuing-body{font-size:14.5pt}')],
  ['parent of 11 pt', 'reminder', 'page.font-size', css('.parent{font-size:11pt}')],
  ['number of 11 pt', 'approval-decision', 'page.font-size', css('.number{font-size:11pt}')],
  ['date of 12 pt', 'approval-decision', 'page.font-size', css('.place-and-date{font-size:12pt}')],
  ['type name of 16 pt', 'approval-decision', 'page.font-size', css('.title h1{font-size:16pt}')],
  ['abstract of 12 pt', 'approval-decision', 'page.font-size', css('.title .abstract{font-size:12pt}')],
  ['a letter’s abstract of 14 pt', 'reminder', 'page.font-size', css('.subject{font-size:14pt}')],
  ['recipients of 12 pt', 'approval-decision', 'page.font-size', css('.recipients ul{font-size:12pt}')],
  ['“Nơi nhận” of 11 pt', 'approval-decision', 'page.font-size', css('.recipients-heading{font-size:11pt}')],
  ['signature of 12 pt', 'approval-decision', 'page.font-size', css('.signature{font-size:12pt}')],
  ['bases of 12 pt', 'approval-decision', 'page.font-size', css('.base{font-size:12pt}')],
  ['annex’s heading of 12 pt', 'approval-decision', 'page.font-size', css('.annex .heading{font-size:12pt}')],
  ['everything shrunk', 'reminder', 'page.font-size', css('body{zoom:0.9}')],
  ['national name not bold', 'approval-decision', 'page.weight', css('.country{font-weight:normal}')],
  ['motto not bold', 'approval-decision', 'page.weight', css('.motto{font-weight:normal}')],
  ['parent bold', 'reminder', 'page.weight', css('.parent{font-weight:bold}')],
  ['upright date', 'approval-decision', 'page.weight', css('.place-and-date{font-style:normal}')],
  ['upright bases', 'approval-decision', 'page.weight', css('.base{font-style:normal}')],
  ['abstract not bold', 'approval-decision', 'page.weight', css('.title .abstract{font-weight:normal}')],
  ['name not bold', 'approval-decision', 'page.weight', css('.signature{font-weight:normal}')],
  ['italic name', 'reminder', 'page.weight', css('.signature{font-style:italic}')],
  ['bold recipients', 'approval-decision', 'page.weight', css('.recipients ul{font-weight:bold}')],
  ['upright “Nơi nhận”', 'approval-decision', 'page.weight', css('.recipients-heading{font-style:normal}')],
  ['bold number', 'reminder', 'page.weight', css('.number{font-weight:bold}')],
];

const places: Row[] = [
  ['issuer and national name changed over', 'approval-decision', 'page.box-place', css('.head{direction:rtl}')],
  ['date on the left', 'approval-decision', 'page.box-place', css('.place-and-date{position:relative;left:-30mm}')],
  ['title on the left', 'approval-decision', 'page.box-place', css('.title{text-align:left}')],
  ['who decides on the left', 'approval-decision', 'page.box-place', css('.authority{text-align:left}')],
  [
    'who decides over the title',
    'approval-decision',
    'page.box-order',
    css('.title{transform:translateY(26mm)} .authority{transform:translateY(-26mm)}'),
  ],
  ['bases over who decides', 'approval-decision', 'page.box-order', css('.authority{transform:translateY(90mm)}')],
  ['number over the issuer', 'approval-decision', 'page.box-order', css('.head .number{position:relative;top:-13mm}')],
  [
    'motto over the national name',
    'reminder',
    'page.box-order',
    css('.country{transform:translateY(9mm)} .motto{transform:translateY(-9mm)}'),
  ],
  ['national name far lower than the issuer', 'reminder', 'page.box-order', css('.national{position:relative;top:6mm}')],
  ['no line under the motto', 'approval-decision', 'page.rule-line', css('.motto span{border:none}')],
  ['a long line under the motto', 'approval-decision', 'page.rule-line', css('.motto span{padding:0 8mm}')],
  ['a long line under the issuer', 'approval-decision', 'page.rule-line', css('.issuer .rule{width:100% !important}')],
  ['no line under the issuer', 'reminder', 'page.rule-line', css('.issuer .rule{display:none}')],
  ['no line under the abstract', 'approval-decision', 'page.rule-line', css('.title .rule{display:none}')],
  ['a line all over under the abstract', 'approval-decision', 'page.rule-line', css('.title .rule{width:95% !important}')],
  ['text printed over text', 'approval-decision', 'page.overlap', css('.base{margin-bottom:-6mm}')],
  ['the seal beside the signature', 'approval-decision', 'page.seal-place', css('.organisational{left:auto;right:-30mm}')],
  ['the seal over all of the signature', 'approval-decision', 'page.seal-place', css('.organisational{width:62mm}')],
  ['the seal under the signature', 'reminder', 'page.seal-place', css('.signing-room{height:24mm} .organisational{top:26mm;bottom:-30mm}')],
];

const numbers: Row[] = [
  [
    'a number on page 1',
    'approval-decision',
    'page.number-first',
    css('@page:first{@top-center{content:counter(page);font:13pt Tinos;color:#000}}'),
  ],
  ['no number on page 2', 'approval-decision', 'page.number-missing', css('@page{@top-center{content:none}}')],
  ['no numbers in an annex', 'settlement-table', 'page.number-missing', css('@page annex-1{@top-center{content:none}}'), 'extreme'],
  [
    'numbers on the left',
    'approval-decision',
    'page.number-place',
    css('@page{@top-center{content:none}@top-left{content:counter(page);font:13pt Tinos}}'),
  ],
  ['numbers of 10 pt', 'approval-decision', 'page.number-place', css('@page{@top-center{font-size:10pt}}')],
  ['numbers that do not count', 'approval-decision', 'page.number-wrong', css('@page{@top-center{content:"3"}}')],
  ['Roman numbers', 'approval-decision', 'page.number-wrong', css('@page{@top-center{content:counter(page,lower-roman)}}')],
  ['an annex that goes on counting', 'approval-decision', 'page.number-wrong', css('@page annex-1{@top-center{content:counter(page)}}')],
  [
    'no mark of a sample',
    'approval-decision',
    'page.mark-missing',
    css('@page{@bottom-center{content:none}} @page:first{@top-center{content:none}}'),
  ],
  [
    'another mark',
    'reminder',
    'page.mark-missing',
    css('@page{@bottom-center{content:"BẢN NHÁP"}} @page:first{@top-center{content:"BẢN NHÁP"}}'),
  ],
  [
    'an annex on the last page of the decision',
    'approval-decision',
    'page.annex-start',
    swap('style="page:annex-1"', '', '.annex{break-before:auto}'),
  ],
];

const flow: Row[] = [
  ['lines twice as far apart', 'approval-decision', 'page.line-spacing', css('p.text{line-height:2.2}')],
  ['lines too close', 'approval-decision', 'page.line-spacing', css('p.text{line-height:0.95}')],
  ['no space between paragraphs', 'approval-decision', 'page.paragraph-spacing', css('p.text{margin:0 !important}')],
  ['no indent', 'approval-decision', 'page.first-line', css('p.text{text-indent:0}')],
  ['an indent of 2 cm', 'reminder', 'page.first-line', css('p.text{text-indent:20mm}')],
  ['ragged on the right', 'approval-decision', 'page.justified', css('p.text{text-align:left}')],
  ['centred paragraphs', 'reminder', 'page.justified', css('p.text{text-align:center}')],
  [
    'a signature alone on its page',
    'approval-decision',
    'page.signature-alone',
    css('.foot{break-before:page !important} p.text{break-after:auto !important}'),
  ],
  [
    'a letter’s signature alone',
    'reminder',
    'page.signature-alone',
    css('.foot{break-before:page !important} p.text{break-after:auto !important}'),
  ],
  [
    'a signature over two pages',
    'approval-decision',
    'page.signature-split',
    css('.foot{display:block;break-inside:auto} .signature{display:block} .signing-room{break-after:page}'),
  ],
  ['a table that goes on without its head', 'settlement-table', 'page.table-head', css('thead{display:table-row-group}'), 'extreme'],
  [
    'a list of schemes that goes on without its head',
    'council-appointment',
    'page.table-head',
    css('thead{display:table-row-group}'),
    'extreme',
  ],
  [
    'rows split over pages',
    'council-appointment',
    'page.row-split',
    css('tr{break-inside:auto !important} td{padding:0} p.text{margin-bottom:2mm} td,th{line-height:1.9}'),
    'extreme',
  ],
  [
    'a total parted from its lines',
    'approval-decision',
    'page.sum-split',
    css('tr.total{break-before:page !important} tr{break-after:auto !important}'),
  ],
  ['a paragraph that is not printed', 'approval-decision', 'page.text-lost', css('p.text:nth-of-type(7){display:none}')],
  ['a table’s column that is not printed', 'allocation-decision', 'page.text-lost', swap(/>Ghi chú</u, '> <')],
  ['a sum printed otherwise', 'approval-decision', 'page.text-lost', swap('5.335.000.000 đồng', '5.353.000.000 đồng')],
  ['words grown together', 'approval-decision', 'page.text-lost', swap('có hiệu lực thi hành kể từ', 'có hiệulực thi hành kể từ')],
  ['a word left out', 'reminder', 'page.text-lost', swap('khẩn trương thực hiện', 'thực hiện')],
  ['a letter that was lost', 'approval-decision', 'page.text-nfc', swap('có hiệu lực', 'có hi\ufffdu lực')],
  ['a recipient that is not printed', 'reminder', 'page.text-lost', css('.recipients li:nth-child(2){display:none}')],
];

/** Defects of pages: one change each in how a clean sample is printed. */
export const pageDefects: PageDefect[] = [paper, faces, places, numbers, flow]
  .flat()
  .map(([name, type, rule, spoil, size = 'normal']) => ({ name, type, rule, spoil, size }));
