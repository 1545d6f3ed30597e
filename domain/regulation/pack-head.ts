import { z } from 'zod';
import { BothLanguages, Grounded, Period } from './basis.ts';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);

/** A way a scheme can go, with the charts of its process: a file of the pack. */
export const Route = z.strictObject({ id: Id, title: BothLanguages, process: z.string().endsWith('.json') });
export type Route = z.infer<typeof Route>;

/** A source of money. `programme`: assigned to the programme in the ministry's estimate; `province`: a province's own; the rest is counterpart funds. */
export const Source = z.strictObject({ id: Id, title: BothLanguages, owner: z.enum(['programme', 'province', 'counterpart']) });
export type Source = z.infer<typeof Source>;

/** What the pack is about: the programme, the rounds it governs, who carries it out, by which ways and with whose money. */
export const PackHead = Grounded.extend({
  id: Id,
  title: BothLanguages,
  shortTitle: BothLanguages,
  /** Rounds of this time are opened under this pack. What it says of later dates goes on for the schemes of those rounds. */
  valid: Period.required(),
  /** Organisations by id: who decides, who runs the programme, who reviews its money. */
  organisations: z.strictObject({ ministry: Id, agency: Id, finance: Id }),
  routes: z.array(Route).min(1),
  sources: z.array(Source).min(1),
});
export type PackHead = z.infer<typeof PackHead>;
