import { timingSafeEqual } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { Request } from 'express';
import { z } from 'zod';
import { sha256 } from '../../commit/chain.ts';
import { openIdentifiers } from '../../exchange/identifiers.ts';
import { openJudge } from '../../exchange/judge.ts';
import { packetBytes } from '../../exchange/read-packet.ts';
import { takeIn } from '../../exchange/take-in.ts';
import { TooLarge } from '../../files/store.ts';
import { receive } from '../files/receive.ts';
import { type Endpoint, openEndpoint } from '../http/endpoint.ts';
import { ProblemError } from '../http/problem.ts';
import type { Parts } from '../parts.ts';

const xml = ['application/xml', 'text/xml'];
const binary = z.string().meta({ override: { type: 'string', format: 'binary' } });

const Receipt = z
  .object({
    status: z.enum(['02', '03']).meta({ description: '03 received, 02 refused (Decision 28/2018/QĐ-TTg).' }),
    documentId: z.string().nullable(),
    reason: z.string().nullable(),
    entries: z.array(z.object({ organisationId: z.string(), id: z.string(), number: z.int().nullable() })),
  })
  .meta({ id: 'PacketReceipt' });

/** Whoever hands packets in shows the token of the settings; without one in them nobody does. Compared in a time that tells nothing. */
function assertIsExchange(request: Request, { environment }: Parts): void {
  const shown = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
  const expected = environment.exchangeToken;
  if (expected === undefined) throw new ProblemError('not-found');
  const hashes = [shown, expected].map((token) => Buffer.from(sha256(token)));
  if (!timingSafeEqual(hashes[0] as Buffer, hashes[1] as Buffer)) throw new ProblemError('not-signed-in');
}

/** One process that looks at PDFs stands by for all packets of this server. */
let judging: ReturnType<typeof openJudge> | undefined;

const handIn = openEndpoint({
  method: 'post',
  path: '/exchange/packets',
  id: 'handInPacket',
  summary: 'Hand in a packet (edXML, QCVN 102:2016/BTTTT), by the exchange of documents alone; the same packet twice is taken in once',
  tag: 'exchange',
  input: {},
  upload: { description: 'The packet.', content: Object.fromEntries(xml.map((type) => [type, { schema: binary }])) },
  answers: { 200: { description: 'What became of it.', schema: Receipt } },
  problems: [401, 404],
  async run({ request }, parts) {
    assertIsExchange(request, parts);
    const { committing, files, environment, trust } = parts;
    judging ??= openJudge(trust);
    const { result } = await receive(request, xml, async ({ stream }) => {
      let bytes = 0;
      stream.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > packetBytes) stream.destroy(new TooLarge(`More than ${packetBytes} bytes.`));
      });
      return buffer(stream);
    });
    const receipt = await takeIn({ committing, files, identifiers: openIdentifiers(environment), judge: judging.judge }, result);
    return { status: 200, body: receipt };
  },
});

export const exchangeEndpoints: Endpoint[] = [handIn];
