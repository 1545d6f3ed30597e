import { composeDocument } from '../domain/document/compose/all.ts';
import { type SampleSize, sampleInputs, sampleSizes } from '../domain/document/compose/samples/all.ts';
import { DocumentType, type OfficialDocument } from '../domain/document/model.ts';

export type Sample = { type: DocumentType; size: SampleSize; document: OfficialDocument };

/** A sample document of every type in every size, to look at and to test layout and printing with. Everything in them is invented. */
export function samples(sizes: readonly SampleSize[] = sampleSizes): Sample[] {
  return DocumentType.options.flatMap((type) =>
    sizes.map((size) => ({ type, size, document: composeDocument(type, sampleInputs[type][size]) })),
  );
}
