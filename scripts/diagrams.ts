import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPacks } from '../config/regulations.ts';
import type { Chart, ChartState, Holder } from '../domain/process/chart.ts';
import type { RegulationPack } from '../domain/regulation/pack.ts';
import { roleTitle } from '../domain/regulation/role-title.ts';

/** `npm run diagrams`: draws the charts of the process into the documentation, between marks. A test says whether they are up to date. */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Texts with marks such as `<!-- diagram 645-2021-2025 central scheme -->`, each closed by `<!-- end -->`. */
export const documented = ['README.md', 'docs/process.md'];

/** A target that more states than this lead to is told in words, or the picture would be lines alone. */
const mostLines = 5;

type Step = { from: string; to: string };

/** Whither a state leads, each other state once. */
function stepsFrom(from: string, { on }: ChartState): Step[] {
  const targets = Object.values(on ?? {}).flatMap((to) =>
    typeof to === 'string' ? [to] : (Array.isArray(to) ? to : [to]).flatMap(({ target }) => target ?? []),
  );
  return [...new Set(targets)].filter((to) => to !== from).map((to) => ({ from, to }));
}

const nodeId = (state: string): string => state.replaceAll('-', '_');

function node(name: string, { title, final }: ChartState): string {
  const text = `"${title.vi}<br/><i>${title.en}</i>"`;
  return `  ${nodeId(name)}${final ? `([${text}])` : `[${text}]`}`;
}

/** The chart as a Mermaid flow chart, and in words what many states lead to. */
function drawing(chart: Chart): string {
  const steps = Object.entries(chart.states).flatMap(([name, state]) => stepsFrom(name, state));
  const sources = Map.groupBy(steps, ({ to }) => to);
  const isToldInWords = ({ to }: Step) => (sources.get(to)?.length ?? 0) > mostLines;
  const told = [...sources].filter(([, from]) => from.length > mostLines);
  return [
    '```mermaid',
    'flowchart TD',
    ...Object.entries(chart.states).map(([name, state]) => node(name, state)),
    ...steps.filter((step) => !isToldInWords(step)).map(({ from, to }) => `  ${nodeId(from)} --> ${nodeId(to)}`),
    '```',
    ...told.flatMap(([to, from]) => [
      '',
      `**${chart.states[to]?.title.vi}**, từ · from: ${from.map((step) => titleOf(chart, step.from)).join('; ')}.`,
    ]),
  ].join('\n');
}

const titleOf = (chart: Chart, state: string): string => chart.states[state]?.title.vi ?? state;

function whoIs({ role, of, as }: Holder, pack: RegulationPack): string {
  const inCouncil = of === 'council' ? ' (hội đồng)' : '';
  return `${roleTitle(pack, role).vi}${inCouncil}${as ? ` – \`${as}\`` : ''}`;
}

/** Who may give which command in which state, as the server and the pages ask the same chart. */
function permissions(chart: Chart, pack: RegulationPack): string {
  const rows = Object.entries(chart.commands).map(([name, command]) => {
    const states = command.in.includes('*')
      ? 'mọi bước · any'
      : command.in.map((state) => titleOf(chart, state)).join('; ') || 'tạo mới · creates';
    return `| \`${name}\` | ${command.title.vi} · ${command.title.en} | ${command.by.map((holder) => whoIs(holder, pack)).join('; ')} | ${states} |`;
  });
  return ['| Lệnh · command | Việc · title | Ai · who | Ở bước · in |', '|---|---|---|---|', ...rows].join('\n');
}

/** A text with all its marked places filled anew from the packs. */
export function fillMarks(text: string, packs: ReadonlyMap<string, RegulationPack>): string {
  return text.replace(
    /(<!-- (diagram|permissions) (\S+) (\S+) (\S+) -->\n)[\s\S]*?(\n<!-- end -->)/g,
    (_, open, what, packId, route, kind, close) => {
      const pack = packs.get(packId);
      const chart = pack?.processes[route]?.[kind as keyof RegulationPack['processes'][string]];
      if (!pack || !chart) throw new Error(`No pack has a chart ${packId} ${route} ${kind}.`);
      return open + (what === 'diagram' ? drawing(chart) : permissions(chart, pack)) + close;
    },
  );
}

if (import.meta.main) {
  const packs = loadPacks(join(root, 'regulations'));
  for (const name of documented) {
    const file = join(root, name);
    writeFileSync(file, fillMarks(readFileSync(file, 'utf8'), packs));
  }
}
