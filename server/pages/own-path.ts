const ours = /^\/(?![/\\])[^\s\\]{0,1000}$/;

/** Whether what came with a form or an address is a path of our own, so that no link of ours leads away. */
export const isOwnPath = (next: unknown): next is string => typeof next === 'string' && ours.test(next);

/** A path of our own to go on to; anything else leads to the inbox. */
export const ownPath = (next: unknown): string => (isOwnPath(next) ? next : '/');
