import { contentItem } from '../../../domain/regulation/contents.ts';
import type { RegulationPack } from '../../../domain/regulation/pack.ts';
import { type Proposal, type Section, sections } from '../../../domain/scheme/proposal.ts';
import type { Language } from '../../http/language.ts';
import { sectionName } from './field-names.ts';

/** A section of a proposal as it is read: paragraphs, or a table of outputs or steps. The budget has a page of its own. */
export type ReadableSection = {
  section: Section;
  title: string;
  empty: boolean;
  paragraphs: string[];
  outputs: Proposal['outputs'] | null;
  schedule: Proposal['schedule'] | null;
};

/** A proposal as people read it, without its budget lines. */
export function readable(proposal: Proposal, pack: RegulationPack, language: Language): ReadableSection[] {
  return sections
    .filter((section) => section !== 'lines' && section !== 'title')
    .map((section) => ({
      section,
      title: sectionName(section, language),
      empty: proposal[section].length === 0,
      paragraphs: paragraphsOf(proposal, section, pack),
      outputs: section === 'outputs' && proposal.outputs.length > 0 ? proposal.outputs : null,
      schedule: section === 'schedule' && proposal.schedule.length > 0 ? proposal.schedule : null,
    }));
}

function paragraphsOf(proposal: Proposal, section: Section, pack: RegulationPack): string[] {
  if (section === 'contentItem') {
    const item = contentItem(pack.contents, proposal.contentItem);
    return [item ? `${item.code} – ${item.text}` : proposal.contentItem];
  }
  const value = proposal[section];
  return typeof value === 'string' ? value.split(/\n+/).filter((line) => line.trim() !== '') : [];
}
