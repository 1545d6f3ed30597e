import type { Actor } from '../domain/command.ts';

/** The process itself as the giver of commands: a clock has run out, another thing is done. */
export const process: Actor = { id: 'process', name: 'Quy trình', positions: [] };
