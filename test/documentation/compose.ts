import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const Name = z.string().regex(/^[a-z][a-z0-9-]*$/);
const Duration = z.string().regex(/^\d+[smh]$/);
const Size = z.string().regex(/^\d+[km]$/);
const Command = z.array(z.string());
const Environment = z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string());

/** One service, with as much of the Compose specification as this file uses; whatever else stood there would be a slip. */
export const Service = z.strictObject({
  image: z.string(),
  build: z.literal('.').optional(),
  user: z.string(),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  restart: z.string().regex(/^(no|always|unless-stopped|on-failure(:\d+)?)$/),
  cap_drop: z.array(z.string()),
  cap_add: z.array(z.string()).optional(),
  security_opt: z.array(z.string().regex(/^(no-new-privileges:true|seccomp:\.\/.+\.json)$/)),
  privileged: z.boolean().optional(),
  shm_size: Size.optional(),
  stop_grace_period: Duration.optional(),
  tmpfs: z.array(z.string().regex(/^\/[^:]*(:[a-z]+=[^,]+(,[a-z]+=[^,]+)*)?$/)).optional(),
  entrypoint: Command.optional(),
  command: Command.optional(),
  environment: Environment.optional(),
  secrets: z.array(Name).optional(),
  volumes: z.array(z.string().regex(/^(\.\/[\w./-]+|[a-z-]+):\/[\w./-]+(:ro)?$/)).optional(),
  networks: z.array(Name).min(1),
  ports: z.array(z.string()).optional(),
  depends_on: z
    .record(Name, z.strictObject({ condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']) }))
    .optional(),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()).min(2),
      interval: Duration,
      timeout: Duration,
      retries: z.int().positive(),
      start_period: Duration.optional(),
    })
    .optional(),
  logging: z.strictObject({ driver: z.string(), options: z.record(z.string(), z.string()) }),
});
export type Service = z.infer<typeof Service>;

export const Compose = z
  .strictObject({
    name: Name,
    services: z.record(Name, Service),
    volumes: z.record(Name, z.null()),
    networks: z.record(Name, z.strictObject({ internal: z.boolean() }).nullable()),
    secrets: z.record(Name, z.strictObject({ file: z.string() })),
  })
  .describe('docker-compose.yml');
export type Compose = z.infer<typeof Compose>;

/** docker-compose.yml as Compose reads it, its own anchors (x-…) resolved and left out. */
export function readCompose(): Compose {
  const raw = parse(readFileSync(`${root}/docker-compose.yml`, 'utf8'), { merge: true }) as Record<string, unknown>;
  return Compose.parse(Object.fromEntries(Object.entries(raw).filter(([key]) => !key.startsWith('x-'))));
}
