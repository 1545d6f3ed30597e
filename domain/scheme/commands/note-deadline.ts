import { tellings } from '../../tellings.ts';
import { schemeCommand } from '../command.ts';

/** The round was extended: the cut-off moves with it. */
export const noteDeadline = schemeCommand('note-deadline', {
  input: tellings['note-deadline'],
  decide: ({ input }) => [{ type: 'deadline-moved', cutOff: input.cutOff }],
});
