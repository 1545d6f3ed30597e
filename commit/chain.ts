import { createHash } from 'node:crypto';

/** JSON with sorted keys and without undefined: the same value always has the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonical(v ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** What the chain begins with, so that a chain cannot be moved to another thing. */
export const beginning = (thingId: string): string => sha256(`beginning of ${thingId}`);

export type ChainedFact = {
  thingId: string;
  seq: number;
  type: string;
  data: unknown;
  at: string;
  actor: string;
  role: string | null;
  commandId: string;
  state: string;
};

/** The hash of a fact: everything that was taken down, and the hash of the one before. */
export const factHash = (previous: string, fact: ChainedFact): string => sha256(previous + canonical(fact));
