import { z } from 'zod';
import { refuse } from '../../command.ts';
import { text, words } from '../../text.ts';
import { copyTypes, isCopy } from '../copy.ts';
import { documentCommand } from '../facts.ts';

/**
 * The clerk certifies copies of the document (Decree 30/2020/NĐ-CP, Article 25), for whom and how many: a true copy of an original, a copy of a
 * true copy, or an extract, of which it is said what part it gives. The copy is a document of its own, with a number of its own series.
 */
export const certifyCopy = documentCommand('certify-copy', {
  input: z.strictObject({
    kind: z.enum(['sao-y', 'sao-luc', 'trich-sao']).default('sao-y'),
    to: words(300),
    count: z.int().positive().max(1_000).default(1),
    /** The part that an extract gives, word for word. */
    excerpt: text(20_000).default(''),
  }),

  decide({ input: { excerpt, ...copy }, state }) {
    const ofTrueCopy = state.type === copyTypes['sao-y'];
    if (isCopy(state.type) && !(ofTrueCopy && copy.kind === 'sao-luc')) return refuse('copy.of-a-copy');
    if (copy.kind === 'sao-luc' && !ofTrueCopy) return refuse('copy.of-an-original');
    if (copy.kind === 'trich-sao' && excerpt === '') return refuse('copy.excerpt-needed');
    if (copy.kind !== 'trich-sao' && excerpt !== '') return refuse('copy.whole-has-no-excerpt');
    return [{ type: 'copy-certified', ...copy, ...(excerpt !== '' && { excerpt }) }];
  },
});
