import { openClient } from './client.ts';

/** Where the story is played: the system it speaks to, the programme, the round and its money. */
export const programme = '645-2021-2025';
export const roundId = `${programme}.2022.central`;
/** What the programme has for 2022 in the story, đồng. */
export const ceilingDong = 1_300_000_000;
export const client = openClient((process.env.DEMO_URL ?? 'http://127.0.0.1:3000').replace(/\/+$/, ''), process.env.DEMO_RUN ?? 'demo');

const began = Date.now();
/** Says what has happened, with the seconds since the story began. */
export const say = (line: string): void => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}`);
