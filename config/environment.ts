import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Variables } from './variables.ts';

/** A setting that the system cannot work with. The message names the variable, says why, and how to mend it. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/** The settings of this process, from environment variables. Paths are absolute. */
export type Environment = ReturnType<typeof readEnvironment>;

const defaultRehearsal = '2022-01-10';

/** An empty value counts as none. A secret may stand in a file: `NAME_FILE` holds its path. */
function given(env: NodeJS.ProcessEnv): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of Object.keys(Variables.shape)) {
    const path = env[`${name}_FILE`];
    const value = env[name]?.trim();
    if (value) values[name] = value;
    else if (path) {
      try {
        values[name] = readFileSync(path, 'utf8').trim();
      } catch (error) {
        throw new EnvironmentError(
          `${name}_FILE names ${path}, which cannot be read (${String(error)}). Correct the path, or set ${name} itself.`,
        );
      }
    }
  }
  return values;
}

/** A URL as it may be shown. */
const withoutPassword = (value: string) => value.replace(/\/\/[^@/]*@/, '//…@');

/**
 * Reads and checks all settings; the one place that reads environment variables.
 * @throws EnvironmentError naming each variable that is wrong, why, and how to mend it.
 */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env) {
  const read = Variables.safeParse(given(env));
  if (!read.success) {
    const lines = read.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return `  ${name}=${withoutPassword(env[name] ?? '(from its file)')}: ${issue.message}`;
    });
    throw new EnvironmentError(
      `These settings cannot be used:\n${lines.join('\n')}\nCorrect or unset them; docs/operations.md lists every variable.`,
    );
  }
  const set = read.data;
  const dataDir = resolve(set.DATA_DIR);
  const embedded = set.DATABASE_URL === undefined;
  const rehearsal = set.REHEARSAL ?? (embedded && set.NODE_ENV !== 'production' ? defaultRehearsal : 'off');
  const rehearsalStart = rehearsal === 'off' ? null : rehearsal;
  if (set.SAMPLE_PERSONS === true && rehearsalStart === null) {
    throw new EnvironmentError(
      'SAMPLE_PERSONS=on is refused in real time: their password is public. Unset SAMPLE_PERSONS, or set REHEARSAL to a date for training and tests.',
    );
  }
  if (
    set.S3_ENDPOINT !== undefined &&
    (set.S3_BUCKET === undefined || set.S3_ACCESS_KEY === undefined || set.S3_SECRET_KEY === undefined)
  ) {
    throw new EnvironmentError(
      'S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY as well. Set them, or unset S3_ENDPOINT to keep files in FILE_STORE.',
    );
  }
  return {
    production: set.NODE_ENV === 'production',
    host: set.HOST,
    port: set.PORT,
    publicUrl: (set.PUBLIC_URL ?? `http://${set.HOST}:${set.PORT}`).replace(/\/+$/, ''),
    dataDir,
    logLevel: set.LOG_LEVEL,
    metrics: set.METRICS,
    metricsToken: set.METRICS_TOKEN,
    trustProxy: set.TRUST_PROXY ?? false,
    /** Requests a minute from one address. */
    rateLimit: set.RATE_LIMIT,
    signInLimit: set.SIGN_IN_LIMIT ?? (rehearsalStart === null ? 20 : 600),
    /** Documents a minute that one address may have verified. */
    verifyLimit: set.VERIFY_LIMIT,
    serverSecret: set.SERVER_SECRET,
    backups: set.BACKUPS === undefined ? join(dataDir, 'backups') : resolve(set.BACKUPS),
    startOnly: set.START_ONLY,
    /** First day of the rehearsal's clock (YYYY-MM-DD), or null in real time. */
    rehearsalStart,
    samplePersons: set.SAMPLE_PERSONS ?? rehearsalStart !== null,
    databaseUrl: set.DATABASE_URL,
    databaseOwnerUrl: set.DATABASE_OWNER_URL,
    databasePool: set.DATABASE_POOL,
    postgresPort: set.POSTGRES_PORT,
    temporalAddress: set.TEMPORAL_ADDRESS,
    temporalNamespace: set.TEMPORAL_NAMESPACE,
    temporalCliPath: set.TEMPORAL_CLI_PATH,
    temporalPort: set.TEMPORAL_PORT,
    temporalUiPort: set.TEMPORAL_UI_PORT,
    /** First part of the task queues' names. */
    taskQueue: set.TASK_QUEUE,
    fileStore: set.FILE_STORE === undefined ? join(dataDir, 'files') : resolve(set.FILE_STORE),
    s3:
      set.S3_ENDPOINT === undefined
        ? null
        : {
            endpoint: set.S3_ENDPOINT,
            region: set.S3_REGION,
            bucket: set.S3_BUCKET ?? '',
            accessKey: set.S3_ACCESS_KEY ?? '',
            secretKey: set.S3_SECRET_KEY ?? '',
          },
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM,
    signers: set.SIGNERS,
    tsaUrl: set.TSA_URL,
    trustAnchors: set.TRUST_ANCHORS === undefined ? join(dataDir, 'certificates', 'trusted.pem') : resolve(set.TRUST_ANCHORS),
    ocspUrl: set.OCSP_URL,
    crlUrls: set.CRL_URLS?.split(',').map((one) => one.trim()) ?? [],
    authorityUrl: set.AUTHORITY_URL,
    authorityHost: set.AUTHORITY_HOST,
    authorityPort: set.AUTHORITY_PORT,
    renewBeforeDays: set.RENEW_BEFORE_DAYS,
    exchangeOrganisations: set.EXCHANGE_ORGANISATIONS === undefined ? null : resolve(set.EXCHANGE_ORGANISATIONS),
    exchangeUrl: set.EXCHANGE_URL,
    exchangeToken: set.EXCHANGE_TOKEN,
    exchangeFolder: set.EXCHANGE_FOLDER === undefined ? join(dataDir, 'exchange') : resolve(set.EXCHANGE_FOLDER),
    chromiumPath: set.CHROMIUM_PATH,
    chromiumLibraries: set.CHROMIUM_LIBRARIES,
    chromiumFonts: set.CHROMIUM_FONTS,
  };
}

/** Takes a setting that this process cannot do without, e.g. `needed(environment, 'databaseUrl')`. Throws an EnvironmentError with the way out. */
export function needed<Key extends keyof Environment>(from: Environment, key: Key): NonNullable<Environment[Key]> {
  const value = from[key];
  if (value === undefined || value === null) {
    const name = key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    throw new EnvironmentError(
      `${name} is not set. \`npm start\` sets it for the processes it starts; for one started by hand, set it yourself (docs/operations.md).`,
    );
  }
  return value;
}

/** The settings of this process. */
export const environment: Environment = readEnvironment();
