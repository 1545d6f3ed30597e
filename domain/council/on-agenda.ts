import { type ActingActor, type Refusal, refuse } from '../command.ts';
import { isBarred, presentAt } from './seats.ts';
import type { AgendaItem, Council } from './state.ts';

type Status = AgendaItem['status'];

/** The item of the present session that a command is about, or why there is none. */
export function itemOnAgenda(council: Council, schemeId: string, statuses?: readonly Status[]): AgendaItem | Refusal {
  const item = council.items[schemeId];
  if (!item || !council.session?.agenda.includes(schemeId)) return refuse('council.not-on-agenda', { scheme: schemeId });
  if (statuses && !statuses.includes(item.status)) {
    return refuse('council.item-not-now', { scheme: item.title, status: statusTitle[item.status] }, undefined, 409);
  }
  return item;
}

/** Whether the actor may judge the item: no interest keeps them from it. */
export function barring(item: AgendaItem, actor: ActingActor): Refusal | null {
  if (!isBarred(item, actor.id)) return null;
  const interest = item.interests.find(({ by, bars }) => by === actor.id && bars);
  return refuse('council.barred', { scheme: item.title, interest: interest?.text || interest?.kind || '' }, undefined, 403);
}

/** Whether the actor has been recorded as present at the session. */
export const absence = (council: Council, actor: ActingActor): Refusal | null =>
  presentAt(council.session).has(actor.id) ? null : refuse('council.not-present', {}, undefined, 403);

const statusTitle: Record<Status, { vi: string; en: string }> = {
  listed: { vi: 'chưa mở', en: 'not opened' },
  open: { vi: 'đang thảo luận', en: 'under discussion' },
  balloting: { vi: 'đang bỏ phiếu', en: 'being voted on' },
  counted: { vi: 'đã kiểm phiếu', en: 'counted' },
  concluded: { vi: 'đã kết luận', en: 'concluded' },
  adjourned: { vi: 'đã hoãn', en: 'adjourned' },
};
