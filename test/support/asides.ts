import { edited } from '../../domain/document/examples.ts';
import { appointCouncil, members, openBallot } from './appraising.ts';
import { vecom } from './cast.ts';
import { draft, eligible, issue, readyToSign, submit } from './deciding.ts';
import { decisionToSign, draftDecision } from './drafts.ts';
import type { World } from './world.ts';

const sumDong = 50_000_000;

/** What may come in the way of a scheme before it is appraised. */
export async function schemesThatDoNotGoOn(
  world: World,
): Promise<Record<'late' | 'withdrawn' | 'wanting' | 'ineligible' | 'discarded', string>> {
  const [late, withdrawn, wanting, ineligible, discarded] = [
    await draft(world, vecom, sumDong),
    await draft(world, vecom, sumDong),
    await draft(world, vecom, sumDong),
    await draft(world, vecom, sumDong),
    await draft(world, vecom, sumDong),
  ];
  await world.act(vecom.drafter, 'scheme', discarded, 'discard-scheme');
  for (const id of [withdrawn, wanting, ineligible]) await submit(world, vecom, id, 0);
  await world.act(vecom.head, 'scheme', withdrawn, 'withdraw', { reason: 'Đã có nguồn khác.' });
  const request = { sections: ['need'], reason: 'Thiếu số liệu.', until: '2022-01-20' };
  for (const id of [wanting, ineligible]) await world.act(vecom.intake, 'scheme', id, 'request-supplement', request);
  await world.act(vecom.head, 'scheme', ineligible, 'supplement', { explanation: 'Không có số liệu.' });
  await world.act(vecom.intake, 'scheme', ineligible, 'declare-ineligible', { reason: 'incomplete', text: 'Không bổ sung được.' });
  return { late, withdrawn, wanting, ineligible, discarded };
}

/** A council whose first session is called off, and which puts its only scheme off in the second, and is dissolved. */
export async function councilThatDoesNotComeToIt(world: World): Promise<string> {
  const schemeId = await eligible(world, vecom);
  const council = await appointCouncil(world, ['council-8']);
  const session = { date: '2022-03-01', time: '08:30', place: 'Phòng họp số 3', agenda: [schemeId] };
  await world.act('council-5', 'council', council, 'call-session', session);
  await world.act('council-1', 'council', council, 'cancel-session', { reason: 'Trùng lịch.' });
  await world.act('council-5', 'council', council, 'call-session', session);
  await world.act('council-2', 'council', council, 'declare-interest', { schemeId, kind: 'none' });
  await world.act('council-1', 'council', council, 'delegate-chair', { to: 'council-2', text: 'Đi công tác.' });
  await world.act('council-7', 'council', council, 'submit-written-view', { schemeId, view: 'pass', text: 'Nhất trí.' });
  await world.moveTo('2022-03-01');
  const present = members.filter((one) => !['council-1', 'council-7', 'council-8'].includes(one));
  const attendance = members.filter((one) => one !== 'council-8').map((personId) => ({ personId, present: present.includes(personId) }));
  await world.act('council-5', 'council', council, 'record-attendance', { attendance });
  await openBallot(world, council, schemeId, present, 'council-2');
  await world.act('council-2', 'council', council, 'adjourn-item', { schemeId, reason: 'Cần thêm tài liệu.' });
  await world.act('council-2', 'council', council, 'adopt-minutes');
  await world.act('council-5', 'council', council, 'adopt-minutes');
  await world.act('council-5', 'council', council, 'close-session');
  await world.act('agency-head', 'council', council, 'dissolve-council', {});
  await world.act(vecom.head, 'scheme', schemeId, 'withdraw', { reason: 'Chưa đủ tài liệu.' });
  return council;
}

/** Decisions that come back from the signer, are set right, replaced, taken back, copied or thrown away. */
export async function documentsWithTrouble(world: World): Promise<void> {
  const returned = await decisionToSign(world);
  await world.act('signer', 'document', returned, 'prepare-signature');
  await world.act('signer', 'document', returned, 'return-draft', { reason: 'Sửa trích yếu.' });
  await world.act('agency-officer', 'document', returned, 'edit-draft', { content: edited });
  await issue(world, vecom, returned);
  await world.act('host-head.vecom', 'document', returned, 'confirm-receipt');
  await world.act('clerk', 'document', returned, 'correct', { reason: 'Sai tên riêng.', text: 'Nay đọc là “thương mại điện tử”.' });
  await world.act('clerk', 'document', returned, 'certify-copy', { to: 'Hiệp hội Thương mại điện tử Việt Nam' });
  const [successor, recalled] = [await draftDecision(world), await draftDecision(world)];
  for (const id of [successor, recalled]) await issue(world, vecom, id);
  await world.act('clerk', 'document', returned, 'replace', { reason: 'Sai nội dung.', documentId: successor });
  await world.act('clerk', 'document', recalled, 'recall', { reason: 'Ban hành nhầm.' });
  const discarded = await draftDecision(world);
  await readyToSign(world, vecom, discarded);
  await world.act('agency-head', 'document', discarded, 'discard-draft', { reason: 'Không còn cần.' });
}
