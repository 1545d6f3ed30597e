import { ministry, seeThrough } from './papers.ts';
import type { People } from './people.ts';

/** The officer ranks what the council recommended, as the page orders it, and lays the list before the Minister, whose decision is issued. */
export async function decide(people: People, round: string, year: number, count: number): Promise<void> {
  const officer = await people.fromInbox('agency-officer', 'Xếp hạng đề án', round);
  await officer.press('Lưu xếp hạng');
  await officer.press('Lập danh mục trình phê duyệt');
  await officer.press('Trình danh mục phê duyệt');
  await seeThrough(people, `Tờ trình: năm ${year}, ${count} đề án`, { ...ministry, signer: 'agency-head' });
  await seeThrough(people, `Quyết định phê duyệt đề án: năm ${year}, ${count} đề án`);
}

/** Finance shares out the year's money as it was approved; the decision is issued. */
export async function shareOut(people: People, round: string, year: number, count: number): Promise<void> {
  const officer = await people.fromInbox('finance-officer', 'Trình phân bổ kinh phí', round);
  await officer.fill('Quyết định giao dự toán', `Quyết định giao dự toán năm ${year} (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)`);
  await officer.press('Trình phân bổ kinh phí');
  await seeThrough(people, `Quyết định phân bổ kinh phí: năm ${year}, ${count} đề án`);
}
