import type { Proposal, Section } from './proposal.ts';

/** Something a file still lacks, and why it does not count as complete. */
export type Lack = { section: Section; why: 'empty' | 'dates-crossed' | 'outside-years' };
/** Years in which a scheme of the round may be carried out. */
export type Years = { from: number; to: number };

/** What a proposal lacks before it can be handed in, section by section; empty when it is complete. */
export function lacksOf(proposal: Proposal, years: Years): Lack[] {
  return [...emptyOnes(proposal), ...scheduleLacks(proposal, years), ...lineLacks(proposal, years)];
}

function emptyOnes(proposal: Proposal): Lack[] {
  const required = ['title', 'contentItem', 'need', 'aims', 'targets', 'outputs', 'beneficiaries', 'schedule', 'place', 'lines'] as const;
  return required.filter((section) => proposal[section].length === 0).map((section) => ({ section, why: 'empty' }));
}

function scheduleLacks({ schedule }: Proposal, years: Years): Lack[] {
  const lacks: Lack[] = [];
  if (schedule.some(({ from, to }) => from > to)) lacks.push({ section: 'schedule', why: 'dates-crossed' });
  if (schedule.some(({ from, to }) => from < `${years.from}-01-01` || to > `${years.to}-12-31`))
    lacks.push({ section: 'schedule', why: 'outside-years' });
  return lacks;
}

function lineLacks({ lines }: Proposal, years: Years): Lack[] {
  return lines.some(({ year }) => year < years.from || year > years.to) ? [{ section: 'lines', why: 'outside-years' }] : [];
}
