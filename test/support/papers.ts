import { composeDocument } from '../../domain/document/compose/all.ts';
import { sampleInputs } from '../../domain/document/compose/samples/all.ts';
import { signatoriesFor } from '../../domain/document/draw/signatories.ts';
import type { DocumentType } from '../../domain/document/model.ts';
import { unnumbered } from '../../domain/document/numbered.ts';
import type { RunningSystem } from './running.ts';
import { centralRound } from './steps.ts';

const agency = { id: 'cuc-tmdt-kts', name: 'Cục Thương mại điện tử và Kinh tế số' };
const vecom = { id: 'vecom', name: 'Hiệp hội Thương mại điện tử Việt Nam' };

/**
 * The process draws up a paper of the agency's on the route `automatic`, from the sample of its type: `persons` sign its boxes in their order, each
 * by the name that stands there; null leaves the box open. What has two sides is sealed by VECOM on the other. The round must be open.
 */
export async function draftedPaper(
  on: Pick<RunningSystem, 'give'>,
  type: DocumentType,
  persons: readonly (string | null)[],
): Promise<string> {
  const content = unnumbered(composeDocument(type, sampleInputs[type].short));
  const signs = content.signatures.map(({ name = '…' }, index) => {
    const id = persons[index];
    return id ? { id, name, organisation: agency.name } : null;
  });
  const outcome = await on.give(
    'document',
    null,
    'draft-document',
    {
      type,
      title: `${type} (MẪU THỬ – KHÔNG CÓ GIÁ TRỊ)`,
      subjects: [centralRound],
      roundId: centralRound,
      content,
      issuerId: agency.id,
      signatories: signatoriesFor(content, signs, agency, vecom),
    },
    { by: 'process' },
  );
  if (outcome.refused) throw new Error(`${type}: ${outcome.refused.rule} ${JSON.stringify(outcome.refused.values)}`);
  return outcome.id;
}
