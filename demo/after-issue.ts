import { Unexpected } from './client.ts';
import { documents, drawnUp, issue, ministry } from './signing.ts';
import { client, roundId, say } from './stage.ts';

/** What becomes of documents after their issue: a letter corrects a decision, a true copy of it is certified and recalled, and the numbers have no gaps. */
export async function afterIssue(): Promise<void> {
  const round = `round=${roundId}`;
  const decisions = await documents(client, 'agency-officer', `${round}&type=approval-decision`);
  const [decision] = decisions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (!decision) throw new Unexpected('The round has no decision to be corrected.');
  const thing = `documents/${decision.id}`;
  await client.give('clerk', thing, 'correct', {
    reason: 'Số điện thoại của đơn vị đầu mối in thiếu một chữ số.',
    text: 'Số điện thoại của đơn vị đầu mối là 024 2220 5521.',
  });
  for (const { id } of await drawnUp(client, 'agency-officer', round, 'correction')) await issue(client, ministry, id);

  await client.give('clerk', thing, 'certify-copy', { to: 'Sở Tài chính tỉnh Bình Định', count: 2 });
  const [copy] = await drawnUp(client, 'clerk', round, 'certified-copy');
  if (!copy) throw new Unexpected('There is no copy.');
  await client.reached('clerk', `documents/${copy.id}`, 'issued');
  await client.give('clerk', `documents/${copy.id}`, 'recall', { reason: 'Cấp bản sao nhầm nơi nhận.' });
  for (const { id } of await drawnUp(client, 'clerk', round, 'recall-notice')) await issue(client, ministry, id);

  const letter = { author: 'Sở Tài chính tỉnh Bình Định', symbol: '412/STC-HCSN', date: '2022-10-19', typeName: 'Công văn' };
  const subject = 'xác nhận đã hủy bản sao y cấp nhầm nơi nhận';
  await client.make('clerk', '/api/incoming', 'incoming', { ...letter, subject });

  const book = await bookOf('bo-cong-thuong', 2022);
  for (const [series, numbers] of Map.groupBy(book, (entry) => entry.series)) {
    const gap = numbers.findIndex(({ number }, at) => number !== at + 1);
    if (gap >= 0) throw new Unexpected(`The series ${series} has a gap before ${numbers[gap]?.symbol}.`);
  }
  say(`Đã đính chính một quyết định, cấp và thu hồi một bản sao y; sổ văn bản đi năm 2022 có ${book.length} số, không gián đoạn.`);
}

type Entry = { series: string; number: number; symbol: string };

/** All of an issuer's outgoing documents of a year, in the order of its book. */
async function bookOf(issuer: string, year: number): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let cursor = ''; ; ) {
    const from = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const page = await client.get<{ items: Entry[]; next: string | null }>(
      'auditor',
      `/api/register/outgoing?issuer=${issuer}&year=${year}&limit=200${from}`,
    );
    all.push(...page.items);
    if (page.next === null) return all;
    cursor = page.next;
  }
}
