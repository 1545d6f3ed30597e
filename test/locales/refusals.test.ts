import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../config/regulations.ts';
import { refusalCalls } from './refusal-calls.ts';
import { languages, placesOf, refusalTexts, root } from './texts.ts';

const calls = refusalCalls(root);
const texts = refusalTexts();
const rules = [...new Set(calls.map(({ rule }) => rule))].toSorted();

/** What every place that says no by this rule gives for its text to show; null where the sources do not tell. */
function alwaysGiven(rule: string): Set<string> | null {
  const known = calls.filter((call) => call.rule === rule).map(({ given }) => given);
  return known.reduce((all, one) => (all === null || one === null ? null : all.intersection(one)));
}

describe('what a rule that says no tells people', () => {
  test('every rule has its text', () => {
    const silent = calls.filter(({ rule }) => !texts.has(rule)).map(({ rule, at }) => `${rule} (${at})`);
    expect(silent).toEqual([]);
  });

  test('no text is left without its rule', () => {
    expect([...texts.keys()].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  test('a text shows only what its rule gives', () => {
    const strange = [...texts].flatMap(([rule, text]) => {
      const given = rules.includes(rule) ? alwaysGiven(rule) : null;
      const wanted = languages.flatMap((language) => placesOf(text[language]));
      return wanted.filter((place) => place.startsWith('?') || (given && !given.has(place))).map((place) => `${rule}: ${place}`);
    });
    expect(strange).toEqual([]);
  });

  test('both languages show the same', () => {
    const differing = [...texts].filter(([, { vi, en }]) => new Set(placesOf(vi)).symmetricDifference(new Set(placesOf(en))).size > 0);
    expect(differing.map(([rule]) => rule)).toEqual([]);
  });

  test('it says what and why, then how to go on', () => {
    const isWayOut = /(?:^|[.?!;:,] )(?:Hãy|hãy) /u;
    const isTwoSentences = /[.!?;]”? \S.*\.$/u;
    const blunt = [...texts].filter(([, { vi, en }]) => !isWayOut.test(vi) || !isTwoSentences.test(vi) || !isTwoSentences.test(en));
    expect(blunt.map(([rule, { vi }]) => `${rule}: ${vi}`)).toEqual([]);
  });

  test('Vietnamese is composed (NFC) and has its diacritics', () => {
    const wrong = [...texts].filter(
      ([, { vi, en }]) => vi !== vi.normalize('NFC') || en !== en.normalize('NFC') || !/[ăâđêôơư\u1ea0-\u1ef9]/u.test(vi),
    );
    expect(wrong.map(([rule]) => rule)).toEqual([]);
  });
});

describe('on what a rule that says no rests', () => {
  test.each([...loadPacks(`${root}/regulations`).values()])('$id names a ground for every area of rules', (pack) => {
    const areas = new Set(rules.map((rule) => rule.split('.')[0] ?? rule));
    expect([...areas].filter((area) => !pack.rules[area])).toEqual([]);
  });
});
