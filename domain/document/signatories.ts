import type { DocumentRecord, Signatory } from './state.ts';

type Signing = Pick<DocumentRecord, 'signatories' | 'signed' | 'signer' | 'issuerId' | 'content'>;

/**
 * Who signs a document, in the order of signing. A paper on the route `automatic` has them from its draft on; of all others the signer signs in
 * the first box, then the issuer seals. Papers drafted before all whom they name signed are sealed by their issuer alone.
 */
export function signatoriesOf({ signatories, signer, issuerId, content }: Signing): Signatory[] {
  if (signatories) return signatories;
  const [block] = content.signatures;
  const seal = issuersSeal(content.signatures);
  const { name } = content.issuer;
  return [
    ...(signer && block ? [{ field: block.field, by: 'person' as const, id: signer.id, name: signer.name, organisation: name }] : []),
    ...(seal === undefined ? [] : [{ field: seal, by: 'organisation' as const, id: issuerId, name, organisation: name }]),
  ];
}

/** Whose signature comes next: after the last one that is in the file. Null when all are. */
export function nextSignature(document: Signing): Signatory | null {
  const order = signatoriesOf(document);
  const last = order.findLastIndex(({ field }) => document.signed?.includes(field));
  return order[last + 1] ?? null;
}

/** The person whose signature is waited for, made where their key is; nobody once they have given it. */
export function awaitedSignatory(document: Signing & Pick<DocumentRecord, 'route' | 'prepared' | 'given'>): Signatory | null {
  if (document.route !== 'automatic' || document.prepared?.pending === undefined || document.given) return null;
  const next = nextSignature(document);
  return next?.by === 'person' ? next : null;
}

/** Where the issuer's seal goes: the only place for one; between two sides that of side A, who issues. */
export function issuersSeal(signatures: DocumentRecord['content']['signatures']): string | undefined {
  const seals = signatures.flatMap(({ seal }) => (seal === undefined ? [] : [seal]));
  return seals.find((seal) => seal.endsWith('A')) ?? seals[0];
}
