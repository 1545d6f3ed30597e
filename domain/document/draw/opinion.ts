import { amountsBySource, totals } from '../../scheme/budget.ts';
import { sectionTitles } from '../../scheme/section-titles.ts';
import { opinion } from '../compose/opinion.ts';
import type { Draw } from './drawn.ts';
import { bySource, sourceName } from './money.ts';
import { nameOf, ofScheme, schemeFact, schemeFrame, schemeOf } from './of-scheme.ts';
import { agencyOf, ministryOf } from './offices.ts';
import { compose, drawn } from './paper.ts';
import { paragraphsOf } from './paragraphs.ts';

/** The province's word on a scheme: forwarded with its counterpart funds, or given back or rejected with what it says. */
export const drawOpinion: Draw = (context) => {
  const { pack } = context;
  const scheme = schemeOf(context);
  const given = schemeFact(context, 'opinion-forwarded', 'opinion-returned', 'opinion-rejected');
  const common = { scheme: nameOf(scheme) };
  const said = paragraphsOf(given.text);
  if (given.outcome !== 'forward') {
    const frame = schemeFrame(context, 'opinion', { recipients: [scheme.host.name] });
    const sections = given.sections.map((section) => sectionTitles[section as keyof typeof sectionTitles]?.vi ?? section);
    const content = compose(
      opinion,
      given.outcome === 'return'
        ? { ...common, frame, outcome: 'return', requests: sections.length === 0 ? said : [`${sections.join(', ')}: ${given.text}`] }
        : { ...common, frame, outcome: 'reject', reasons: said },
    );
    return [drawn(context, { ...ofScheme(context, 'opinion'), content, signers: [frame.signedBy] })];
  }
  const ministry = ministryOf(context);
  const frame = schemeFrame(context, 'opinion', { recipients: ['Như trên', agencyOf(context).name, scheme.host.name] });
  const content = compose(opinion, {
    ...common,
    frame,
    outcome: 'forward',
    addressee: ministry.name,
    aim: scheme.proposal.aims,
    total: totals(scheme.proposal, scheme.route).totalDong,
    amounts: bySource(pack, amountsBySource(scheme.proposal)),
    ...(given.counterpartDong > 0 && { counterpart: { source: sourceName(pack, 'local'), amount: given.counterpartDong } }),
    findings: said,
  });
  const paper = ofScheme(context, 'opinion');
  return [drawn(context, { ...paper, content, signers: [frame.signedBy], recipients: [ministry, agencyOf(context), ...paper.recipients] })];
};
