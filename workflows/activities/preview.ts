import { alive, documentOf, pagesOf, type Rendering, takeDown } from './render.ts';

/** The draft as pages, number and day still open: what those who check and approve it read, kept by its hash and taken down. */
export const preview =
  (at: Rendering) =>
  async (key: string): Promise<void> => {
    const work = await documentOf(at.committing, key);
    if (!work) return;
    const { content, digest } = work.document;
    const pdf = await alive(at.renderer.render(content));
    const { sha256 } = await at.files.put(pdf);
    await takeDown(at.committing, work.owed, 'record-preview', { file: sha256, pages: await pagesOf(pdf), of: digest });
  };
