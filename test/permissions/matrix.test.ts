import { describe, expect, test } from 'vitest';
import { isRefusal, refuse } from '../../domain/command.ts';
import type { Chart, ChartCommand } from '../../domain/process/chart.ts';
import { type Found, handle } from '../../domain/process/handle.ts';
import { openCommands, readerKeys } from '../../domain/process/permit.ts';
import { everybody, type Somebody } from './persons.ts';
import { type AnyKind, chartOf, isNamed, kindOf, mayKnow, pack, type Sample, samples } from './things.ts';

/** The kind with its own rules, but for what they say to a command's content: that they were asked at all. */
function untilContent(kind: AnyKind): AnyKind {
  const commands = Object.entries(kind.commands).map(([name, command]) => [
    name,
    { ...command, decide: () => refuse('content.was-asked') },
  ]);
  return { ...kind, commands: Object.fromEntries(commands) };
}
const now = '2022-03-01T02:00:00.000Z';
const nothing = { things: {}, organisations: {}, persons: {}, funds: {}, registerLast: 0, usedSlips: [] };

type Answer = '404 unknown' | '403 role.not-yours' | '403 duties.apart' | '409 state.not-now' | 'asks the content';
type Asking = { sample: Sample; chart: Chart; kind: AnyKind; found: Found<object> };

/** What somebody is told who gives the command: first whether they may know of the thing, then what the kernel says. */
function answer({ chart, kind, found }: Asking, name: string, { actor }: Somebody): Answer {
  const readers: string[] = kind.readers(found.data, found.state, pack);
  const creates = kind.commands[name]?.creates === true;
  if (!creates && !readers.includes('all') && !readerKeys(actor).some((key) => readers.includes(key))) return '404 unknown';
  const outcome = handle(kind, chart, pack, found, { id: 'command', name, input: {}, actor }, now, nothing);
  if (!isRefusal(outcome)) throw new Error(`${name} was accepted without a look at its content.`);
  if (outcome.rule === 'content.was-asked') return 'asks the content';
  return `${outcome.status} ${outcome.rule}` as Answer;
}

/** What they must be told, by the chart. */
function expected(sample: Sample, { in: states, by }: ChartCommand, state: string, creates: boolean, somebody: Somebody): Answer {
  if (creates) return by.some(({ role }) => role === somebody.role) ? 'asks the content' : '403 role.not-yours';
  if (!mayKnow(sample, somebody)) return '404 unknown';
  if (!isNamed(sample, by, somebody)) return '403 role.not-yours';
  return states.includes(state) || states.includes('*') ? 'asks the content' : '409 state.not-now';
}

const asking = (sample: Sample, state: string, doers: Record<string, string> = {}): Asking => ({
  sample,
  chart: chartOf(sample.route, sample.kind),
  kind: untilContent(kindOf(sample.kind)),
  found: { id: 'the-thing', seq: 3, state, data: sample.data, doers, clocks: [] },
});

describe.each(samples.map((sample) => [`${sample.name}: ${sample.kind}, ${sample.route} route`, sample] as const))('%s', (_, sample) => {
  const chart = chartOf(sample.route, sample.kind);
  const commands = Object.entries(chart.commands);
  const known = kindOf(sample.kind).commands;

  test('everybody, every command, every state: told what the chart says, and no more', () => {
    const wrong: string[] = [];
    for (const state of Object.keys(chart.states)) {
      const here = asking(sample, state);
      for (const [name, command] of commands) {
        const creates = known[name]?.creates === true;
        for (const somebody of everybody) {
          const is = answer(here, name, somebody);
          const should = expected(sample, command, state, creates, somebody);
          if (is !== should) wrong.push(`${somebody.id}, ${name}, ${state}: ${is} instead of ${should}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a page offers just the commands whose content would be asked', () => {
    const wrong: string[] = [];
    for (const state of Object.keys(chart.states)) {
      const here = asking(sample, state);
      const people = { relations: here.kind.relations(sample.data, pack), roster: here.kind.roster?.(sample.data) ?? {} };
      for (const somebody of everybody.filter((one) => mayKnow(sample, one))) {
        const offered = openCommands(chart, state, somebody.actor, people, {});
        const open = commands.filter(([name]) => !known[name]?.creates && answer(here, name, somebody) === 'asks the content');
        if (offered.join() !== open.map(([name]) => name).join()) wrong.push(`${somebody.id}, ${state}: ${offered.join()}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('nobody goes on with what they prepared themselves', () => {
    const wrong: string[] = [];
    for (const [name, command] of commands) {
      const bars = [...(command.apartFrom ?? []), ...Object.values(command.apartAs ?? {}).flat()];
      const [state = chart.initial] = command.in;
      for (const somebody of everybody.filter((one) => mayKnow(sample, one) && isNamed(sample, command.by, one))) {
        const holder = command.by.find(({ role }) => role === somebody.role);
        const own = [...(command.apartFrom ?? []), ...(command.apartAs?.[holder?.as ?? ''] ?? [])];
        for (const fact of bars) {
          const by = (doer: string) => answer(asking(sample, state, { [fact]: doer }), name, somebody);
          const should = own.includes(fact) ? '403 duties.apart' : 'asks the content';
          if (by(somebody.id) !== should) wrong.push(`${somebody.id}, ${name} after their own ${fact}: ${by(somebody.id)}`);
          if (by('somebody-else') !== 'asks the content') wrong.push(`${somebody.id}, ${name} after another’s ${fact}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('the process alone gives its own commands, and none of the people’s', () => {
    const process: Somebody = { id: 'process', role: 'process', organisationId: '', actor: { id: 'process', name: '', positions: [] } };
    for (const [name, { by, in: states }] of commands) {
      const here = asking(sample, states.find((state) => state !== '*') ?? chart.initial);
      const outcome = handle(here.kind, chart, pack, here.found, { id: 'c', name, input: {}, actor: process.actor }, now, nothing);
      const rule = isRefusal(outcome) ? outcome.rule : 'accepted';
      expect([name, rule]).toEqual([name, by.some(({ of }) => of === 'process') ? 'content.was-asked' : 'role.not-yours']);
    }
  });
});
