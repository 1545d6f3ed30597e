import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../config/regulations.ts';
import type { Chart } from '../../domain/process/chart.ts';
import { type Both, languages, placesOf, read, root } from './texts.ts';

const letters = new Map(Object.entries(read('templates/locales/letters.json') as Record<string, { subject: Both; body: Both }>));
const charts = [...loadPacks(`${root}/regulations`).values()].flatMap((pack) =>
  Object.entries(pack.processes).flatMap(([route, process]) =>
    Object.entries(process).map(([kind, chart]): [string, Chart] => [`${pack.id}, ${route}, ${kind}`, chart]),
  ),
);

/** Letters that the process writes without a chart: of clocks, and with documents. */
const ofTheProcess = ['clock-reminder', 'clock-ran-out', 'document-issued', 'document-recalled'];
/** What each kind of letter can show. */
const always = ['name', 'title', 'state', 'stateEn', 'link'];
const ofClocks = [...always, 'clock', 'clockEn', 'due'];

type Notice = { type: 'notify'; params?: { message?: string } };
const isNotice = (value: object): value is Notice => 'type' in value && value.type === 'notify';

/** Every letter that a chart names, however deep. */
function messagesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isNotice(value)) return [value.params?.message ?? 'waits-for-you'];
  return Object.values(value).flatMap(messagesIn);
}

describe('letters', () => {
  const named = new Set([...charts.flatMap(([, chart]) => messagesIn(chart)), ...ofTheProcess]);

  test('every letter that the process owes is written', () => {
    expect([...named].filter((message) => !letters.has(message))).toEqual([]);
  });

  test('no letter is written that nobody sends', () => {
    expect([...letters.keys()].filter((message) => !named.has(message))).toEqual([]);
  });

  test('a letter is complete in both languages, composed, and shows only what is known', () => {
    const wrong = [...letters].filter(([message, { subject, body }]) => {
      const known = message.startsWith('clock-') ? ofClocks : always;
      return languages.some((language) =>
        [subject[language], body[language]].some(
          (text) => !text || text !== text.normalize('NFC') || placesOf(text).some((place) => !known.includes(place)),
        ),
      );
    });
    expect(wrong.map(([message]) => message)).toEqual([]);
  });

  test('a letter addresses its reader by name', () => {
    expect([...letters].filter(([, { body }]) => !body.vi.startsWith('Kính gửi {{name}},\n')).map(([message]) => message)).toEqual([]);
  });
});

describe.each(charts)('titles of %s', (_, chart) => {
  const titled = [
    ...Object.entries(chart.states).map(([name, { title }]) => [`state ${name}`, title] as const),
    ...Object.entries(chart.commands).map(([name, { title }]) => [`command ${name}`, title] as const),
    ...Object.entries(chart.clocks ?? {}).map(([name, { title }]) => [`clock ${name}`, title] as const),
  ];

  test('states, commands and clocks have a name of their own in both languages', () => {
    const wrong = titled.filter(
      ([, { vi, en }]) => vi === en || vi !== vi.normalize('NFC') || !/\p{Lu}/u.test(vi[0] ?? '') || !/[A-Z]/.test(en[0] ?? ''),
    );
    expect(wrong.map(([what]) => what)).toEqual([]);
  });

  test('what an official reads in a menu is not offered under two names, nor two things under one', () => {
    const commands = Object.values(chart.commands).map(({ title }) => title.vi);
    expect(commands.filter((title, index) => commands.indexOf(title) !== index)).toEqual([]);
  });
});
