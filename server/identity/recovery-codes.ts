import { randomInt } from 'node:crypto';
import { tokenHashOf } from './token.ts';

/** Letters and digits that nobody takes for one another. */
const signs = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const groups = 4;
const groupLength = 4;
const many = 10;

/** New recovery codes, each good once in place of a code from the telephone: `ABCD-EFGH-JKMN-PQRS`, 78 bits of chance. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: many }, () =>
    Array.from({ length: groups }, () => Array.from({ length: groupLength }, () => signs[randomInt(signs.length)]).join('')).join('-'),
  );

/** Under what a recovery code is kept, however it was typed. */
export const recoveryHashOf = (code: string): string => tokenHashOf(code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
