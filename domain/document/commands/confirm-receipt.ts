import { z } from 'zod';
import { refuse } from '../../command.ts';
import { text } from '../../text.ts';
import { documentCommand } from '../facts.ts';
import { answers, mayFollow, onceRecalled, ReceiptStatus, whileItHolds } from '../receipt.ts';

/**
 * A recipient says what became of the document (Decision 28/2018/QĐ-TTg): received where nothing else is said, refused with a reason, assigned,
 * in hand, done; after its recall, that its copies are deleted, or why not.
 */
export const confirmReceipt = documentCommand('confirm-receipt', {
  input: z.strictObject({ status: ReceiptStatus.optional(), note: text(2_000).default('') }),

  decide({ input: { status: said, note }, state, stateName, actor }) {
    const mine = new Set(
      actor.positions.flatMap(({ organisationId, formerly = [] }) => [organisationId, ...formerly.map((one) => one.organisationId)]),
    );
    const own = state.recipients.filter(({ organisationId }) => mine.has(organisationId));
    if (own.length === 0) return refuse('document.not-a-recipient', {}, undefined, 403);
    const recalled = stateName === 'recalled';
    const status = said ?? (recalled ? '15' : '03');
    if (!(recalled ? onceRecalled : whileItHolds).includes(status)) return refuse('receipt.other-time', { status });
    if ((status === '02' || status === '16') && note === '') return refuse('receipt.reason-needed', { status });
    const open = own.filter(({ status: last, confirmed }) => mayFollow(status, last ?? (confirmed === null ? null : '03')));
    if (open.length === 0) {
      const last = own.find(({ status: one }) => one && answers(one)) ?? own[0];
      return refuse('document.receipt-confirmed', { on: last?.confirmed?.on ?? null }, undefined, 409);
    }
    return open.map(({ organisationId }) => ({ type: 'receipt-confirmed' as const, organisationId, status, ...(note !== '' && { note }) }));
  },
});
