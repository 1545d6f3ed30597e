import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { GivenSignature } from '../../domain/document/state.ts';

const Pending = z.object({
  file: z.hash('sha256'),
  from: z.int().positive(),
  to: z.int().positive(),
  digest: z.hash('sha256'),
  /** Whose turn it is of several, and the file that others have signed before. */
  field: z.string().optional(),
  base: z.hash('sha256').optional(),
});
const Document = z.object({
  id: z.string(),
  state: z.string(),
  data: z.object({
    title: z.string(),
    symbol: z.string().nullable(),
    date: z.string().nullable(),
    content: z.object({ issuer: z.object({ name: z.string() }), abstract: z.string() }),
    signer: z.object({ id: z.string(), name: z.string() }).nullable(),
    signatories: z.array(z.object({ field: z.string(), name: z.string() })).optional(),
    prepared: z.object({ file: z.hash('sha256'), digest: z.hash('sha256'), pending: Pending.optional() }).nullable(),
  }),
});
export type DocumentSeen = z.infer<typeof Document>;
const Inbox = z.object({ items: z.array(z.object({ kind: z.string(), id: z.string(), title: z.string(), state: z.string() })) });
const Problem = z.object({ detail: z.string() });

/** States in which a document waits for a signature: of its one signer, or of one of several signatories. */
export const statesToSign: readonly string[] = ['prepared', 'rendering'];

/** The system's own interface, as a signer uses it. */
export type Api = {
  /** Documents that wait for this person's signature. */
  waiting(): Promise<{ id: string; title: string }[]>;
  document(id: string): Promise<DocumentSeen>;
  /** A file that a document names. */
  file(document: string, sha256: string): Promise<Buffer>;
  /** Gives the signature; null where it was taken, else what the system says. */
  embed(id: string, digest: string, signature: GivenSignature): Promise<string | null>;
};

/** Signs in at a server. Throws with what it says where it does not let us in. */
export async function openApi(server: string, email: string, password: string): Promise<Api> {
  const base = server.replace(/\/+$/, '');
  const session = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!session.ok) throw new Error(`${base}: ${Problem.safeParse(await session.json()).data?.detail ?? session.status}`);
  const { token } = z.object({ token: z.string() }).parse(await session.json());
  const headers = { Authorization: `Bearer ${token}`, 'Accept-Language': 'vi' };

  async function get(path: string): Promise<Response> {
    const answer = await fetch(base + path, { headers });
    if (answer.ok) return answer;
    throw new Error(Problem.safeParse(await answer.json().catch(() => null)).data?.detail ?? `${path}: ${answer.status}`);
  }

  return {
    async waiting() {
      const { items } = Inbox.parse(await (await get('/api/inbox')).json());
      return items.filter(({ kind, state }) => kind === 'document' && statesToSign.includes(state));
    },
    document: async (id) => Document.parse(await (await get(`/api/documents/${encodeURIComponent(id)}`)).json()),
    file: async (document, sha256) =>
      Buffer.from(await (await get(`/api/files/${sha256}?thing=${encodeURIComponent(document)}`)).arrayBuffer()),
    async embed(id, digest, signature) {
      const answer = await fetch(`${base}/api/documents/${encodeURIComponent(id)}/commands/embed-signature`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: JSON.stringify({ digest, signature }),
      });
      if (answer.ok) return null;
      return Problem.safeParse(await answer.json().catch(() => null)).data?.detail ?? String(answer.status);
    },
  };
}
