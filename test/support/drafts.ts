import { decision } from '../../domain/document/examples.ts';
import { vecom } from './cast.ts';
import { readyToSign } from './deciding.ts';
import { centralRound } from './steps.ts';
import type { World } from './world.ts';

/** A decision of the ministry about the central round that an officer drew up, to be sent to VECOM. */
export async function draftDecision(world: World): Promise<string> {
  const { id } = await world.act('agency-officer', 'document', null, 'draft-document', {
    type: decision.type,
    title: 'Quyết định (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)',
    subjects: [centralRound],
    roundId: centralRound,
    content: decision,
    issuerId: 'bo-cong-thuong',
    recipients: [{ organisationId: 'vecom', name: 'Hiệp hội Thương mại điện tử Việt Nam' }],
  });
  return id;
}

/** The same, checked and approved: only the signature is wanting. */
export async function decisionToSign(world: World): Promise<string> {
  const id = await draftDecision(world);
  await readyToSign(world, vecom, id);
  return id;
}
