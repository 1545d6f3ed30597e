import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EnvironmentError, needed, readEnvironment } from './environment.ts';
import { Variables } from './variables.ts';

describe('settings', () => {
  test('have defaults for one machine: a rehearsal with sample persons', () => {
    expect(readEnvironment({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      dataDir: resolve('var'),
      fileStore: resolve('var/files'),
      rehearsalStart: '2022-01-10',
      samplePersons: true,
      temporalNamespace: 'default',
    });
  });

  test('are for real time where the database is given from outside', () => {
    expect(readEnvironment({ DATABASE_URL: 'postgresql://a@db/scheme' })).toMatchObject({ rehearsalStart: null, samplePersons: false });
    expect(readEnvironment({ NODE_ENV: 'production' })).toMatchObject({ rehearsalStart: null, samplePersons: false });
  });

  test('may ask for a rehearsal on an outside database', () => {
    const environment = readEnvironment({ DATABASE_URL: 'postgresql://a@db/scheme', REHEARSAL: '2023-02-01', SAMPLE_PERSONS: 'off' });
    expect(environment).toMatchObject({ rehearsalStart: '2023-02-01', samplePersons: false });
  });

  test('count an empty value as none', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  test.each([
    // given                                          the message names
    [{ PORT: 'http' }, /PORT=http: must be a port/],
    [{ PORT: '70000' }, /PORT=70000: must be a port from 1 to 65535/],
    [{ DATABASE_URL: 'mysql://db/x' }, /DATABASE_URL=mysql:\/\/db\/x: must be a URL that begins with postgres:\/\//],
    [{ TEMPORAL_ADDRESS: 'http://x:1' }, /TEMPORAL_ADDRESS=.*must be host:port/],
    [{ REHEARSAL: '10/01/2022' }, /REHEARSAL=.*2022-01-10.*off/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL=loud: must be fatal/],
    [{ METRICS: 'yes' }, /METRICS=yes: must be on or off/],
    [{ REHEARSAL: 'off', SAMPLE_PERSONS: 'on' }, /SAMPLE_PERSONS=on is refused in real time/],
    [{ S3_ENDPOINT: 'http://s3' }, /S3_ENDPOINT needs S3_BUCKET/],
    [{ SMTP_URL_FILE: '/nowhere/at/all' }, /SMTP_URL_FILE names \/nowhere\/at\/all/],
  ])('that are wrong are named, with the reason: %j', (env, message) => {
    expect(() => readEnvironment(env)).toThrow(EnvironmentError);
    expect(() => readEnvironment(env)).toThrow(message);
  });

  test('that are secret are not repeated in a message', () => {
    expect(() => readEnvironment({ DATABASE_URL: 'mysql://user:geheim@db/x' })).not.toThrow(/geheim/);
  });

  test('that are secret may stand in a file', () => {
    const dir = mkdtempSync(join(tmpdir(), 'settings-'));
    try {
      writeFileSync(join(dir, 'url'), 'smtp://mail.example:25\n');
      expect(readEnvironment({ SMTP_URL_FILE: join(dir, 'url') }).smtpUrl).toBe('smtp://mail.example:25');
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  test('that a process cannot do without are asked for by their name', () => {
    expect(() => needed(readEnvironment({}), 'databaseUrl')).toThrow(/DATABASE_URL is not set/);
  });
});

describe('the table in docs/operations.md', () => {
  const operations = readFileSync('docs/operations.md', 'utf8');

  test.each(Object.entries(Variables.shape))('has %s with its default and meaning', (name, schema) => {
    const [meaning, remark = '–'] = (schema.description ?? '').split('; default: ');
    const written = Variables.partial().parse({})[name as keyof Variables];
    const usual = written === undefined ? remark : `\`${written === true ? 'on' : written}\``;
    expect(operations).toContain(`| \`${name}\` | ${usual} | ${meaning} |`);
  });
});
