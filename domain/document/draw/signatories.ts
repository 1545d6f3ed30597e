import type { OrganisationView } from '../../command.ts';
import { plainName } from '../authority/header.ts';
import { type OfficialDocument, signatureFields } from '../model.ts';
import { issuersSeal } from '../signatories.ts';
import type { Signatory } from '../state.ts';
import type { DrawContext, Holder } from './drawn.ts';
import { organisation } from './offices.ts';

/** Somebody who signs, and in which organisation they hold the office in which they do. */
export type Person = { id: string; name: string; organisation: string };

/** Somebody as a signatory of what is drawn up; null where nobody holds the office. */
export function signing(context: Pick<DrawContext, 'organisations'>, holder: Holder | undefined): Person | null {
  return holder ? { id: holder.id, name: plainName(holder.name), organisation: organisation(context, holder.organisationId).name } : null;
}

/**
 * Who signs a paper, in the order of signing: of each box the person whose act it records (null: nobody holds the office, the box stays open),
 * then the organisations whose seals stand beside them. `sideB`: whose seal it is where two sides sign; every other is the issuer's, who also
 * attests a form without any.
 */
export function signatoriesFor(
  content: OfficialDocument,
  persons: readonly (Person | null)[],
  issuer: Pick<OrganisationView, 'id' | 'name'>,
  sideB: Pick<OrganisationView, 'id' | 'name'> = issuer,
): Signatory[] {
  const boxes = content.signatures.flatMap(({ field }, index): Signatory[] => {
    const person = persons[index];
    return person ? [{ field, by: 'person', ...person }] : [];
  });
  const own = issuersSeal(content.signatures);
  const seals = signatureFields(content)
    .filter(({ by }) => by === 'organisation')
    .map(({ name: field, hidden }): Signatory => {
      const { id, name } = hidden || field === own ? issuer : sideB;
      return { field, by: 'organisation', id, name, organisation: name };
    });
  return [...boxes, ...seals];
}
