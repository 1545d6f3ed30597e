import type { Actor } from '../../domain/command.ts';

/** Somebody signed in, with the positions in force on the programme's day. `tokenHash` is the session's key. */
export type Caller = Actor & { tokenHash: string };
