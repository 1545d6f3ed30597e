import type { Logger } from 'pino';
import type { Reader } from '../../prisma/client.ts';
import type { Caller } from '../identity/caller.ts';
import { mostUrgent } from '../inbox/waiting.ts';
import { mayRead } from '../things/known-thing.ts';
import { followChanges } from './changes.ts';
import { type Listener, listener, type Shown } from './listener.ts';
import type { Stream } from './stream.ts';

/** Tells open pages what has changed, each what its reader may know of. */
export type Live = {
  /** A page opens its line: what it shows, and what it knew of its reader's inbox. */
  open(caller: Caller, shown: Shown, mark: string | null, stream: Stream): Promise<void>;
  /** How many lines are open. */
  size(): number;
  /** Ends all lines: the server stops. */
  close(): void;
};

const lookEveryMs = 500;
const beatEveryMs = 15_000;
const checkSessionsEveryMs = 5_000;
/** After so long a browser opens its line anew: by then its reader may hold other positions. */
const longestMs = 10 * 60_000;
const linesAtMost = 2_000;
const linesOfPerson = 12;
/** Of an inbox that is longer no more is followed: at its head stands "99+" in any case. */
const inboxAtMost = 1_000;

/** Follows the facts while anybody listens, and nothing while nobody does. */
export function openLive(reader: Reader, log: Logger): Live {
  const lines = new Set<Listener>();
  const changes = followChanges(reader);
  let timers: NodeJS.Timeout[] = [];
  let looking = false;

  const every = (ms: number, work: () => Promise<void> | void) =>
    setInterval(() => void Promise.resolve(work()).catch((error: unknown) => log.warn({ err: error }, 'live updates')), ms);

  async function look(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      const found = await changes.look();
      if (found.length > 0) for (const line of lines) line.hear(found);
    } finally {
      looking = false;
    }
  }

  function start(): void {
    if (timers.length > 0) return;
    timers = [
      every(lookEveryMs, look),
      every(checkSessionsEveryMs, endLines),
      every(beatEveryMs, () => {
        for (const { stream } of lines) stream.beat();
      }),
    ];
  }

  function stop(): void {
    for (const timer of timers) clearInterval(timer);
    timers = [];
    changes.forget();
  }

  function drop(line: Listener): void {
    lines.delete(line);
    if (lines.size === 0) stop();
  }

  /** Ends the lines of sessions that are no more, and those that are open for long. */
  async function endLines(): Promise<void> {
    const hashes = [...new Set([...lines].map(({ caller }) => caller.tokenHash))];
    const sessions = await reader.session.findMany({
      where: { tokenHash: { in: hashes }, expiresAt: { gt: new Date() } },
      select: { tokenHash: true },
    });
    const alive = new Set(sessions.map(({ tokenHash }) => tokenHash));
    for (const { caller, openedAt, stream } of lines) {
      if (!alive.has(caller.tokenHash)) stream.tell('ended', {});
      else if (performance.now() - openedAt < longestMs) continue;
      stream.end();
    }
  }

  function makeRoom({ id }: Caller): boolean {
    const own = [...lines].filter(({ caller }) => caller.id === id);
    // The oldest line gives way: most likely its page is forgotten behind others.
    if (own.length >= linesOfPerson) {
      own[0]?.stream.tell('enough', {});
      own[0]?.stream.end();
    }
    return lines.size < linesAtMost;
  }

  return {
    async open(caller, shown, mark, stream) {
      if (!makeRoom(caller)) {
        stream.tell('enough', {});
        stream.end();
        return;
      }
      const line = listener(caller, shown, stream);
      stream.whenGone(() => drop(line));
      lines.add(line);
      start();
      try {
        // What happens from here on is heard, whatever is read below.
        await look();
        const [things, waiting] = await Promise.all([
          reader.thing.findMany({ where: { id: { in: [...shown.things.keys()] } }, select: { id: true, seq: true, readers: true } }),
          mostUrgent(caller, reader, inboxAtMost),
        ]);
        const seqs = new Map(things.filter(({ readers }) => mayRead(readers, caller)).map(({ id, seq }) => [id, seq]));
        line.begin({ seqs, inbox: waiting.map(({ thingId }) => thingId), mark });
      } catch (error) {
        log.warn({ err: error }, 'live updates');
        stream.end();
      }
    },
    size: () => lines.size,
    close() {
      for (const { stream } of lines) stream.end();
      lines.clear();
      stop();
    },
  };
}
