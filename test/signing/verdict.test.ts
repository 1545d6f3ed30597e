import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openFiles } from '../../files/open-files.ts';
import { requiredSignatures } from '../../server/verify/register.ts';
import { examine } from '../../verification/examine.ts';
import { testAuthority } from '../../verification/test-kit-authority.ts';
import { type Ground, verdictOf } from '../../verification/verdict.ts';
import { certificatesOf } from '../../workflows/activities/pdf/certificate.ts';
import { addSecurityStore, stampDocument } from '../../workflows/activities/pdf/long-term.ts';
import type { TimeStamper } from '../../workflows/activities/pdf/time-stamp.ts';
import { type RunningSystem, runningSystem } from '../support/running.ts';
import { openCentralRound, submitByVecom } from '../support/steps.ts';
import { preparedDecision, reached, recordOf, sign } from '../support/to-sign.ts';

describe('what the running system signs', () => {
  let on: RunningSystem;
  const roots = () => certificatesOf(readFileSync(inject('authority').TRUST_ANCHORS ?? '', 'utf8'));

  beforeAll(async () => {
    on = await runningSystem({ renders: true });
    await openCentralRound(on);
  });
  afterAll(() => on?.close());

  /** The verdict on a file as the one of this document, and all grounds that did not pass. */
  async function judged(id: string, file: Buffer, trusted = roots()): Promise<{ verdict: string; open: Ground[] }> {
    const required = requiredSignatures(await recordOf(on, id));
    const { verdict, grounds } = verdictOf(examine(file, { roots: trusted, now: new Date() }), {
      status: 'in-force',
      sameFile: 'same',
      required,
    });
    return { verdict, open: grounds.filter(({ result }) => result !== 'passed') };
  }
  const fileOf = async (id: string): Promise<Buffer> => openFiles(on.environment).get((await recordOf(on, id)).file ?? '');

  test('a decision is valid: the person and the house have signed, and every proof is in it', async () => {
    const id = await preparedDecision(on);
    await sign(on, id);
    await reached(on, id, 'signed');
    expect(await judged(id, await fileOf(id))).toEqual({ verdict: 'valid', open: [] });
  });

  test('a paper that nobody takes in hand is valid: who received the file and their house have signed', async () => {
    const scheme = await submitByVecom(on);
    const { id } = await on.until<{ id: string }>(
      'the receipt is issued',
      "SELECT id FROM document WHERE type = 'receipt' AND scheme_id = $1 AND state = 'issued'",
      [scheme],
    );
    const file = await fileOf(id);
    expect(await judged(id, file)).toEqual({ verdict: 'valid', open: [] });

    const authority = testAuthority(new Date());
    const stamper: TimeStamper = authority.timeStamper();
    const { bytes } = await stampDocument(await addSecurityStore(file, authority.evidence([])), stamper);
    expect(await judged(id, bytes, [...roots(), authority.root.certificate])).toEqual({ verdict: 'valid', open: [] });
  });
});
