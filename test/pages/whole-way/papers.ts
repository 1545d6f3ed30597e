import { expect } from 'vitest';
import type { People } from './people.ts';

/** Who sees a paper through: who checks its form, approves what it says, signs it and issues it. */
export type Desk = { checker: string; approver: string; signer: string; clerk: string };
export const ministry: Desk = { checker: 'format-checker', approver: 'agency-head', signer: 'signer', clerk: 'clerk' };

/** A draft is checked, approved as it reads, signed and issued, each by the person in whose inbox it lies; gives what its page says in the end. */
export async function seeThrough(people: People, title: string, desk: Desk = ministry): Promise<string> {
  const checker = await people.fromInbox(desk.checker, 'Mở văn bản', title);
  await checker.press('Đạt thể thức');
  const approver = await people.fromInbox(desk.approver, 'Mở văn bản', title);
  await approver.press('Duyệt dự thảo');
  expect(await approver.text()).toContain('Đã ghi nhận');
  const signer = await people.fromInbox(desk.signer, 'Mở văn bản', title);
  await signer.press('Chuẩn bị ký');
  await signer.press('Ký');
  const clerk = await people.fromInbox(desk.clerk, 'Phát hành', title);
  await clerk.press('Phát hành');
  return clerk.text();
}
