import { describe, expect, test } from 'vitest';
import type { Json } from '../../domain/command.ts';
import { fill } from './fill.ts';

describe('a text filled with values', () => {
  test.each<[string, Record<string, Json>, string, string]>([
    // text                values                                        vi                     en
    ['{{asked}}', { asked: 1_234_567 }, '1.234.567', '1,234,567'],
    ['{{dong asked}}', { asked: 6_860_000_000 }, '6.860.000.000 đồng', '6,860,000,000 VND'],
    ['{{dong asked}}', { asked: 0 }, '0 đồng', '0 VND'],
    ['{{percent share}}', { share: 0.7 }, '70%', '70%'],
    ['{{year}}', { year: 2022 }, '2022', '2022'],
    ['{{on}}', { on: '2022-03-31' }, '31/03/2022', '31/03/2022'],
    ['{{at}}', { at: '2022-03-31T16:59:59.999Z' }, '23:59 31/3/22', '31/03/2022, 23:59'],
    ['{{days}}', { days: ['2022-03-31', '2022-04-01'] }, '31/03/2022, 01/04/2022', '31/03/2022, 01/04/2022'],
    ['{{state}}', { state: { vi: 'Dự thảo', en: 'Draft' } }, 'Dự thảo', 'Draft'],
    ['{{roles}}', { roles: [{ vi: 'Văn thư', en: 'Clerk' }, 'signer'] }, 'Văn thư, signer', 'Clerk, signer'],
    ['{{place.cell}}', { place: { cell: 'C29' } }, 'C29', 'C29'],
    ['{{yes}} {{no}}', { yes: true, no: false }, 'có không', 'yes no'],
    ['{{missing}} {{none}}', { none: null }, '– –', '– –'],
    ['{{{{x}}', { x: '{{y}}', y: 1 }, '{{{{y}}', '{{{{y}}'],
  ])('%s', (text, values, vi, en) => {
    expect(fill(text, values, 'vi')).toBe(vi);
    expect(fill(text, values, 'en')).toBe(en);
  });
});
