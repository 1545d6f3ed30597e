import { z } from 'zod';
import type { Incoming } from '../../../domain/incoming/facts.ts';
import { findPageText, pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import { actionsOf } from '../../things/actions.ts';
import { clockSeen } from '../../things/clock-view.ts';
import { knownThing } from '../../things/known-thing.ts';
import { type Page, page } from '../page.ts';

/** A document that came from outside: what it is, its files, and who has dealt with it since. */
export const incomingPage: Page = page({
  path: '/incoming/{id}',
  input: { params: z.strictObject({ id: Id }) },
  async run({ params: { id }, caller, language }, parts) {
    const thing = await knownThing('incoming', id, caller, parts);
    const paper = thing.data as unknown as Incoming;
    const { reader } = parts;
    const [clocks, now, persons, owner, earlier] = await Promise.all([
      reader.clock.findMany({ where: { thingId: id }, orderBy: { due: 'asc' } }),
      parts.time.now(),
      reader.person.findMany({ where: { id: { in: paper.history.map(({ by }) => by) } }, select: { id: true, name: true } }),
      parts.names(paper.ownerId),
      paper.duplicateOf ? reader.incoming.findUnique({ where: { id: paper.duplicateOf.id }, select: { number: true, year: true } }) : null,
    ]);
    const names = new Map(persons.map((person) => [person.id, person.name]));
    const title = `${paper.typeName} ${paper.symbol ?? ''}`.trim();
    return {
      view: 'registers/paper',
      title,
      nav: 'registers',
      crumbs: [
        { text: pageText('registers.title', language), href: '/registers' },
        { text: pageText('shell.nav.incoming', language), href: '/incoming' },
        { text: title },
      ],
      model: {
        live: `thing:${id}`,
        seq: thing.seq,
        stateTitle: thing.chart.states[thing.state]?.title ?? { vi: thing.state, en: thing.state },
        subject: paper.subject,
        arrival: `${paper.number ?? ''}/${paper.arrivedOn.slice(0, 4)}`,
        arrivedOn: paper.arrivedOn,
        owner,
        author: paper.author,
        symbol: paper.symbol,
        date: paper.date,
        signer: paper.signer,
        dueOn: paper.dueOn,
        handler: paper.handler,
        throughExchange: paper.exchangeId !== null,
        checked: paper.checked,
        takenBack: paper.takenBack,
        duplicateOf: paper.duplicateOf && {
          href: `/incoming/${paper.duplicateOf.id}`,
          text: earlier ? `${earlier.number}/${earlier.year}` : paper.duplicateOf.id,
          reason: paper.duplicateOf.reason,
        },
        files: paper.files.map(({ sha256, name }) => ({ name, href: `/api/files/${sha256}?thing=${id}` })),
        history: paper.history.map(({ status, by, on, note }) => ({
          what: findPageText(`registers.history.${status}`, language) ?? status,
          by: names.get(by) ?? pageText('registers.by-exchange', language),
          on,
          note,
        })),
        actions: actionsOf(thing, caller, now).map((one) => ({ title: one.title, href: `/incoming/${id}/do/${one.command}` })),
        clocks: clocks.map((clock) => clockSeen(clock, thing)),
      },
    };
  },
});
