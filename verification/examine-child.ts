import { readFileSync, writeSync } from 'node:fs';
import { examine } from './examine.ts';

/**
 * The process that looks at one file and ends. Its input: a line of JSON with the trust anchors and the time, then the file. Its output: the
 * report. It is started without rights to files, processes and add-ons (see examine-apart.ts), and imports nothing that knows a network.
 */
const input = readFileSync(0);
const line = input.indexOf(10);
const { roots, now } = JSON.parse(input.toString('utf8', 0, line)) as { roots: string[]; now: string };
const report = examine(input.subarray(line + 1), { roots: roots.map((root) => Buffer.from(root, 'base64')), now: new Date(now) });
writeSync(1, JSON.stringify(report));
