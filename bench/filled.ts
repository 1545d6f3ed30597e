import { openActing } from './acting.ts';
import { copyScheme } from './copies.ts';
import { openHttp, signIn } from './http-client.ts';
import type { OwnServices } from './own-services.ts';

const goods =
  "(ARRAY['thanh long', 'ho tieu', 'ca phe', 'nuoc mam', 'gom su', 'che', 'tom', 'mat ong', 'det may', 'sau rieng'])[1 + i % 10]";

/** A server with so many schemes, made by copying one that came about by its commands; twenty of them are of the host VECOM. Who asks is signed in. */
export async function filled(own: OwnServices, count: number, persons: string[]) {
  const database = await own.database();
  const acting = await openActing(database);
  await acting.openRound();
  const model = await acting.draft();
  await acting.act('host-head.vecom', 'scheme', model, 'submit');
  await acting.act('agency-officer', 'scheme', model, 'accept-file');
  await acting.close();
  const every = count / 20;
  await copyScheme(database, model, count - 1, {
    host: `CASE WHEN i % ${every} = 1 THEN 'vecom' ELSE 'host-' || i % 63 END`,
    title: `'Quang ba ' || ${goods} || ' truc tuyen, so ' || to_char(i, 'FM00000')`,
  });
  const { port } = await own.server(database);
  const client = await openHttp(port);
  const tokens = new Map<string, string>();
  for (const by of new Set(persons)) tokens.set(by, await signIn(client, by));
  return {
    database,
    port,
    model,
    tokens,
    client,
    /** Asks so many times, one after the other; gives how long each took, in milliseconds. */
    async ask(by: string, path: string, times: number): Promise<number[]> {
      const all: number[] = [];
      for (let i = 0; i < times; i += 1) {
        const began = performance.now();
        const { status, body } = await client.send('GET', path.replace(':model', model), { token: tokens.get(by) ?? '' });
        all.push(performance.now() - began);
        if (status !== 200) throw new Error(`GET ${path} was answered ${status}: ${body}`);
      }
      return all;
    },
    close: () => client.close(),
  };
}
