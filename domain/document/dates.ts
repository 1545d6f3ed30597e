/** "2020-10-07" → { day: '07', month: '10', year: '2020' }: a zero before days below 10 and before January and February (Decree 30/2020/NĐ-CP, Annex I, II.4). */
function parts(date: string): { day: string; month: string; year: string } {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!found) throw new Error(`not an ISO date: ${date}`);
  const [, year = '', month = '', day = ''] = found;
  return { day, month: Number(month) < 3 ? month : String(Number(month)), year };
}

/** An ISO date as an official writes it out: "ngày 07 tháng 10 năm 2020". */
export function officialDate(date: string): string {
  const { day, month, year } = parts(date);
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/** An ISO date in its short form: "07/10/2020", "15/5/2020". */
export function shortDate(date: string): string {
  const { day, month, year } = parts(date);
  return `${day}/${month}/${year}`;
}

/** An instant in Việt Nam (+07:00, no summer time): "14 giờ 05 phút, ngày 07 tháng 10 năm 2020". Throws a RangeError for what is no instant. */
export function officialMoment(instant: string): string {
  const local = localParts(instant);
  return `${local.hour} giờ ${local.minute} phút, ${officialDate(local.date)}`;
}

/** Date and time of day in Việt Nam of an instant. */
export function localParts(instant: string): { date: string; hour: string; minute: string } {
  const shifted = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return { date: shifted.slice(0, 10), hour: shifted.slice(11, 13), minute: shifted.slice(14, 16) };
}
