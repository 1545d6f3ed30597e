import { dateOf } from '../../../domain/time/programme-day.ts';
import { findPageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { Parts } from '../../parts.ts';
import { clockSeen } from '../../things/clock-view.ts';
import type { KnownThing } from '../../things/known-thing.ts';

/** What stands over a command's form: what it is for and what follows (`about`), and the terms that run for the thing, each with its ground. */
export type About = {
  about: string | null;
  terms: { title: { vi: string; en: string }; due: string; basis: string; certaintyKey: string }[];
};

export async function aboutCommand(
  command: string,
  thing: KnownThing,
  language: Language,
  { reader }: Pick<Parts, 'reader'>,
): Promise<About> {
  const clocks = await reader.clock.findMany({ where: { thingId: thing.id }, orderBy: [{ due: 'asc' }, { name: 'asc' }] });
  return {
    about: findPageText(`about.${command}`, language) ?? null,
    terms: clocks
      .map((row) => clockSeen(row, thing))
      .flatMap(({ title, due, basis, certainty }) =>
        due === null ? [] : [{ title, due: dateOf(due), basis, certaintyKey: `certainty.${certainty}` }],
      ),
  };
}
