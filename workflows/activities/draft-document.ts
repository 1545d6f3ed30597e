import { type Committing, commit } from '../../commit/commit.ts';
import { fulfil } from '../../commit/fulfil.ts';
import { derivedId } from '../../commit/home.ts';
import type { Environment } from '../../config/environment.ts';
import { DraftDocument } from '../../domain/document/commands/draft-document.ts';
import { draw } from '../../domain/document/draw.ts';
import { process } from '../process.ts';
import type { Waker } from '../wake.ts';
import { drawContext } from './draw-context.ts';
import { lookupCodes } from './lookup-code.ts';
import { owedRow } from './owed.ts';

type Needed = {
  committing: Committing;
  waker: Pick<Waker, 'wake'>;
  environment: Pick<Environment, 'dataDir' | 'publicUrl' | 'samplePersons'>;
};

/** Earlier turns of the same obligation brought the document about. */
const alreadyThere = ['command.key-reused', 'thing.exists'];

/**
 * Draws up the documents that a fact owes, each under an id derived from the obligation: carried out twice, they are there once. The drafts
 * are commands of the process; what is automatic is then rendered by the document's own workflow, which is woken. A draft that is refused is
 * kept with its rule, and the obligation ends.
 */
export const draftDocument = ({ committing, waker, environment }: Needed) => {
  const { dataDir, publicUrl, samplePersons: sample } = environment;
  return async (key: string): Promise<void> => {
    const owed = await owedRow(committing, key);
    if (!owed || owed.done) return;
    const type = String(owed.params.type);
    const code = (await lookupCodes(dataDir))(key);
    const documents = draw(type, await drawContext(committing, owed, { sample, publicUrl, code }));
    const refused: string[] = [];
    for (const [n, document] of documents.entries()) {
      const outcome = await commit(committing, {
        id: derivedId(`${key}/${type}/${n}`),
        kind: 'document',
        thing: null,
        name: 'draft-document',
        input: DraftDocument.parse(document),
        actor: process,
      });
      if (outcome.wakes) waker.wake(outcome.kind, outcome.id, outcome.seq);
      if (outcome.refused && !alreadyThere.includes(outcome.refused.rule)) refused.push(`${document.title}: ${outcome.refused.rule}`);
    }
    await fulfil(committing, key, { documents: documents.length, refused: refused.join('; ') || null });
  };
};
