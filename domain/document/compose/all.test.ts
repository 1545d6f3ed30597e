import { describe, expect, test } from 'vitest';
import { DocumentType } from '../model.ts';
import { composeDocument, composers } from './all.ts';
import { sampleInputs, sampleSizes } from './samples/all.ts';

const cases = DocumentType.options.flatMap((type) => sampleSizes.map((size) => [type, size] as const));

/** Every text of a document, wherever it stands. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

describe.each(cases)('%s (%s)', (type, size) => {
  const document = composeDocument(type, sampleInputs[type][size]);

  test('is a document of its type', () => {
    expect(document.type).toBe(type);
    expect(document.signatures.length).toBeGreaterThan(0);
  });

  test('leaves nothing unfilled', () => {
    const open = texts(document).filter((text) => /undefined|null|NaN|\[object|\$\{|\{\{|\bInvalid\b/.test(text));
    expect(open).toEqual([]);
    if (document.date !== undefined) expect(texts(document).filter((text) => text.includes('…'))).toEqual([]);
  });

  test('is written in one Unicode spelling, with clean punctuation', () => {
    const all = texts(document);
    expect(all.filter((text) => text !== text.normalize('NFC'))).toEqual([]);
    expect(all.filter((text) => /[;,.]{2}$|;\.|\.;|,\.|\s[;,.]| {2}/.test(text.replace(/\.\/\.$/, '')))).toEqual([]);
  });

  test('does the same twice', () => expect(composeDocument(type, sampleInputs[type][size])).toEqual(document));
});

describe('every composer', () => {
  test.each(DocumentType.options)('%s names what is missing', (type) => {
    const outcome = composers[type].input.safeParse({});
    expect(outcome.success).toBe(false);
    expect(outcome.error?.issues.length).toBeGreaterThan(0);
  });

  const closing = DocumentType.options.filter((type) => !['score-sheet', 'contract'].includes(type));
  test.each(closing)('%s ends with “./.”', (type) => {
    const document = composeDocument(type, sampleInputs[type].normal);
    const said = texts(document.body).filter((text) => text.endsWith('./.'));
    expect(said).toHaveLength(1);
  });

  test('decisions cite their bases, each closed by a semicolon, the last by a full stop', () => {
    for (const type of DocumentType.options) {
      const { form, bases, authority } = composeDocument(type, sampleInputs[type].normal);
      if (form !== 'decision') continue;
      expect(authority).toBeTruthy();
      expect(bases.slice(0, -1).every((basis) => basis.endsWith(';'))).toBe(true);
      expect(bases.at(-1)?.endsWith('.')).toBe(true);
    }
  });

  test('the last recipient is the file copy', () => {
    const { recipients } = composeDocument('approval-decision', sampleInputs['approval-decision'].normal);
    expect(recipients[0]).toBe('- Như Điều 5;');
    expect(recipients.at(-1)).toBe('- Lưu: VT, TMĐT.');
  });
});
