import { describe, expect, test } from 'vitest';
import { loadPacks } from '../../config/regulations.ts';
import { checkFormat } from '../../domain/document/format/check.ts';
import { defects } from '../../domain/document/format/defects/all.ts';
import { spoilt } from '../../domain/document/format/defects/spoil.ts';
import { formatRules } from '../../domain/document/format/rules.ts';
import { findingText } from '../../server/http/finding-texts.ts';
import { type Both, languages, placesOf, read, root } from './texts.ts';

const texts = new Map(Object.entries(read('templates/locales/findings.json') as Record<string, { message: Both; mend: Both }>));
const [pack] = loadPacks(`${root}/regulations`).values();
if (!pack) throw new Error('no pack');

describe('what the format checker tells people', () => {
  test('every rule has its texts, and no text is left without its rule', () => {
    expect([...texts.keys()].toSorted()).toEqual([...formatRules].toSorted());
  });

  test('both languages show the same', () => {
    const differing = [...texts].filter(([, { message, mend }]) =>
      [message, mend].some(({ vi, en }) => new Set(placesOf(vi)).symmetricDifference(new Set(placesOf(en))).size > 0),
    );
    expect(differing.map(([rule]) => rule)).toEqual([]);
  });

  test('it says what is wrong, then how to mend it, composed and with diacritics', () => {
    const wrong = [...texts].filter(
      ([, { message, mend }]) =>
        !mend.vi.startsWith('Hãy ') ||
        [message, mend].some(
          ({ vi, en }) => !/\.$/u.test(vi) || !/\.$/u.test(en) || vi !== vi.normalize('NFC') || !/[ăâđêôơư\u1ea0-\u1ef9]/u.test(vi),
        ),
    );
    expect(wrong.map(([rule]) => rule)).toEqual([]);
  });

  test('what a finding found fills every place of its text', () => {
    const open = defects.flatMap((defect) =>
      checkFormat(spoilt(defect), { pack, on: '2022-06-24' }).flatMap(({ rule, values }) =>
        languages.flatMap((language) => {
          const places = placesOf(`${texts.get(rule)?.message[language]} ${texts.get(rule)?.mend[language]}`);
          const { message } = findingText(rule, language, values);
          return places.filter((place) => !(place in values)).map((place) => `${rule}: ${place} (${message})`);
        }),
      ),
    );
    expect([...new Set(open)]).toEqual([]);
  });
});
