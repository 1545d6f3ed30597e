import { z } from 'zod';
import { pageText } from '../../../templates/page-texts.ts';
import { Id } from '../../http/common.ts';
import { page } from '../page.ts';
import { personNames } from '../schemes/person-names.ts';
import { keptWhen, othersHere } from './kept-when.ts';
import { isSection, openProposal } from './open-proposal.ts';
import { versionRead } from './save-section.ts';
import { valuesIn } from './section-form.ts';
import { copyKey, keepCopy, workingCopy } from './working-copy.ts';

const parts = ['check', 'reduction'];
const Params = z.strictObject({ id: Id, part: z.string().refine((part) => isSection(part) || parts.includes(part)) });

/**
 * What is being typed into a form of a proposal, every few seconds: kept as this person's working copy, no version of the proposal. Answers
 * with when, who else is at it, and whether somebody has given a version since.
 */
export const keepDraft = page({
  method: 'post',
  path: '/schemes/{id}/proposal/{part}/draft',
  input: { params: Params },
  async run({ params: { id, part }, posted, caller, language }, at) {
    const open = await openProposal(id, caller, at);
    const { scheme } = open;
    const key = copyKey(id, part);
    const base = versionRead(posted, scheme.version);
    const closed = !open.edits && open.sends.length === 0;
    // What was begun while it was open is not lost when it closes meanwhile; nobody begins anew.
    const refused = closed && (await workingCopy(caller.id, key, at.reader)) === null;
    const savedAt = refused ? null : await keepCopy(caller.id, key, base, valuesIn(posted), at.reader);
    const latest = scheme.versions.at(-1);
    const by = base < scheme.version && latest ? ((await personNames([latest.by], at.reader)).get(latest.by) ?? latest.by) : null;
    return {
      fragment: 'proposals/kept',
      model: {
        kept: savedAt && keptWhen(savedAt, language, at.committing.rehearsal),
        closed,
        newer: by === null ? null : pageText('proposal.kept.newer', language, { by, version: String(scheme.version) }),
        others: await othersHere(caller, key, language, at),
      },
    };
  },
});
