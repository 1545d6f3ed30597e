import { lawValue } from '../../regulation/law-value.ts';
import { addDays } from '../../time/dates.ts';
import { terminationDecision } from '../compose/termination-decision.ts';
import { decisionRecipients, executorsOf, proposalBasis } from './decisions.ts';
import type { Draw } from './drawn.ts';
import {
  decisionReaders,
  hostOf,
  nameOf,
  ofScheme,
  overseerOf,
  receivedDong,
  referenceTo,
  schemeFact,
  schemeFrame,
  schemeOf,
} from './of-scheme.ts';
import { compose, drawn, tell } from './paper.ts';
import { paragraphsOf } from './paragraphs.ts';

/** A scheme is to end before its time: grounds, what is settled, what was paid. Issued it ends, returned for good it goes on. */
export const drawTerminationDecision: Draw = (context) => {
  const { pack, today, thing } = context;
  const scheme = schemeOf(context);
  const { provinceId } = scheme;
  const { title, text } = schemeFact(context, 'termination-proposed');
  const content = compose(terminationDecision, {
    frame: schemeFrame(context, 'termination-decision', {
      moreBases: [proposalBasis(context, provinceId)],
      recipients: decisionRecipients(context, 'Như Điều 5', provinceId),
    }),
    scheme: nameOf(scheme),
    approval: referenceTo(scheme.approved, today),
    grounds: [title.vi, ...paragraphsOf(text)],
    effectiveOn: today,
    settleBy: addDays(today, lawValue(pack, 'settlement.file', { on: today }).value),
    paid: receivedDong(scheme),
    overseer: overseerOf(context, provinceId).name,
    executors: executorsOf(context, provinceId),
  });
  return [
    drawn(context, {
      ...ofScheme(context, 'termination-decision'),
      content,
      recipients: [hostOf(context), overseerOf(context, provinceId)],
      readers: [...decisionReaders(context, provinceId), `org:${scheme.host.id}`],
      whenIssued: [tell(thing.id, 'terminate')],
      whenReturned: [tell(thing.id, 'return-termination')],
    }),
  ];
};
