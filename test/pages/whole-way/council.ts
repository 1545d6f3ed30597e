import { ministry, seeThrough } from './papers.ts';
import { fillAll, type People } from './people.ts';

/** Who sits where: seven persons, the fewest that a council may have. */
export const seats: readonly (readonly [person: string, seat: string, number: number])[] = [
  ['council-1', 'Chủ tịch Hội đồng', 1],
  ['council-2', 'Phó Chủ tịch Hội đồng', 1],
  ['council-3', 'Ủy viên phản biện', 1],
  ['council-4', 'Ủy viên phản biện', 2],
  ['council-5', 'Ủy viên thư ký', 1],
  ['council-6', 'Ủy viên', 1],
  ['council-7', 'Ủy viên', 2],
];
export const members = seats.map(([person]) => person);
export const secretary = 'council-5';
export const chair = 'council-1';

/** The agency proposes a council, the Minister appoints it, and its members accept. */
export async function appoint(people: People, name: string): Promise<void> {
  const officer = await people.as('agency-officer');
  await officer.open('/');
  await officer.open('/councils');
  await officer.press('Thành lập hội đồng');
  await officer.fill('Tên hội đồng', name);
  for (const [person, seat, number] of seats) await officer.fill(seat, person, number);
  await officer.press('Gửi đề nghị');
  await seeThrough(people, `Quyết định thành lập Hội đồng thẩm định: ${name}`, ministry);
  for (const person of members) {
    const member = await people.fromInbox(person, 'Nhận nhiệm vụ', name);
    await member.press('Nhận nhiệm vụ');
  }
}

/** The secretary calls a session for the first day that the papers allow, with every scheme that is ready. */
export async function callSession(people: People, name: string): Promise<void> {
  const at = await people.fromInbox(secretary, 'Triệu tập phiên họp', name);
  await at.fill('Địa điểm', 'Phòng họp số 2');
  await at.press('Triệu tập phiên họp');
}

/** A member declares that nothing binds them to the scheme that lies on their desk, and scores it. */
export async function prepare(people: People, person: string, name: string): Promise<void> {
  const member = await people.fromInbox(person, 'Mở bàn làm việc của thành viên', name);
  await member.fill('Không có lợi ích liên quan', true);
  await member.press('Khai báo lợi ích');
  await fillAll(member, {
    'Sự cần thiết, mục tiêu': '14',
    'Nội dung, phương án': '38',
    'Năng lực triển khai': '32',
    'Hiệu quả dự kiến': '9',
    'Nhận xét': 'Phù hợp với Chương trình.',
  });
  await member.press('Nộp phiếu đánh giá');
}

/** The secretary takes down that all are there, opens the item and its ballot. */
export async function openBallot(people: People, name: string): Promise<void> {
  const at = await people.fromInbox(secretary, 'Ghi điểm danh', name);
  await at.press('Tất cả có mặt');
  await at.press('Mở nội dung');
  await at.press('Mở bỏ phiếu');
}

/** A member votes on their desk. */
export async function vote(people: People, person: string, name: string, word: string, conditions = ''): Promise<void> {
  const member = await people.fromInbox(person, 'Mở bàn làm việc của thành viên', name);
  await member.fill(word, true);
  if (conditions !== '') await member.fill('Điều kiện', conditions);
  await member.press('Bỏ phiếu');
}
