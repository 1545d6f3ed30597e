import { completeProposal } from './proposals.ts';
import type { System } from './system.ts';

export const centralRound = '645-2021-2025.2022.central';

type Giver = Pick<System, 'give'>;

/** Opens the central round of 2022 with five thousand million đồng of the programme's money. */
export const openCentralRound = (on: Giver, ceilingDong = 5_000_000_000) =>
  on.give(
    'round',
    null,
    'open-round',
    { programme: '645-2021-2025', year: 2022, route: 'central', ceilings: [{ source: 'programme', ceilingDong }] },
    { by: 'agency-head' },
  );

/** VECOM drafts a complete scheme; gives its id. */
export async function draftByVecom(on: Giver, changes: Parameters<typeof completeProposal>[0] = {}): Promise<string> {
  const outcome = await on.give(
    'scheme',
    null,
    'draft-scheme',
    { roundId: centralRound, proposal: completeProposal(changes) },
    { by: 'host-drafter.vecom' },
  );
  return outcome.id;
}

/** VECOM drafts a complete scheme and submits it; gives its id. */
export async function submitByVecom(on: Giver, changes: Parameters<typeof completeProposal>[0] = {}): Promise<string> {
  const id = await draftByVecom(on, changes);
  await on.give('scheme', id, 'submit', {}, { by: 'host-head.vecom' });
  return id;
}
