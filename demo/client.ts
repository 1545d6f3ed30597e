import { v5 as uuidv5 } from 'uuid';

/** A program's way into the system: signs in as a person once, gives commands with a key of its own each, waits for what the process does. */
export type Answer = { status: number; body: Record<string, unknown> };
export type Client = ReturnType<typeof openClient>;

const namespace = '2f1d7a52-0645-4157-8136-4e2020221010';
const password = 'mau-thu-2022';
const pollMs = 150;
const patienceMs = 120_000;

/** An answer that the demonstration did not expect. Says who asked what, and what came back. */
export class Unexpected extends Error {
  override name = 'Unexpected';
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A client of the running system at `base`. Every command's key is made from `run` and the command's name in the story, so that the
 * story told again finds its own answers: it goes on where it was cut off, and changes nothing that has been done. `heard` is told every answer to a command, with its key.
 */
export function openClient(base: string, run: string, heard: (key: string, answer: Answer) => void = () => undefined) {
  const tokens = new Map<string, Promise<string>>();

  /** One request; while the system is being restarted it is asked again, under the same key. */
  async function send(path: string, init: RequestInit): Promise<Response> {
    for (const until = Date.now() + patienceMs; ; await pause(500)) {
      try {
        const response = await fetch(base + path, { ...init, signal: AbortSignal.timeout(60_000) });
        // Read to its end here: a server that dies in the middle of an answer is asked again too.
        const body = await response.arrayBuffer();
        const { status, headers } = response;
        if (![429, 502, 503].includes(status) || Date.now() > until)
          return new Response(body.byteLength > 0 ? body : null, { status, headers });
      } catch (error) {
        if (Date.now() > until)
          throw new Unexpected(
            `${base} does not answer (${String(error)}). Is the system running? Start it with \`npm start\`, or set DEMO_URL.`,
          );
      }
    }
  }

  async function signIn(person: string): Promise<string> {
    const response = await send('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `${person}@mau.test`, password }),
    });
    const body = (await response.json()) as { token?: string };
    if (!response.ok || !body.token) throw new Unexpected(`${person} cannot sign in: ${JSON.stringify(body)}`);
    return body.token;
  }

  async function ask(person: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    let token = tokens.get(person);
    if (!token) {
      token = signIn(person);
      tokens.set(person, token);
    }
    const raw = typeof body === 'string';
    const response = await send(path, {
      method,
      headers: {
        authorization: `Bearer ${await token}`,
        'accept-language': 'vi',
        ...(body !== undefined && !raw && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
    if (headers['idempotency-key']) heard(headers['idempotency-key'], answer);
    return answer;
  }

  const key = (name: string): string => uuidv5(`${run}/${name}`, namespace);

  function expectOk(person: string, what: string, answer: Answer): Record<string, unknown> {
    if (answer.status >= 300) throw new Unexpected(`${person}: ${what} → ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  const client = {
    base,
    /** Reads; anything but success is unexpected. */
    async get<T = Record<string, unknown>>(person: string, path: string): Promise<T> {
      return expectOk(person, `GET ${path}`, await ask(person, 'GET', path)) as T;
    },
    /** Makes a thing; gives its id. */
    async make(person: string, path: string, name: string, body: unknown, headers: Record<string, string> = {}): Promise<string> {
      const answer = await ask(person, 'POST', path, body, { 'idempotency-key': key(name), ...headers });
      return String(expectOk(person, `POST ${path}`, answer).id);
    },
    /** Gives a command; anything but success is unexpected. */
    async give(person: string, thing: string, command: string, body: unknown = {}, name = ''): Promise<Record<string, unknown>> {
      const answer = await ask(person, 'POST', `/api/${thing}/commands/${command}`, body, {
        'idempotency-key': key(`${thing}/${command}/${person}/${name}`),
      });
      return expectOk(person, `${command} on ${thing}`, answer);
    },
    /** Gives a command that a rule must refuse; anything else is unexpected. */
    async refused(person: string, thing: string, command: string, body: unknown, rule: string): Promise<Record<string, unknown>> {
      const answer = await ask(person, 'POST', `/api/${thing}/commands/${command}`, body, {
        'idempotency-key': key(`${thing}/${command}/${person}/refused/${rule}`),
      });
      if (answer.body.rule !== rule)
        throw new Unexpected(
          `${person}: ${command} on ${thing} should be refused by ${rule}, but → ${answer.status} ${JSON.stringify(answer.body)}`,
        );
      return answer.body;
    },
    /** Waits until a value appears; says in vain what for. */
    async until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
      for (const end = Date.now() + patienceMs; ; await pause(pollMs)) {
        const found = await look();
        if (found) return found;
        if (Date.now() > end) throw new Unexpected(`Waited ${patienceMs / 1000} s in vain: ${what}.`);
      }
    },
    /** Waits until a thing has been in a state: now, or at some time of its past. */
    async reached(person: string, thing: string, state: string): Promise<void> {
      await client.until(`${thing} is ${state}`, async () => (await client.facts(person, thing)).some((fact) => fact.state === state));
    },
    /** All facts of a thing, in order. */
    async facts(person: string, thing: string): Promise<{ seq: number; type: string; state: string; at: string }[]> {
      const all: { seq: number; type: string; state: string; at: string }[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: { items: typeof all; next: string | null } = await client.get(
          person,
          `/api/${thing}/facts?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        all.push(...page.items);
        cursor = page.next ?? null;
      }
      return all;
    },
    /** Moves the rehearsal's clock, never back, and waits until everything due on the way has happened. */
    async moveClock(to: string): Promise<void> {
      const now = async () => String((await client.get('administrator', '/api/clock')).now);
      if ((await now()).slice(0, 10) >= to) return;
      const answer = await ask(
        'administrator',
        'POST',
        '/api/clock',
        { to: `${to}T02:00:00.000Z` },
        { 'idempotency-key': key(`clock/${to}`), prefer: 'wait=30' },
      );
      expectOk('administrator', `clock to ${to}`, answer);
      await client.until(`the clock shows ${to}`, async () => (await now()).slice(0, 10) >= to);
    },
    /** Reads a file and gives its beginning, to see that it is there. */
    async file(person: string, path: string): Promise<Buffer> {
      const token = (await tokens.get(person)) ?? (await signIn(person));
      const response = await send(path, { headers: { authorization: `Bearer ${token}` } });
      if (!response.ok) throw new Unexpected(`${person}: GET ${path} → ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
  };
  return client;
}
