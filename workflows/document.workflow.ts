import { doing, drawUp, follow, notify, rendering, tell } from './life.ts';
import type { Carried } from './things.ts';

/**
 * The life of one document, a saga of its own: its pages are rendered from the immutable snapshot, prepared for the signer, signed by
 * the person, sealed by the organisation, given the evidence and a time-stamp over all of it, registered, distributed, and every thing it
 * speaks of hears of its issue or its return. Each step is taken down once; a step that dies is taken up again where it was.
 */
export async function document(carried: Carried): Promise<void> {
  const life = follow(carried);
  while (!life.closed) {
    await life.catchUp();
    life.carryOut({
      preview: (o) => rendering(o.label).preview(o.key),
      render: (o) => rendering(o.label).render(o.key),
      'prepare-file': (o) => rendering(o.label).prepareFile(o.key),
      'sign-file': (o) => rendering(o.label).signFile(o.key),
      'seal-file': (o) => rendering(o.label).sealFile(o.key),
      'store-evidence': (o) => rendering(o.label).storeEvidence(o.key),
      'time-stamp-file': (o) => rendering(o.label).timeStampFile(o.key),
      'renew-time-stamp': (o) => rendering(o.label).renewStamp(o.key),
      distribute: (o) => doing(o.label).distribute(o.key),
      exchange: (o) => doing(o.label).exchange(o.key),
      'draft-document': drawUp,
      tell,
      notify,
    });
    if (life.closed) return;
    if (life.isLong) return life.again<typeof document>();
    await life.sleepOrWake();
  }
}
