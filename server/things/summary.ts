import { z } from 'zod';
import type { Caller } from '../identity/caller.ts';
import type { Parts } from '../parts.ts';
import type { KnownThing } from './known-thing.ts';
import { Reading, readingOf } from './reading.ts';
import {
  CouncilRow,
  councilRow,
  DocumentRow,
  documentRow,
  IncomingRow,
  incomingRow,
  PlanRow,
  planRow,
  RoundRow,
  roundRow,
  SchemeRow,
  schemeRow,
} from './rows.ts';

/** What the read table of its kind says of a thing, as lists show it; of a document also how it is read for approval. */
export async function summaryOf(thing: KnownThing, caller: Caller, { reader, names }: Parts): Promise<object> {
  const { id, kind, chart, state, data } = thing;
  const stateTitle = chart.states[state]?.title ?? { vi: state, en: state };
  const where = { where: { id } };
  switch (kind) {
    case 'scheme': {
      const row = await reader.scheme.findUniqueOrThrow(where);
      return schemeRow({ ...row, stateTitle }, await names(row.hostId));
    }
    case 'round':
      return roundRow({ ...(await reader.round.findUniqueOrThrow(where)), stateTitle }, String(data.title));
    case 'council':
      return councilRow({ ...(await reader.council.findUniqueOrThrow(where)), stateTitle });
    case 'document': {
      const [row, reading] = await Promise.all([reader.document.findUniqueOrThrow(where), readingOf(thing, caller, { reader })]);
      return { ...documentRow({ ...row, stateTitle }), reading };
    }
    case 'incoming':
      return incomingRow({ ...(await reader.incoming.findUniqueOrThrow(where)), stateTitle });
    case 'plan': {
      const row = await reader.plan.findUniqueOrThrow(where);
      return { ...planRow({ ...row, state, stateTitle }), plan: data.plan, differences: data.differences, remarks: data.remarks };
    }
    case 'clock':
      return { id, state, stateTitle };
  }
}

/** What is shown of a plan at once: the table as printed, what does not agree, and what was not understood. */
const PlanWhole = PlanRow.extend({
  plan: z.record(z.string(), z.unknown()),
  differences: z.array(z.looseObject({ kind: z.enum(['sum', 'share', 'total']), printed: z.number().nullable(), computed: z.number() })),
  remarks: z.array(z.record(z.string(), z.unknown())),
});

/** The form of a summary by the name of its collection. */
export const Summaries = {
  rounds: RoundRow,
  schemes: SchemeRow,
  councils: CouncilRow,
  documents: DocumentRow.extend({ reading: Reading }),
  incoming: IncomingRow,
  plans: PlanWhole,
} as const satisfies Record<string, z.ZodObject>;
