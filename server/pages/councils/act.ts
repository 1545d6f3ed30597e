import { z } from 'zod';
import { Id } from '../../http/common.ts';
import { inputSchema } from '../../things/input-schema.ts';
import { commandTitle, kindOf } from '../../things/kinds.ts';
import { giveForm } from '../forms/give-form.ts';
import type { JsonSchema } from '../forms/json-schema.ts';
import { readForm } from '../forms/read-form.ts';
import { type Page, type Posted, page } from '../page.ts';
import { boardPage } from './board.ts';
import { atBoard, atDesk } from './commands-here.ts';
import { deskPage } from './desk.ts';
import { knownCouncil } from './known-council.ts';

const Params = z.strictObject({ id: Id });
type At = 'desk' | 'board';

/** The address of a command whose form stands on the desk or on the board: asked for, it leads there; posted to, it gives the command. */
function formOf(at: At, command: string): Page[] {
  const path = `/councils/{id}/do/${command}`;
  return [
    page({
      path,
      input: { params: Params },
      async run({ params: { id }, caller, language }, parts) {
        await knownCouncil(id, { caller, language }, parts);
        return { redirect: `/councils/${id}/${at}` };
      },
    }),
    page({
      method: 'post',
      path,
      input: { params: Params },
      keeps: true,
      async run({ params: { id }, posted, caller, language }, parts) {
        await knownCouncil(id, { caller, language }, parts);
        const input = inputOf(command, posted);
        const given = await giveForm({ kind: 'council', thing: id, command, posted, caller, language, input }, parts);
        const schemeId = typeof posted.schemeId === 'string' ? posted.schemeId : undefined;
        if (given.problem) {
          const known = await knownCouncil(id, { caller, language }, parts);
          const failed = { command, values: given.input as Record<string, unknown>, problem: given.problem };
          return at === 'desk' ? deskPage(known, schemeId, failed, parts) : boardPage(known, schemeId, failed);
        }
        const what = commandTitle('council', command, parts.committing.packs.values())[language];
        const here = `/councils/${id}/${at}${schemeId ? `?scheme=${encodeURIComponent(schemeId)}` : ''}`;
        return {
          redirect: posted._next === `/councils/${id}` ? `/councils/${id}` : here,
          flash: { kind: 'success', key: 'thing.changed', values: { what } },
        };
      },
    }),
  ];
}

/** What a form says: conditions one a line, nothing for what was left empty, everybody there where that button was pressed. */
function inputOf(command: string, posted: Posted): unknown {
  const definition = kindOf('council').commands[command];
  const read = definition ? (readForm(inputSchema(definition.input) as JsonSchema, { ...posted, conditions: undefined }) as Posted) : {};
  const conditions = typeof posted.conditions === 'string' ? posted.conditions.split('\n').flatMap((line) => line.trim() || []) : [];
  switch (command) {
    case 'cast-ballot':
      return { ...read, conditions: posted.vote === 'conditional' ? conditions : [] };
    case 'close-ballot': {
      const { conditions: _, ...rest } = read;
      return conditions.length > 0 ? { ...rest, conditions } : rest;
    }
    case 'record-attendance': {
      const rows = (read.attendance ?? []) as { personId: string; present: boolean; reason?: string }[];
      return { attendance: posted._all === undefined ? rows : rows.map(({ personId }) => ({ personId, present: true })) };
    }
    default:
      return read;
  }
}

export const actPages: Page[] = [
  ...atDesk.flatMap((command) => formOf('desk', command)),
  ...atBoard.flatMap((command) => formOf('board', command)),
];
