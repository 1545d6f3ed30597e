import { type Cast, vecom } from './cast.ts';
import { completeProposal } from './proposals.ts';
import type { World } from './world.ts';

const programme = '645-2021-2025';
const province = 'ubnd-tinh-binh-dinh';
export const roundOf = ({ route }: Cast, year = 2022): string =>
  route === 'local' ? `${programme}.${year}.local.${province}` : `${programme}.${year}.central`;
export const fundOf = ({ route }: Cast, year = 2022): string =>
  route === 'local' ? `${programme}/${year}/local/${province}` : `${programme}/${year}/programme`;
const sourceOf = ({ route }: Cast) => (route === 'local' ? ('local' as const) : ('programme' as const));

/** The year's call of the cast's route, with so much money. */
export async function openRound(world: World, cast: Cast, ceilingDong: number, year = 2022): Promise<void> {
  const ceilings = [{ source: sourceOf(cast), ceilingDong }];
  const by = cast.route === 'local' ? cast.officer : cast.officerHead;
  await world.act(by, 'round', null, 'open-round', { programme, year, route: cast.route, ceilings });
}

/** One budget line of training of so much support, and as much again from enterprises (on the central route of a province: from the province). */
export function trainingOf(cast: Cast, supportDong: number, year = 2022) {
  const counterpart = cast.province
    ? ({ source: 'local', amountDong: supportDong, from: 'Ngân sách tỉnh' } as const)
    : ({ source: 'enterprise', amountDong: supportDong, from: 'Hội viên' } as const);
  const funding = [{ source: sourceOf(cast), amountDong: supportDong }, counterpart];
  const line = { item: 'Tổ chức lớp tập huấn', unit: 'lớp', quantity: 1, unitPriceDong: 2 * supportDong, year, kind: 'training', funding };
  return completeProposal({ lines: [line], schedule: [{ name: 'Tổ chức lớp', from: `${year}-06-01`, to: `${year}-10-31` }] });
}

/** A complete proposal with this budget, drafted by the cast's host; gives its id. */
export async function draft(world: World, cast: Cast, supportDong: number, year = 2022): Promise<string> {
  const input = { roundId: roundOf(cast, year), proposal: trainingOf(cast, supportDong, year) };
  return (await world.act(cast.drafter, 'scheme', null, 'draft-scheme', input)).id;
}

/** Submitted, through its province if the host is not central. */
export async function submit(world: World, cast: Cast, id: string, counterpartDong: number): Promise<void> {
  if (!cast.province) return void (await world.act(cast.head, 'scheme', id, 'submit'));
  await world.act(cast.head, 'scheme', id, 'submit-to-province');
  const opinion = { outcome: 'forward', counterpartDong, text: 'Nhất trí, cam kết bố trí vốn đối ứng.' };
  await world.act(cast.province.officer, 'scheme', id, 'give-opinion', opinion);
  await world.act(cast.province.head, 'scheme', id, 'give-opinion', opinion);
}

/** Drafted, submitted and found complete. */
export async function eligible(world: World, cast: Cast = vecom, supportDong = 50_000_000, year = 2022): Promise<string> {
  const id = await draft(world, cast, supportDong, year);
  await submit(world, cast, id, supportDong);
  await world.act(cast.intake, 'scheme', id, 'accept-file', {});
  return id;
}

/** Appraised with this outcome without a session: what a council would tell, or the province's finance finds. */
export async function appraised(world: World, cast: Cast, id: string): Promise<void> {
  if (cast.route === 'local') {
    await world.act(cast.finance, 'scheme', id, 'appraise-estimate', { outcome: 'pass', text: 'Dự toán phù hợp định mức.' });
    return;
  }
  const told = {
    councilId: 'a-council',
    sessionNo: 1,
    conclusion: 'pass',
    conditions: [],
    reviseBy: null,
    votes: null,
    averageScore: null,
  };
  await world.act('process', 'scheme', id, 'conclude-appraisal', told);
}

/** All drafts of these types that wait are checked, approved, signed and issued. */
export async function issueAll(world: World, cast: Cast, roundId: string): Promise<void> {
  const { rows } = await world.database.query<{ id: string; type: string }>(
    "SELECT id, type FROM document WHERE (round_id = $1 OR scheme_id = $1 OR council_id = $1) AND state = 'draft' ORDER BY created_at, id",
    [roundId],
  );
  for (const { id, type } of rows) await issue(world, cast, id, type === 'submission' ? cast.officerHead : cast.signer);
}

/** The way of a signed document. */
export async function issue(world: World, cast: Cast, id: string, signer: string = cast.signer): Promise<void> {
  await readyToSign(world, cast, id);
  await world.act(signer, 'document', id, 'prepare-signature');
  const { rows } = await world.database.query<{ digest: string }>("SELECT data->'prepared'->>'digest' AS digest FROM thing WHERE id = $1", [
    id,
  ]);
  await world.act(signer, 'document', id, 'embed-signature', { digest: rows[0]?.digest });
  await world.act(cast.clerk, 'document', id, 'issue');
}

/** Checked for format, and approved as it reads. */
export async function readyToSign(world: World, cast: Cast, id: string): Promise<void> {
  await world.act(cast.checker, 'document', id, 'check-format', { accepted: true, notes: 'Đúng thể thức.' });
  const { rows } = await world.database.query<{ digest: string }>("SELECT data->>'digest' AS digest FROM thing WHERE id = $1", [id]);
  await world.act(cast.approver, 'document', id, 'approve-draft', { digest: rows[0]?.digest });
}

export type Share = { id: string; amountDong: number };

/** Ranked, laid before the signer, and approved with these sums; others are put on the waiting list. The round must be closed. */
export async function approve(
  world: World,
  cast: Cast,
  shares: Share[],
  { year = 2022, moneyOf, waiting = [] }: { year?: number; moneyOf?: number; waiting?: Share[] } = {},
): Promise<void> {
  const roundId = roundOf(cast, year);
  const placed = (list: 'ranked' | 'waiting') => (share: Share) => ({ schemeId: share.id, proposedDong: share.amountDong, list });
  const schemes = [...shares.map(placed('ranked')), ...waiting.map(placed('waiting'))].map((one, i) => ({ ...one, place: i + 1 }));
  await world.act(cast.officer, 'round', roundId, 'rank-schemes', { schemes });
  const list = listOf(cast, shares, moneyOf ?? year).map((one) => ({ ...one, outcome: 'approve' }));
  await world.act(cast.officer, 'round', roundId, 'propose-decision', { list });
  await issueAll(world, cast, roundId);
}

export const listOf = (cast: Cast, shares: Share[], year = 2022) =>
  shares.map(({ id, amountDong }) => ({ schemeId: id, amounts: [{ source: sourceOf(cast), year, amountDong }] }));
export const estimate = 'Quyết định giao dự toán năm 2022 (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)';

/** Given these sums out of the fund by an issued decision. */
export async function allocate(world: World, cast: Cast, shares: Share[], year = 2022): Promise<void> {
  const roundId = roundOf(cast, year);
  await world.act(cast.finance, 'round', roundId, 'propose-allocation', { list: listOf(cast, shares, year), estimate });
  await issueAll(world, cast, roundId);
}
