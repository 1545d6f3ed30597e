import { type IsoDate, partsOf } from '../time/dates.ts';
import type { DocumentRule } from './document-rule.ts';
import type { Instrument } from './instrument.ts';
import type { RegulationPack } from './pack.ts';

/** What the pack says of a type of document. Throws if it knows no such type. */
export function documentRule(pack: Pick<RegulationPack, 'documents' | 'id'>, type: string): DocumentRule {
  const found = pack.documents.find((rule) => rule.type === type);
  if (!found) throw new Error(`The pack ${pack.id} knows no document of type ${type}.`);
  return found;
}

/**
 * The legal bases of a type of document as they are printed, without the closing ";" or ".": those in force on the day, laws first, the older
 * before the younger. `'Căn cứ Nghị định số 52/2013/NĐ-CP ngày 16 tháng 5 năm 2013 của Chính phủ về thương mại điện tử'`. Several that the pack
 * cites together stand in one line, parted by ";".
 */
export function legalBases(pack: Pick<RegulationPack, 'documents' | 'instruments' | 'id'>, type: string, on: IsoDate): string[] {
  const cited = new Set<string>();
  return documentRule(pack, type)
    .legalBases.map((ids) => inForce(pack.instruments, [ids].flat(), on))
    .flatMap((together) => (together[0] ? [{ first: together[0], together }] : []))
    .toSorted((a, b) => byRank(a.first, b.first))
    .flatMap(({ together }) => {
      const fresh = together.filter(({ id }) => !cited.has(id));
      for (const { id } of fresh) cited.add(id);
      return fresh.length === 0 ? [] : [`Căn cứ ${fresh.map(named).join('; ')}`];
    });
}

/** Those of the instruments that may be cited on the day, in their order; an ended one gives way to whatever replaced it. */
function inForce(instruments: readonly Instrument[], ids: readonly string[], on: IsoDate): Instrument[] {
  const today = ids.flatMap((id) => standing(instruments, id, on) ?? []);
  return [...new Map(today.map((one) => [one.id, one])).values()].toSorted(byRank);
}

function standing(instruments: readonly Instrument[], id: string, on: IsoDate): Instrument | undefined {
  const passed = new Set<string>();
  for (let one = instruments.find((other) => other.id === id); one && !passed.has(one.id); ) {
    if (isCitable(one, on) && changesSomething(instruments, one, on)) return one;
    passed.add(one.id);
    const next: string | undefined = one.to !== undefined && one.to < on ? one.replacedBy : undefined;
    one = instruments.find((other) => other.id === next);
  }
  return undefined;
}

/** What only changes others is not cited once all of these have ended. */
function changesSomething(instruments: readonly Instrument[], { amends }: Instrument, on: IsoDate): boolean {
  return amends === undefined || amends.some((id) => instruments.some((one) => one.id === id && (one.to === undefined || on <= one.to)));
}

const byRank = (a: Instrument, b: Instrument): number => a.rank - b.rank || (a.date ?? '').localeCompare(b.date ?? '');

/** In force on the day; where the day of effect is not known, the date of issue counts, and what has neither is never cited. */
function isCitable({ from, to, date }: Instrument, on: IsoDate): boolean {
  const since = from ?? date;
  return since !== null && since <= on && (to === undefined || on <= to);
}

/** Laws and codes are cited by name and date, all else by number, date, issuer and subject. */
function named({ id, kind, issuer, date, title }: Instrument): string {
  const day = date === null ? '' : ` ${inWords(date)}`;
  if (kind === 'Luật' || kind === 'Bộ luật') return `${title.vi}${day}`;
  return `${kind} số ${id}${day} của ${issuer} ${title.vi.charAt(0).toLowerCase()}${title.vi.slice(1)}`;
}

/** "ngày 05 tháng 3 năm 2020": a zero before days below 10 and the months 1 and 2 (Decree 30/2020/NĐ-CP, Annex I, II.4). */
function inWords(date: IsoDate): string {
  const [year, month, day] = partsOf(date);
  return `ngày ${String(day).padStart(2, '0')} tháng ${month <= 2 ? `0${month}` : month} năm ${year}`;
}
