import type { Client } from './client.ts';
import { drawnUp, issue, ministry } from './signing.ts';
import type { Tale } from './tales.ts';

const roles: [string, string][] = [
  ['council-1', 'chair'],
  ['council-2', 'deputy'],
  ['council-3', 'reviewer'],
  ['council-4', 'reviewer'],
  ['council-5', 'secretary'],
  ['council-6', 'member'],
  ['council-7', 'member'],
  ['council-8', 'member'],
  ['council-9', 'member'],
];
const absent = 'council-8';
const present = roles.map(([id]) => id).filter((id) => id !== absent);

/** Proposes the council; the Minister appoints it by a signed decision; the members accept. */
export async function appointCouncil(client: Client, roundId: string): Promise<string> {
  const id = await client.make('agency-head', '/api/councils', 'council', {
    roundId,
    name: 'Hội đồng thẩm định các đề án thuộc Chương trình phát triển thương mại điện tử quốc gia năm 2022',
    members: roles.map(([personId, role]) => ({ personId, role })),
  });
  const [decision] = await drawnUp(client, 'agency-officer', `round=${encodeURIComponent(roundId)}`, 'council-appointment');
  if (decision) await issue(client, ministry, decision.id);
  await client.reached('agency-officer', `councils/${id}`, 'appointed');
  for (const [person] of roles) await client.give(person, `councils/${id}`, 'accept-appointment');
  return id;
}

export type OnAgenda = { tale: Tale; id: string };

/** One session appraises everything: attendance, interests, score sheets, written views, ballots, count, minutes. */
export async function holdSession(client: Client, council: string, agenda: OnAgenda[], holdOn: () => Promise<void>): Promise<void> {
  const thing = `councils/${council}`;
  await client.refused(
    'council-5',
    thing,
    'call-session',
    { date: '2022-04-08', time: '08:30', place: 'Phòng họp số 2', agenda: agenda.map(({ id }) => id) },
    'council.papers',
  );
  await client.give('council-5', thing, 'call-session', {
    date: '2022-04-20',
    time: '08:30',
    place: 'Phòng họp số 2, trụ sở Bộ Công Thương, 54 Hai Bà Trưng, Hà Nội',
    agenda: agenda.map(({ id }) => id),
  });
  await holdOn();
  for (const { id } of agenda) await client.give('council-2', thing, 'declare-interest', { schemeId: id, kind: 'none' }, id);
  for (const { id } of agenda) {
    await client.give(
      absent,
      thing,
      'submit-written-view',
      { schemeId: id, view: 'pass', text: 'Nhất trí với nội dung đề án; đề nghị rà soát định mức chi.' },
      id,
    );
  }
  await client.give('council-5', thing, 'record-attendance', {
    attendance: roles.map(([personId]) => ({
      personId,
      present: personId !== absent,
      ...(personId === absent && { reason: 'Công tác nước ngoài' }),
    })),
  });
  for (const one of agenda) await appraise(client, thing, one);
  await client.give('council-1', thing, 'adopt-minutes');
  await client.give('council-5', thing, 'adopt-minutes');
  await client.give('council-5', thing, 'close-session');
}

async function appraise(client: Client, thing: string, { tale, id }: OnAgenda): Promise<void> {
  const barred = tale.host === 'binh-dinh' ? ['council-9'] : [];
  const voters = present.filter((person) => !barred.includes(person));
  await client.give('council-1', thing, 'open-item', { schemeId: id }, id);
  for (const person of barred)
    await client.refused(person, thing, 'submit-score-sheet', sheet(id, tale), 'council.barred').catch((error) => {
      if (!/barred/.test(String(error))) throw error;
    });
  for (const person of voters) await client.give(person, thing, 'submit-score-sheet', sheet(id, tale), id);
  await client.give('council-1', thing, 'open-ballot', { schemeId: id }, id);
  for (const person of voters) await client.give(person, thing, 'cast-ballot', ballot(id, tale), id);
  await client.give(
    'council-1',
    thing,
    'close-ballot',
    { schemeId: id, ...(tale.vote === 'conditional' && { reviseBy: '2022-05-04' }) },
    id,
  );
}

const points = { pass: [14, 38, 32, 9], conditional: [12, 30, 26, 6], fail: [9, 18, 15, 4] };
function sheet(schemeId: string, { vote }: Tale) {
  const given = points[vote ?? 'pass'];
  return {
    schemeId,
    scores: ['need', 'content', 'capacity', 'effect'].map((criterion, i) => ({ criterion, points: given[i] })),
    comment: vote === 'fail' ? 'Trùng lặp với hoạt động đã được hỗ trợ.' : 'Phù hợp mục tiêu của Chương trình.',
  };
}
function ballot(schemeId: string, { vote }: Tale) {
  return {
    schemeId,
    vote: vote ?? 'pass',
    ...(vote === 'conditional' && { conditions: ['Bổ sung tiêu chí lựa chọn học viên.', 'Làm rõ kế hoạch giám sát chất lượng đào tạo.'] }),
  };
}
