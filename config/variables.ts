import { z } from 'zod';

const text = z.string().trim().min(1);
const port = z.coerce
  .number({ error: 'must be a port number' })
  .int()
  .min(1, 'must be a port from 1 to 65535')
  .max(65535, 'must be a port from 1 to 65535');
const onOff = z.enum(['on', 'off'], { error: 'must be on or off' }).transform((value) => value === 'on');
const url = (...schemes: string[]) =>
  text.refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1)), {
    error: `must be a URL that begins with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });
const address = text.regex(/^[^\s:/]+:\d{1,5}$/, 'must be host:port, such as 127.0.0.1:7233');

/** Every variable that the system reads: its form, its default, and what it is for. The table in docs/operations.md says the same; a test compares them. */
export const Variables = z.object({
  NODE_ENV: text.optional().describe('`production` where the system serves for real'),
  HOST: text.default('127.0.0.1').describe('address the web server listens on'),
  PORT: port.default(3000).describe('port of the web server'),
  PUBLIC_URL: url('http', 'https').optional().describe('the address people use, written into letters and QR codes; default: HOST and PORT'),
  DATA_DIR: text.default('var').describe('folder of everything the system keeps on this machine'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info')
    .describe('how much the processes write into their logs'),
  METRICS: onOff.default(true).describe('whether /metrics answers'),
  METRICS_TOKEN: text.optional().describe('bearer token for /metrics; default: it answers this machine alone'),
  TRUST_PROXY: text
    .optional()
    .describe('addresses of proxies whose X-Forwarded-For is believed, by commas (`loopback` for this machine); default: none'),
  RATE_LIMIT: z.coerce.number().int().min(1).default(120_000).describe('requests a minute that one address may send'),
  SIGN_IN_LIMIT: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe('sign-ins a minute from one address, and failed ones in 15 minutes for one account; default: 20, in a rehearsal 600'),
  SERVER_SECRET: text
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe('what second factors are encrypted with, the same for every web server; default: invented once, in `secrets` of DATA_DIR'),
  BACKUPS: text.optional().describe('folder whose newest files the administrator is shown as backups; default: `backups` in DATA_DIR'),
  VERIFY_LIMIT: z.coerce.number().int().min(1).default(120).describe('documents a minute that one address may have verified'),

  START_ONLY: text.optional().describe('parts to start, of `postgres,temporal,authority,server,worker,render-worker`; default: all'),

  REHEARSAL: text
    .refine((value) => value === 'off' || z.iso.date().safeParse(value).success, {
      error: 'must be the date on which the rehearsal starts, such as 2022-01-10, or off for real time',
    })
    .optional()
    .describe('first day of the rehearsal clock, or `off` for real time; default: 2022-01-10 with the embedded database, else `off`'),
  SAMPLE_PERSONS: onOff.optional().describe('whether sample persons are put in; default: on in a rehearsal; refused in real time'),

  DATABASE_URL: url('postgres', 'postgresql')
    .optional()
    .describe('PostgreSQL of the running system (role with few rights); default: the embedded one'),
  DATABASE_OWNER_URL: url('postgres', 'postgresql')
    .optional()
    .describe('the same database by the role that owns the tables; only for migrations and seeding'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(40)
    .describe('connections of a web server for commands; for reading it holds a quarter as many more'),
  POSTGRES_PORT: port.optional().describe('port of the embedded PostgreSQL; default: 54320, or a free one that is then kept'),

  TEMPORAL_ADDRESS: address.optional().describe('a Temporal server that runs; default: the embedded one'),
  TEMPORAL_NAMESPACE: text.default('default').describe('Temporal namespace'),
  TEMPORAL_CLI_PATH: text.optional().describe('the `temporal` program to start the embedded server with'),
  TEMPORAL_PORT: port.optional().describe('port of the embedded Temporal server; default: 7233, or a free one that is then kept'),
  TEMPORAL_UI_PORT: port.optional().describe("port of Temporal's own pages; default: not shown"),
  TASK_QUEUE: text.default('scheme').describe('first part of the names of the task queues'),

  FILE_STORE: text.optional().describe('folder of the content-addressed files; default: `files` in DATA_DIR'),
  S3_ENDPOINT: url('http', 'https').optional().describe('object store instead of FILE_STORE'),
  S3_REGION: text.default('us-east-1').describe('region of the object store'),
  S3_BUCKET: text.optional().describe('bucket of the object store'),
  S3_ACCESS_KEY: text.optional().describe('access key of the object store'),
  S3_SECRET_KEY: text.optional().describe('secret key of the object store'),

  SMTP_URL: url('smtp', 'smtps').optional().describe('mail server; default: letters are only shown in the mailbox on screen'),
  MAIL_FROM: text.default('Chương trình TMĐT quốc gia <khong-tra-loi@mau.test>').describe('sender of letters'),

  SIGNERS: text.optional().describe('file that says whose key is where; default: everybody has one of the development authority'),
  TSA_URL: url('http', 'https').optional().describe('time-stamping authority (RFC 3161); default: the embedded one'),
  TRUST_ANCHORS: text
    .optional()
    .describe('file with the root certificates that are trusted (PEM); default: that of the embedded authority'),
  OCSP_URL: url('http', 'https')
    .optional()
    .describe('OCSP responder for certificates that name none; default: the embedded one, with another TSA_URL none'),
  CRL_URLS: text.optional().describe('addresses of revocation lists besides those that certificates name, by commas'),
  AUTHORITY_URL: url('http', 'https')
    .optional()
    .describe('development authority that makes certificates for samples; default: the embedded one'),
  AUTHORITY_HOST: text
    .default('127.0.0.1')
    .describe('address the development authority listens on; whoever reaches it may have any certificate'),
  AUTHORITY_PORT: port.optional().describe('port of the embedded authority; default: 7380, or a free one that is then kept'),
  RENEW_BEFORE_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .default(180)
    .describe('so many days before the certificate of its last time-stamp ends, a document gets another'),

  EXCHANGE_ORGANISATIONS: text
    .optional()
    .describe(
      'file with the identifiers of organisations in the exchange of documents (JSON); default: none, in a rehearsal invented ones',
    ),
  EXCHANGE_URL: url('http', 'https').optional().describe('address that packets (edXML) are sent to; default: `out` in EXCHANGE_FOLDER'),
  EXCHANGE_TOKEN: text.optional().describe('bearer token for EXCHANGE_URL, and of whoever hands packets in; default: nobody does'),
  EXCHANGE_FOLDER: text.optional().describe('folder in which packets lie; default: `exchange` in DATA_DIR'),

  CHROMIUM_PATH: text.optional().describe('the browser that renders documents; default: the one that comes with the packages'),
  CHROMIUM_LIBRARIES: text.optional().describe('folder of shared libraries for the browser alone'),
  CHROMIUM_FONTS: text.optional().describe('folder with a fontconfig set-up for the browser alone'),
});
export type Variables = z.infer<typeof Variables>;
