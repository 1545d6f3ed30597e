import { z } from 'zod';
import { Id } from '../../http/common.ts';
import { type Page, page } from '../page.ts';

/** A command of a round that has a page of its own: its plain address leads there. */
export const lead = (command: string, to: string): Page =>
  page({
    path: `/rounds/{id}/do/${command}`,
    input: { params: z.strictObject({ id: Id }) },
    async run({ params: { id } }) {
      return { redirect: `/rounds/${id}/${to}` };
    },
  });
