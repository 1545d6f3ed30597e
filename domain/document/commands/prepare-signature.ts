import { z } from 'zod';
import { type ActingActor, isRefusal, type OrganisationView, type Refusal, refuse, type Situation } from '../../command.ts';
import { standingFor } from '../../organisations.ts';
import type { RegulationPack } from '../../regulation/pack.ts';
import { roleTitle } from '../../regulation/role-title.ts';
import { edited } from '../apart.ts';
import { isApproved } from '../approvals.ts';
import { authorityOf } from '../authority/authority.ts';
import { headerDiffers, headerOf } from '../authority/header.ts';
import type { SignerFrame } from '../compose/frame.ts';
import { evolveDocument } from '../evolve.ts';
import { type DocumentFact, documentCommand } from '../facts.ts';
import { checkFormat } from '../format/check.ts';
import { errorsOf } from '../format/finding.ts';
import type { OfficialDocument, SignatureBlock } from '../model.ts';
import { nextNumber, registerOf } from '../next-number.ts';
import type { DocumentRecord } from '../state.ts';
import { places } from './check-format.ts';

/**
 * The signer begins to sign: number and day are reserved in the act itself, since a number put in after the signature would break it. Only
 * what was approved as it reads now is signed, and only by the role that the law names for the type, or by whom a written authority lets sign.
 */
export const prepareSignature = documentCommand('prepare-signature', {
  input: z.strictObject({}),
  needs: ({ state, today }) => {
    const register = registerOf(state, today);
    return { allOrganisations: 'ended-too', delegationsOf: state.issuerId, ...(register && { register }) };
  },

  decide({ state, actor, pack, today, situation }) {
    const own = edited('prepare-signature', state, actor, pack);
    if (own) return own;
    if (actor.role !== state.signerRole && actor.role !== 'delegate') {
      return refuse('signature.not-yours', { role: roleTitle(pack, state.signerRole) }, undefined, 403);
    }
    if (!isApproved(state)) return refuse('document.not-approved', {}, undefined, 409);
    const issuer = standingFor(situation.organisations, state.issuerId, today);
    const as = issuer ? capacityOf(state, actor, pack, today, issuer, situation) : null;
    if (isRefusal(as)) return as;
    const numbered = nextNumber(state, today, situation);
    const begun: DocumentFact = { type: 'signature-begun', signer: { id: actor.id, name: actor.name }, ...(as && { as }), ...numbered };
    const unfit = errorIn(evolveDocument(state, begun, { today, actor: actor.id }).content, pack, today);
    if (unfit) return unfit;
    return {
      facts: [begun],
      result: { number: numbered.number, symbol: numbered.symbol, date: numbered.date },
    };
  },
});

/** What was accepted on an earlier day is looked at once more as it will be signed: a basis may have lost its force since. */
function errorIn(content: OfficialDocument, pack: RegulationPack, on: string): Refusal | null {
  const errors = errorsOf(checkFormat(content, { pack, on }));
  const [first] = errors;
  return first ? refuse('format.errors', { count: errors.length, places: places(errors), findings: errors }, first) : null;
}

/**
 * In what capacity somebody signs whom the draft did not name: a deputy for the head (KT.), say (Decree 30/2020/NĐ-CP, Article 13). Null where
 * the draft names the signer in the capacity that is theirs: the block was approved as it stands. Papers of several signers are left to them.
 */
function capacityOf(
  { type, content, signerRole }: DocumentRecord,
  actor: ActingActor,
  pack: RegulationPack,
  on: string,
  issuer: OrganisationView,
  { organisations, delegations = [] }: Situation,
): SignerFrame | null | Refusal {
  const [block, ...others] = content.signatures;
  if (!block || others.length > 0) return null;
  const header = headerOf(content.issuer.lines);
  const computed = authorityOf({ pack, on, type, signerRole, header, issuer, organisations, signer: actor, delegations });
  if (isRefusal(computed)) return computed;
  const named = block.name === computed.name;
  if (named && !sameCapacity(block, computed)) {
    return refuse('authority.block-differs', { block: shown(block), asked: shown(computed) });
  }
  const asked = headerDiffers(content.issuer.lines, named ? { ...block, authority: computed.authority } : computed);
  if (asked) return refuse('authority.header-differs', { header: content.issuer.lines.join(' '), block: shown(block), asked });
  return named ? null : computed;
}

type Capacity = Pick<SignatureBlock, 'capacity' | 'title'>;
const shown = ({ capacity, title }: Capacity): string => [...capacity, title].join(' / ');
const sameCapacity = (one: Capacity, other: Capacity): boolean => shown(one) === shown(other);
