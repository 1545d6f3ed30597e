import { formatDong } from '../../../domain/money/format.ts';
import { readNumber } from '../../../domain/money/read-number.ts';
import type { Amount } from '../../../domain/scheme/amount.ts';
import type { Posted } from '../page.ts';

/** A scheme of a list that goes to the signer, as its form has it: what is to become of it (empty: not on this list), and its amounts as typed. */
export type ListedForm = { schemeId: string; outcome: string; reason: string; amounts: { source: string; year: string; amount: string }[] };

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The list as it was posted, in its order. */
export function postedList({ list }: Posted): ListedForm[] {
  return inOrder(list).map((row) => ({
    schemeId: text(row.schemeId),
    outcome: text(row.outcome),
    reason: text(row.reason).normalize('NFC'),
    amounts: inOrder(row.amounts).map((one) => ({ source: text(one.source), year: text(one.year), amount: text(one.amountDong) })),
  }));
}

const inOrder = (rows: unknown): Record<string, unknown>[] =>
  Object.entries((rows ?? {}) as Record<string, Record<string, unknown>>)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, row]) => row);

/** Amounts as a form shows them. */
export const shownAmounts = (amounts: readonly Amount[]): ListedForm['amounts'] =>
  amounts.map(({ source, year, amountDong }) => ({ source, year: String(year), amount: formatDong(amountDong) }));

/** Amounts as a command takes them; nothing of 0. What is no number stays as it was typed, so that the schema says so. */
export const readAmounts = (amounts: ListedForm['amounts']): unknown[] =>
  amounts
    .map(({ source, year, amount }) => ({ source, year: Number(year), amountDong: amount === '' ? 0 : (readNumber(amount) ?? amount) }))
    .filter(({ amountDong }) => amountDong !== 0);
