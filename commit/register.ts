import type { Json } from '../domain/command.ts';
import type { Accepted } from '../domain/process/handle.ts';
import type { Client } from './database.ts';

/** A number taken from the register by a fact, and one given up with its reason. */
type Numbered = {
  type: string;
  register?: { issuerId: string; series: string; year: number; number: number; symbol: string; date: string };
  givenUp?: { issuerId: string; series: string; year: number; number: number; reason: string };
};

/**
 * Keeps the register of numbers: its last number and one entry a number; a number that is not used stays, with the reason. In a rebuild
 * documents come in the order in which they were drafted, not signed: the last number is the highest.
 */
export function registerRows(client: Client, documentId: string, accepted: Accepted<Record<string, Json>>): Promise<unknown>[] {
  return accepted.facts.flatMap(({ fact }) => {
    const { register, givenUp } = fact as Numbered;
    return [
      ...(register
        ? [
            client.query({
              name: 'register-step',
              text: `INSERT INTO register (issuer_id, series, year, last) VALUES ($1, $2, $3, $4) ON CONFLICT (issuer_id, series, year) DO UPDATE SET last = greatest(register.last, excluded.last)`,
              values: [register.issuerId, register.series, register.year, register.number],
            }),
            client.query({
              name: 'register-entry',
              text: 'INSERT INTO register_entry (issuer_id, series, year, number, document_id, symbol, date) VALUES ($1, $2, $3, $4, $5, $6, $7)',
              values: [register.issuerId, register.series, register.year, register.number, documentId, register.symbol, register.date],
            }),
          ]
        : []),
      ...(givenUp
        ? [
            client.query({
              name: 'register-unused',
              text: 'UPDATE register_entry SET unused_why = $5 WHERE issuer_id = $1 AND series = $2 AND year = $3 AND number = $4',
              values: [givenUp.issuerId, givenUp.series, givenUp.year, givenUp.number, givenUp.reason],
            }),
          ]
        : []),
    ];
  });
}
