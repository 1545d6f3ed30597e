import { filled } from './filled.ts';
import { type Finding, ms, percentile, times } from './measure.ts';
import type { OwnServices } from './own-services.ts';

const few = 200;
const many = 20_000;
const warm = 30;
const asked = 600;
const target = 1.3;

const asks: { what: string; by: string; path: string }[] = [
  { what: 'list, agency-officer (sees all)', by: 'agency-officer', path: '/api/schemes' },
  { what: 'list by title, agency-officer', by: 'agency-officer', path: '/api/schemes?sort=title' },
  { what: 'list of one state, agency-officer', by: 'agency-officer', path: '/api/schemes?state=eligible' },
  { what: 'list, host (sees 20)', by: 'host-drafter.vecom', path: '/api/schemes' },
  { what: 'q= that finds one in ten, agency-officer', by: 'agency-officer', path: '/api/schemes?q=g%E1%BB%91m%20s%E1%BB%A9' },
  { what: 'q= that finds one scheme, agency-officer', by: 'agency-officer', path: '/api/schemes?q=00137' },
  { what: 'q= that finds one in ten, host', by: 'host-drafter.vecom', path: '/api/schemes?q=gom%20su' },
  { what: 'one scheme whole, agency-officer', by: 'agency-officer', path: '/api/schemes/:model' },
];

const persons = asks.map(({ by }) => by);

/** Lists and one scheme, with twenty thousand schemes in the database against two hundred. */
export async function lists(own: OwnServices): Promise<Finding> {
  const [small, large] = await Promise.all([filled(own, few, persons), filled(own, many, persons)]);
  const rows = [];
  for (const { what, by, path } of asks) {
    const inFew: number[] = [];
    const inMany: number[] = [];
    await small.ask(by, path, warm);
    await large.ask(by, path, warm);
    for (let i = 0; i < asked; i += 1) {
      inFew.push(...(await small.ask(by, path, 1)));
      inMany.push(...(await large.ask(by, path, 1)));
    }
    const [figure, baseline] = [percentile(inMany, 95), percentile(inFew, 95)];
    const ratio = figure / baseline;
    rows.push({
      what: `${what}, p95`,
      figure: ms(figure),
      baseline: `${ms(baseline)}, with ${few}`,
      ratio: times(ratio),
      target: `≤ ${target}×`,
      met: ratio <= target,
    });
  }
  small.close();
  large.close();
  return {
    rows,
    notes: [
      `${many.toLocaleString('en')} schemes against ${few}: two databases and two servers of the same kind, asked in turn over HTTP, one request at a time, ${asked} a line and side.`,
      'One scheme came about by its commands up to “eligible”; the others are its copies with ids, titles and hosts of their own (20 of the host that asks, in both), then VACUUM and ANALYZE.',
    ],
  };
}
