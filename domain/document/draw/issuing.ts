import type { OrganisationView } from '../../command.ts';
import { standingFor } from '../../organisations.ts';
import { documentRule } from '../../regulation/legal-bases.ts';
import type { DocumentType } from '../model.ts';
import type { DrawContext } from './drawn.ts';
import { agencyOf, financeOf, localFinanceOf, ministryOf, organisation } from './offices.ts';

/** Who issues a document, and whose holder of which role signs it. */
export type Issuing = { issuer: OrganisationView; unit: OrganisationView; role: string };

/** Papers of the file's intake, which on the local route are the finance department's. */
const ofIntake: DocumentType[] = ['receipt', 'supplement-request'];

/**
 * Who issues a document of this type. On the local route the people's committee takes the place of ministry and agency, and its department of
 * finance that of the agency at the file's intake (the chart names the same holders).
 */
export function issuingOf(context: DrawContext, type: DocumentType, of: { provinceId: string | null; hostId?: string }): Issuing {
  const { issuer, signerRole } = documentRule(context.pack, type);
  const by = (id: string, role: string) => standing(context, id, role);
  if (issuer === 'host' && of.hostId !== undefined) return by(of.hostId, signerRole);
  if (context.thing.route === 'local' && of.provinceId !== null) {
    if (ofIntake.includes(type)) return by(localFinanceOf(context, of.provinceId).id, 'local-finance');
    return by(of.provinceId, 'province-head');
  }
  if (issuer === 'province' && of.provinceId !== null) return by(of.provinceId, signerRole);
  if (issuer === 'agency') return by(agencyOf(context).id, signerRole);
  const unit = signerRole.startsWith('finance-') ? financeOf(context) : ministryOf(context);
  return { issuer: ministryOf(context), unit, role: signerRole };
}

/** An organisation issues under its own name; where it has ended, whoever came after it does. */
function standing(context: DrawContext, id: string, role: string): Issuing {
  const issuer = standingFor(context.organisations, id, context.today) ?? organisation(context, id);
  return { issuer, unit: issuer, role };
}
