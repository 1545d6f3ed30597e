import { filled } from './filled.ts';
import { inBrowser } from './in-browser.ts';
import { type Finding, ms, percentile, type Row, times } from './measure.ts';
import type { OwnServices } from './own-services.ts';

const few = 200;
const many = 20_000;
const warm = 30;
const rounds = 7;
const asked = 100;
const target = 1.3;
const firstVisitBytes = 150_000;
const laterPageBytes = 30_000;

const asks: { what: string; by: string; path: string }[] = [
  { what: 'inbox', by: 'agency-officer', path: '/' },
  { what: 'list of schemes', by: 'agency-officer', path: '/schemes' },
  { what: 'list of schemes, searched', by: 'agency-officer', path: '/schemes?q=g%E1%BB%91m%20s%E1%BB%A9' },
  { what: 'list of schemes, host (sees 20)', by: 'host-drafter.vecom', path: '/schemes' },
  { what: 'a scheme’s page', by: 'agency-officer', path: '/schemes/:model' },
];

/** The pages that people open all day: how long the server takes with twenty thousand schemes against two hundred, and how much goes over the line. */
export async function screens(own: OwnServices): Promise<Finding> {
  const persons = asks.map(({ by }) => by);
  const [small, large] = await Promise.all([filled(own, few, persons), filled(own, many, persons)]);
  const rows: Row[] = [];
  for (const { what, by, path } of asks) {
    await small.ask(by, path, warm);
    await large.ask(by, path, warm);
    const found: { figure: number; baseline: number; ratio: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const inFew: number[] = [];
      const inMany: number[] = [];
      for (let i = 0; i < asked; i += 1) {
        inFew.push(...(await small.ask(by, path, 1)));
        inMany.push(...(await large.ask(by, path, 1)));
      }
      const [figure, baseline] = [percentile(inMany, 95), percentile(inFew, 95)];
      found.push({ figure, baseline, ratio: figure / baseline });
    }
    // A machine that others use too is slow for a while, now for the one, now for the other: the round in the middle tells.
    const { figure, baseline, ratio } = found.toSorted((a, b) => a.ratio - b.ratio)[(rounds - 1) / 2] as (typeof found)[number];
    rows.push({
      what: `${what}, p95 of the server`,
      figure: ms(figure),
      baseline: `${ms(baseline)}, with ${few}`,
      ratio: times(ratio),
      target: `≤ ${target}×`,
      met: ratio <= target,
    });
  }
  rows.push(...(await weights(large.port, large.tokens.get('agency-officer') ?? '', large.model)));
  small.close();
  large.close();
  rows.push(...(await inBrowser(own)));
  return {
    rows,
    notes: [
      `${many.toLocaleString('en')} schemes against ${few}, as in the part on lists; whole pages as HTML, one request at a time, in turn: ${rounds} rounds of ${asked} a line and side, of which the one with the middle ratio stands here.`,
      'What goes over the line is counted as it is sent to a browser that takes Brotli: the page and every sheet and script that it names; a later page is the HTML alone, since the others are kept for a year.',
    ],
  };
}

/** Bytes as they are sent, without unpacking them. */
async function weightOf(address: string, token: string): Promise<{ bytes: number; text: string }> {
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'br' };
  const packed = await fetch(address, { headers });
  const length = Number(packed.headers.get('content-length') ?? 0);
  const text = await packed.text();
  if (length > 0) return { bytes: length, text };
  // Sent in pieces, its length is not told: packed here as the server packs it.
  const { brotliCompressSync, constants } = await import('node:zlib');
  return { bytes: brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length, text };
}

async function weights(port: number, token: string, model: string): Promise<Row[]> {
  const base = `http://127.0.0.1:${port}`;
  const first = await weightOf(`${base}/`, token);
  const parts = [...first.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  const assets = await Promise.all(parts.map((path) => weightOf(base + path, token)));
  const whole = first.bytes + assets.reduce((sum, { bytes }) => sum + bytes, 0);
  const later = await Promise.all(['/', '/schemes', `/schemes/${model}`].map((path) => weightOf(base + path, token)));
  const heaviest = Math.max(...later.map(({ bytes }) => bytes));
  const kilo = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`;
  return [
    {
      what: 'first visit: page, sheets and scripts, packed',
      figure: kilo(whole),
      baseline: `${parts.length} files beside the page`,
      ratio: '–',
      target: `≤ ${firstVisitBytes / 1000} KB`,
      met: whole <= firstVisitBytes,
    },
    {
      what: 'a later page (the heaviest of inbox, list, scheme), packed',
      figure: kilo(heaviest),
      baseline: '–',
      ratio: '–',
      target: `≤ ${laterPageBytes / 1000} KB`,
      met: heaviest <= laterPageBytes,
    },
  ];
}
