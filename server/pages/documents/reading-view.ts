import type { DocumentRecord } from '../../../domain/document/state.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { roleTitle } from '../../../domain/regulation/role-title.ts';
import { type Language, pageText } from '../../../templates/page-texts.ts';
import type { Reading } from '../../things/reading.ts';
import { placeOf } from './place-of.ts';

/** Who has approved the draft as it reads now, who is still missing, whose approval an edit has made void, and what reads otherwise since the reader approved. */
export type ReadingView = {
  needed: number;
  given: { name: string; role: string | null; on: string; holds: boolean }[];
  missing: string[];
  voided: { name: string; at: string }[];
  digest: string;
  version: number;
  preview: { pages: number } | null;
  changed: Difference[] | null;
};
type Difference = { place: string; before: string; after: string };

export function readingView(
  reading: Reading,
  { content }: DocumentRecord,
  pack: RegulationPack,
  nameOf: (id: string) => string,
  language: Language,
): ReadingView {
  const title = (role: string) => roleTitle(pack, role)[language];
  const holding = reading.approvals.filter(({ digest }) => digest === reading.digest);
  const open = reading.awaited ?? (holding.length < reading.approvalsNeeded ? ['agency-head'] : []);
  return {
    needed: reading.approvalsNeeded,
    given: reading.approvals.map(({ by, on, role, digest }) => ({
      name: nameOf(by),
      role: role === null ? null : title(role),
      on,
      holds: digest === reading.digest,
    })),
    missing: open.map(title),
    voided: reading.voided.map(({ by, at }) => ({ name: nameOf(by), at })),
    digest: reading.digest.slice(0, 12),
    version: reading.version,
    preview: reading.preview && { pages: reading.preview.pages },
    changed:
      reading.changedSinceYours?.map(({ pointer, before, after }) => ({
        place: placeOf(pointer, content, language),
        before: shown(before, language),
        after: shown(after, language),
      })) ?? null,
  };
}

/** A value of the content as a reader takes it in: text as it is, a block by the texts in it. */
function shown(value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return pageText('document.nothing', language);
  if (typeof value !== 'object') return String(value);
  return textsIn(value).join('\n');
}

const textsIn = (value: object): string[] =>
  Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'object' && inner !== null ? textsIn(inner) : name === 'kind' || name === 'style' ? [] : [String(inner)],
  );
