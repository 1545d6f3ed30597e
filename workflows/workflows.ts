/** What the worker's bundle holds: one workflow a kind of thing. */
export { clock } from './clock.workflow.ts';
export { council } from './council.workflow.ts';
export { document } from './document.workflow.ts';
export { round } from './round.workflow.ts';
export { scheme } from './scheme.workflow.ts';
