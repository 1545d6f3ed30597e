import type { Committing } from '../commit/commit.ts';

const day = 86_400_000;
/** Nobody has touched a working copy for so long: it is not wanted any more. */
const untouchedDays = 90;
/** What was typed on the last day stays, though its section was closed meanwhile: its writer may still be at it. */
const closedDays = 1;

/** By which commands what stands in a part of a proposal's form is given; a section by editing. */
const givenBy: Record<string, string[]> = {
  check: ['submit', 'submit-to-province', 'supplement', 'submit-revision'],
  reduction: ['accept-reduction'],
};

/** What was let go of. */
export type Swept = { keptForms: number; workingCopies: number };

type Copy = { personId: string; key: string; savedAt: string; pack: string | null; route: string; state: string; opened: string[] };

const copiesText = `SELECT d.person_id AS "personId", d.key, d.saved_at AS "savedAt", t.pack, t.route, t.state,
    coalesce(t.data->'intake'->'openedSections', '[]') AS opened
  FROM form_draft d LEFT JOIN thing t ON t.id = split_part(d.key, '/', 2) AND t.kind = 'scheme' WHERE d.saved_at < $1`;

/**
 * Lets go of what was only kept for a while and whose time is over: forms of people who did not come back to sign in, and working copies of
 * proposals that nobody touched for long or whose part can be given no more. By the machine's clock, also in a rehearsal.
 */
export async function sweep({ database, packs }: Pick<Committing, 'database' | 'packs'>, now = new Date()): Promise<Swept> {
  const forms = await database.query('DELETE FROM kept_form WHERE until < $1', [now]);
  const { rows } = await database.query<Copy>(copiesText, [new Date(now.getTime() - closedDays * day)]);
  const oldest = now.getTime() - untouchedDays * day;
  const over = rows.filter((copy) => Date.parse(copy.savedAt) < oldest || !isOpen(copy, packs));
  const copies = await database.query(
    `DELETE FROM form_draft d USING unnest($1::text[], $2::text[], $3::timestamptz[]) AS o (person_id, key, saved_at)
      WHERE d.person_id = o.person_id AND d.key = o.key AND d.saved_at = o.saved_at`,
    [over.map(({ personId }) => personId), over.map(({ key }) => key), over.map(({ savedAt }) => savedAt)],
  );
  return { keptForms: forms.rowCount ?? 0, workingCopies: copies.rowCount ?? 0 };
}

/** Whether the part of a proposal that a copy is of can be given in the state in which the scheme is. */
function isOpen({ key, pack, route, state, opened }: Copy, packs: Committing['packs']): boolean {
  const commands = packs.get(pack ?? '')?.processes[route]?.scheme.commands;
  const part = key.split('/').at(-1) ?? '';
  const by = givenBy[part] ?? ['edit-proposal'];
  const open = by.some((command) => commands?.[command]?.in.includes(state));
  return open && (state !== 'supplementing' || part in givenBy || opened.includes(part));
}
