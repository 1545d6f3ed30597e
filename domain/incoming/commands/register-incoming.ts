import { z } from 'zod';
import { refuse } from '../../command.ts';
import { formatNumber } from '../../document/numbering.ts';
import { standingFor } from '../../organisations.ts';
import { text, words } from '../../text.ts';
import { type Incoming, incomingCommand } from '../facts.ts';
import { idOfMarks, ownerOf } from '../same-marks.ts';

/** The series of numbers of arrival (số đến). */
export const arrivals = 'ĐẾN';
const yearOf = (day: string): number => Number(day.slice(0, 4));

/**
 * A document from outside comes into the register of who received it (Decree 30/2020/NĐ-CP, Article 22): the clerk enters it, or the exchange brings
 * it. Its number of arrival has no gaps within the year. One with the same author, number and day warns; with a word why it is entered again.
 */
export const registerIncoming = incomingCommand('register-incoming', {
  input: z.strictObject({
    ownerId: z.string().min(1).max(100).optional(),
    author: words(200),
    organId: z.string().trim().min(1).max(13).nullable().default(null),
    symbol: z.string().trim().min(1).max(60).normalize('NFC').nullable().default(null),
    date: z.iso.date().nullable().default(null),
    typeName: words(100),
    subject: words(500),
    signer: words(200).nullable().default(null),
    dueOn: z.iso.date().nullable().default(null),
    files: z
      .array(z.strictObject({ sha256: z.hash('sha256'), name: words(255) }))
      .max(50)
      .default([]),
    exchangeId: z.string().trim().min(1).max(200).nullable().default(null),
    checked: z.array(words(300)).max(60).default([]),
    /** Why it is entered though it is in the register already. */
    again: text(500).default(''),
  }),
  creates: true,
  needs: ({ input, actor, today }) => {
    const owner = ownerOf(input, actor);
    const id = owner === null ? null : idOfMarks(input, owner);
    return {
      allOrganisations: 'ended-too',
      ...(owner !== null && { register: { issuerId: owner, series: arrivals, year: yearOf(today) } }),
      ...(id !== null && { things: [id] }),
    };
  },

  decide({ input: { again, ownerId, ...input }, actor, today, situation }) {
    const owner = ownerOf({ ownerId }, actor);
    const house = owner === null ? undefined : standingFor(situation.organisations, owner, today);
    if (owner === null || house === undefined) return refuse('incoming.another-house', {}, undefined, 403);
    if (input.date !== null && input.date > today) return refuse('incoming.date-ahead', { date: input.date, today });
    const same = situation.things[idOfMarks(input, owner) ?? ''];
    if (same && again === '') {
      const { number, arrivedOn } = same.data as Incoming;
      return refuse('incoming.duplicate', { symbol: input.symbol, author: input.author, number, on: arrivedOn }, undefined, 409);
    }
    const number = situation.registerLast + 1;
    const register = { issuerId: house.id, series: arrivals, year: yearOf(today), number, symbol: formatNumber(number), date: today };
    return {
      facts: [
        {
          type: 'incoming-registered',
          ...input,
          ownerId: house.id,
          arrivedOn: today,
          duplicateOf: same ? { id: same.id, reason: again } : null,
          register,
        },
      ],
      result: { number },
    };
  },
});
