import { createHash } from 'node:crypto';
import { inboxKeys, readerKeys } from '../../domain/process/permit.ts';
import type { Caller } from '../identity/caller.ts';
import { countedUpTo } from '../inbox/waiting.ts';
import type { Change } from './changes.ts';
import type { Stream } from './stream.ts';

/** What a page shows: things, each with the newest sequence that it knows (0 where it does not), and kinds of which it lists some. */
export type Shown = { things: ReadonlyMap<string, number>; kinds: ReadonlySet<string> };

/** The programme's clock: when it is moved, every term is another number of days away. */
const clockId = 'clock';

export type Listener = {
  caller: Caller;
  openedAt: number;
  stream: Stream;
  /** What was read for it when it came: only then is it told anything. */
  begin(known: { seqs: Map<string, number>; inbox: string[]; mark: string | null }): void;
  hear(changes: Change[]): void;
};

/** One open page: keeps what it was told, and is told what it may know of and does not know yet. */
export function listener(caller: Caller, { things: watched, kinds }: Shown, stream: Stream): Listener {
  const inboxOf = new Set(inboxKeys(caller));
  const readerOf = new Set(['all', ...readerKeys(caller)]);
  const told = new Map(watched);
  let inbox: Set<string> | null = null;
  const early: Change[] = [];

  const inboxNow = () => {
    const ids = [...(inbox ?? [])].toSorted();
    return { count: Math.min(ids.length, countedUpTo + 1), mark: createHash('sha256').update(ids.join()).digest('base64url').slice(0, 12) };
  };

  function hear(changes: Change[]): void {
    if (!inbox) {
      early.push(...changes);
      return;
    }
    const things: Record<string, number> = {};
    const ofKinds = new Set<string>();
    let touched = false;
    for (const { id, kind, seq, readers, holders } of changes) {
      if (!readers.some((reader) => readerOf.has(reader))) continue;
      if (kinds.has(kind)) ofKinds.add(kind);
      const known = told.get(id);
      if (known !== undefined && seq > known) {
        told.set(id, seq);
        things[id] = seq;
      }
      const waits = holders.values().some((holder) => inboxOf.has(holder));
      if (waits || inbox.has(id) || id === clockId) touched = true;
      if (waits) inbox.add(id);
      else inbox.delete(id);
    }
    if (Object.keys(things).length > 0) stream.tell('things', things);
    if (ofKinds.size > 0) stream.tell('kinds', [...ofKinds]);
    if (touched) stream.tell('inbox', inboxNow());
  }

  return {
    caller,
    openedAt: performance.now(),
    stream,
    begin({ seqs, inbox: waiting, mark }) {
      inbox = new Set(waiting);
      const things: Record<string, number> = {};
      for (const [id, known] of watched) {
        const seq = seqs.get(id);
        if (seq === undefined) told.delete(id);
        else told.set(id, seq);
        // A page that does not know where the thing stood has just been made.
        if (seq !== undefined && known > 0 && seq > known) things[id] = seq;
      }
      const now = inboxNow();
      stream.tell('hello', { ...now, changed: mark !== null && mark !== now.mark });
      if (Object.keys(things).length > 0) stream.tell('things', things);
      hear(early.splice(0));
    },
    hear,
  };
}
