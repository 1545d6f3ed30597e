import { tellings } from '../../tellings.ts';
import { documentCommand } from '../facts.ts';

/** Another document says that it hangs together with this one: corrects it, takes its place, takes it back, or is a copy of it. */
export const noteLink = documentCommand('note-link', {
  input: tellings['note-link'],

  decide: ({ input }) => [{ type: 'link-noted', ...input }],
});
