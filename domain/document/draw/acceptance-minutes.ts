import { acceptanceMinutes } from '../compose/acceptance-minutes.ts';
import { counted } from '../compose/council.ts';
import { decimal } from '../compose/wording.ts';
import type { Draw } from './drawn.ts';
import { contractOf, hostOf, nameOf, ofScheme, schemeFact, schemeFrame, schemeIssuing, schemeOf } from './of-scheme.ts';
import { holderOf, personOf } from './offices.ts';
import { compose, drawn } from './paper.ts';
import { paragraphsOf } from './paragraphs.ts';
import { signing } from './signatories.ts';

/** A committee has accepted, or not, what was done: planned and done volumes of each output, and its conclusion. The host's head who reported the results and the officer who recorded it sign. */
export const drawAcceptanceMinutes: Draw = (context) => {
  const { today, now, fact } = context;
  const scheme = schemeOf(context);
  const found = schemeFact(context, 'acceptance-recorded');
  const { issuer } = schemeIssuing(context, 'acceptance-minutes');
  const host = hostOf(context);
  const head = holderOf(context, 'host-head', host.id, scheme.acceptance.reportedBy);
  const recorder = personOf(context, fact.actor);
  const content = compose(acceptanceMinutes, {
    frame: schemeFrame(context, 'acceptance-minutes'),
    scheme: nameOf(scheme),
    contract: contractOf(scheme, today),
    acceptedAt: now,
    meetingPlace: scheme.proposal.place || issuer.place,
    committee:
      found.committee.length === 0
        ? [memberOf(recorder ? `${recorder.name}, ${recorder.title}` : issuer.name)]
        : found.committee.map(memberOf),
    ...(recorder && { recorder: { name: recorder.name, position: recorder.title } }),
    representatives: [{ name: head?.name ?? '…', position: head?.title ?? 'Thủ trưởng đơn vị' }],
    volumes: found.outputs.map(({ output, volume, outcome }) => {
      const planned = scheme.proposal.outputs[output - 1];
      const reported = scheme.acceptance.reported.find((one) => one.output === output);
      return {
        item: planned?.name ?? `Sản phẩm số ${output}`,
        unit: planned?.unit ?? '-',
        planned: planned?.volume ?? 0,
        done: reported?.done ?? volume,
        evidence: [
          `${outcomes[outcome]}${outcome === 'accepted' || outcome === 'partial' ? ` ${decimal(volume)} ${planned?.unit ?? ''}` : ''}`.trim(),
          ...(reported && reported.evidence.length > 0 ? [counted(reported.evidence.length, 'tài liệu')] : []),
        ].join('; '),
      };
    }),
    remarks: paragraphsOf(found.text),
    outcome: found.outcome,
    ...(found.redoBy !== null && { redoBy: found.redoBy }),
  });
  const paper = ofScheme(context, 'acceptance-minutes');
  return [
    drawn(context, {
      ...paper,
      content,
      signers: [head, recorder].map((one) => signing(context, one)),
      sideB: host,
      recipients: [...paper.recipients, issuer],
    }),
  ];
};

const outcomes = { accepted: 'Nghiệm thu', partial: 'Nghiệm thu một phần', failed: 'Không nghiệm thu', redo: 'Thực hiện lại' } as const;

/** "Phan Thị Minh Nguyệt, Chuyên viên chính": who sat on the committee, in what office. */
function memberOf(text: string): { name: string; position: string } {
  const [name = text, ...rest] = text.split(/\s*(?:,| [-–] )\s*/u);
  return { name: name.trim() || text, position: rest.join(', ').trim() || 'Thành viên tổ nghiệm thu' };
}
