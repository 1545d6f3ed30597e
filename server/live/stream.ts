import type { Response } from 'express';

/** One open page's line from the server, as server-sent events (HTML Standard, 9.2). */
export type Stream = {
  tell(event: string, data: unknown): void;
  beat(): void;
  /** Ends the line; the browser opens another unless it was told not to. */
  end(): void;
  whenGone(then: () => void): void;
};

/** Whoever takes nothing in any more is let go when so much waits for them. */
const mostWaitingBytes = 64 * 1024;
const reopenAfterMs = 3_000;

/** Begins a stream that no proxy packs, keeps back or remembers. */
export function openStream(response: Response): Stream {
  response.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'private, no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const write = (text: string) => {
    if (response.destroyed || response.writableEnded) return;
    response.write(text);
    if (response.writableLength > mostWaitingBytes) response.destroy();
  };
  write(`retry: ${reopenAfterMs}\n\n`);
  return {
    tell: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => write(': \n\n'),
    end: () => void response.end(),
    whenGone: (then) => void response.once('close', then),
  };
}
