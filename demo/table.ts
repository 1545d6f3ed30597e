import { formatDong } from '../domain/money/format.ts';
import { type Client, Unexpected } from './client.ts';
import { documents } from './signing.ts';

type Row = { name: string; id: string; ends: string };
const ends: Record<string, string> = {
  closed: 'archived',
  recovered: 'archived',
  terminated: 'archived',
  refused: 'refused',
  withdrawn: 'withdrawn',
  late: 'late',
  'carried-over': 'carried-over',
};
type Whole = {
  state: string;
  title: string;
  data: {
    approved: Sums;
    allocation: Sums;
    paidDong: number;
    advancedDong: number;
    settlement: { allowedDong: number; confirmedOn: string | null; repaidDong: number };
  };
};
type Sums = { amounts: { amountDong: number }[] } | null;
const sum = (sums: Sums): string => (sums ? formatDong(sums.amounts.reduce((total, a) => total + a.amountDong, 0)) : '–');

/** What became of a paper that was issued, as it is added to its title. */
const issuedAs = new Map([
  ['issued', ''],
  ['corrected', ' (đã đính chính)'],
  ['replaced', ' (đã thay thế)'],
  ['recalled', ' (đã thu hồi)'],
]);

/** What became of each scheme, and where each of its papers is to be read. A scheme that did not end where it should is an error. */
export async function printTable(client: Client, rows: Row[]): Promise<void> {
  await client.until(
    'nothing is owed any more',
    async () => (await client.get<{ owed: { open: number } }>('auditor', '/readyz')).owed.open === 0,
  );
  console.log(
    `\n${['Đề án'.padEnd(14), 'Kết thúc'.padEnd(13), 'Phê duyệt'.padStart(13), 'Phân bổ'.padStart(13), 'Đã chi'.padStart(13), 'Quyết toán'.padStart(13), 'Hoàn trả'.padStart(12)].join(' ')}`,
  );
  const papers = new Map<string, { type: string; title: string; state: string; id: string; of: string[] }>();
  for (const { name, id, ends: expected } of rows) {
    const whole = await client.until(`${name} ends as ${expected}`, async () => {
      const found = await client.get<Whole>('auditor', `/api/schemes/${id}`);
      return found.state === ends[expected] && found;
    });
    const { approved, allocation, settlement, advancedDong, paidDong } = whole.data;
    console.log(
      [
        name.padEnd(14),
        whole.state.padEnd(13),
        sum(approved).padStart(13),
        sum(allocation).padStart(13),
        formatDong(advancedDong + paidDong).padStart(13),
        (settlement.confirmedOn ? formatDong(settlement.allowedDong) : '–').padStart(13),
        formatDong(settlement.repaidDong).padStart(12),
      ].join(' '),
    );
    for (const paper of await documents(client, 'auditor', `scheme=${id}`)) {
      if (issuedAs.has(paper.state)) papers.set(paper.id, { ...paper, of: [...(papers.get(paper.id)?.of ?? []), name] });
    }
  }
  console.log(`\nVăn bản đã phát hành (${papers.size}):`);
  for (const { id, type, title, state, of } of papers.values()) {
    const whose = of.length > 2 ? `${of.length} đề án` : of.join(', ');
    console.log(
      `${type.padEnd(21)} ${whose.padEnd(14)} ${client.base}/api/documents/${id}/file  ${title.length > 90 ? `${title.slice(0, 89)}…` : title}${issuedAs.get(state) ?? ''}`,
    );
  }
  console.log();
  const first = [...papers.keys()].map((id) => `/api/documents/${id}/file`)[0];
  if (first && !(await client.file('auditor', first)).subarray(0, 5).equals(Buffer.from('%PDF-')))
    throw new Unexpected(`${first} is no PDF.`);
}
