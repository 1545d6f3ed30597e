import { sectionTitles } from '../../scheme/section-titles.ts';
import { supplementRequest } from '../compose/supplement-request.ts';
import type { Draw } from './drawn.ts';
import { nameOf, ofScheme, schemeFact, schemeFrame, schemeOf } from './of-scheme.ts';
import { compose, drawn } from './paper.ts';
import { fileCode } from './receipt.ts';

/** The file goes back to the host: which sections are opened, why, and until when. */
export const drawSupplementRequest: Draw = (context) => {
  const scheme = schemeOf(context);
  const { sections, reason, until } = schemeFact(context, 'supplement-requested');
  const opened = sections.map((section) => sectionTitles[section as keyof typeof sectionTitles]?.vi ?? section);
  const frame = schemeFrame(context, 'supplement-request', { recipients: ['Như trên'] });
  const content = compose(supplementRequest, {
    frame,
    fileCode: fileCode(scheme.year, context.thing.id),
    scheme: nameOf(scheme),
    requests: [{ section: opened.join(', '), request: reason }],
    supplementBy: until,
  });
  return [drawn(context, { ...ofScheme(context, 'supplement-request'), content, signers: [frame.signedBy] })];
};
