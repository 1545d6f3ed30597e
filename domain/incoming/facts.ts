import { commandOf } from '../command.ts';
import type { RegisterEntry } from '../document/facts.ts';
import type { ReceiptStatus } from '../document/receipt.ts';

/** A document that came from outside, as its receiver's register has it (Decree 30/2020/NĐ-CP, Article 22 and Annex IV). */
export type Incoming = {
  /** Who received it. */
  ownerId: string;
  /** Number of arrival (số đến), which begins at 1 each year, and the day. */
  number: number | null;
  arrivedOn: string;
  /** Who sent it: in words, and by its identifier where it came through the exchange. */
  author: string;
  organId: string | null;
  /** "05/QĐ-BCT"; papers without a number have none. */
  symbol: string | null;
  date: string | null;
  typeName: string;
  subject: string;
  signer: string | null;
  /** By when the sender asks for an answer. */
  dueOn: string | null;
  files: { sha256: string; name: string }[];
  /** Its id in the exchange; null for what a clerk has entered. */
  exchangeId: string | null;
  /** What is known of its signatures and digests. */
  checked: string[];
  /** An earlier entry with the same author, number and symbol, and why it was entered again. */
  duplicateOf: { id: string; reason: string } | null;
  /** Who is to deal with it, and every word about that since. */
  handler: string | null;
  history: { status: ReceiptStatus; by: string; on: string; note: string }[];
  takenBack: { on: string; reason: string } | null;
};

/** What can have happened to an incoming document. */
export type IncomingFact =
  | ({ type: 'incoming-registered'; register: RegisterEntry } & Omit<Incoming, 'number' | 'handler' | 'history' | 'takenBack'>)
  | { type: 'incoming-assigned'; handler: string; note: string }
  | { type: 'incoming-in-hand'; note: string }
  | { type: 'incoming-done'; note: string }
  | { type: 'incoming-taken-back'; reason: string };

/** Makes a command of an incoming document. */
export const incomingCommand = commandOf<Incoming, IncomingFact>();
