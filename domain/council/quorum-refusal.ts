import { type Refusal, refuse } from '../command.ts';
import { lawValue } from '../regulation/law-value.ts';
import type { RegulationPack } from '../regulation/pack.ts';
import { type Attendance, attendanceOf, type Missing } from './quorum.ts';
import type { AgendaItem, Council } from './state.ts';

/** The attendance of an item, and the refusal that says exactly who is missing where it is no quorum. */
export function quorumFor(
  council: Council,
  item: AgendaItem,
  pack: RegulationPack,
  today: string,
): { attendance: Attendance; refusal: Refusal | null; basis: string } {
  const law = lawValue(pack, 'council.quorum', { on: today });
  const { value: composition } = lawValue(pack, 'council.composition', { on: today });
  const attendance = attendanceOf(council, item, law.value, composition);
  const values = {
    scheme: item.title,
    present: attendance.present.length,
    entitled: attendance.entitled.length,
    needed: attendance.neededCount,
    missing: attendance.missing.map((one) => saidOf(one, pack)),
  };
  return { attendance, basis: law.basis, refusal: attendance.met ? null : refuse('session.no-quorum', values, law) };
}

function saidOf({ role, name, why }: Missing, pack: RegulationPack): { vi: string; en: string } {
  const title = pack.roles.find(({ id }) => id === role)?.title ?? { vi: role, en: role };
  const reason = {
    absent: { vi: 'vắng mặt', en: 'absent' },
    barred: { vi: 'không được tham gia nội dung này', en: 'barred from this item' },
    'not-appointed': { vi: 'chưa có người', en: 'nobody appointed' },
  }[why];
  return { vi: `${title.vi} ${name} (${reason.vi})`.replace('  ', ' '), en: `${title.en} ${name} (${reason.en})`.replace('  ', ' ') };
}
