import { describe, expect, test } from 'vitest';
import type { DocumentRecord } from '../../../domain/document/state.ts';
import { type Happened, signingOf } from './signing.ts';

const happened = (...types: string[]): Happened[] =>
  types.map((type, index) => ({ type, at: `2022-05-16T0${index}:00:00.000Z`, actor: 'somebody', data: {} }));
const signedPaper = { route: 'signed', symbol: '05/QĐ-BCT', issuedBy: 'clerk', refusedSignature: null, signer: null, signatories: [] };
const onItsOwn = { ...signedPaper, route: 'automatic', symbol: null, issuedBy: null };
const begun = ['signature-begun', 'file-prepared', 'person-signed', 'organisation-signed', 'evidence-stored'];

const states = (document: object, state: string, facts: string[]) =>
  signingOf(document as unknown as DocumentRecord, state, happened(...facts), (id) => id, 'vi')?.steps.map((step) => step.state) ?? [];

describe('the last step of a document, its issue', () => {
  test('is to come while it is signed, and the next to be done', () => {
    expect(states(signedPaper, 'signed', [...begun, 'file-signed']).at(-1)).toBe('now');
  });

  test.each(['issued', 'corrected', 'replaced', 'recalled'])('is done of one that is %s', (state) => {
    expect(new Set(states(signedPaper, state, [...begun, 'file-signed', 'document-issued']))).toEqual(new Set(['done']));
    expect(new Set(states(onItsOwn, state, ['file-prepared', 'evidence-stored', 'file-rendered']))).toEqual(new Set(['done']));
  });

  test('of a paper that no clerk issues comes with its time-stamp', () => {
    const steps = signingOf(
      onItsOwn as unknown as DocumentRecord,
      'issued',
      happened('file-prepared', 'file-rendered'),
      (id) => id,
      'vi',
    )?.steps;
    expect(steps?.at(-1)).toMatchObject({ title: 'Phát hành', at: '2022-05-16T01:00:00.000Z', by: null });
  });
});
