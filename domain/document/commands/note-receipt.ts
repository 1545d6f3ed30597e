import { z } from 'zod';
import { refuse } from '../../command.ts';
import { text } from '../../text.ts';
import { documentCommand } from '../facts.ts';
import { mayFollow, onceRecalled, ReceiptStatus, whileItHolds } from '../receipt.ts';

/** A receiver's system says by way of the exchange what became of the document (Decision 28/2018/QĐ-TTg). */
export const noteReceipt = documentCommand('note-receipt', {
  input: z.strictObject({ organisationId: z.string().min(1).max(100), status: ReceiptStatus, note: text(2_000).default('') }),

  decide({ input: { organisationId, status, note }, state, stateName }) {
    const recipient = state.recipients.find((one) => one.organisationId === organisationId);
    if (!recipient) return refuse('document.not-a-recipient', {}, undefined, 403);
    if (!(stateName === 'recalled' ? onceRecalled : whileItHolds).includes(status)) return refuse('receipt.other-time', { status });
    const last = recipient.status ?? (recipient.confirmed === null ? null : '03');
    if (!mayFollow(status, last)) return refuse('document.receipt-confirmed', { on: recipient.confirmed?.on ?? null }, undefined, 409);
    return [{ type: 'receipt-confirmed', organisationId, status, ...(note !== '' && { note }) }];
  },
});
