import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvironment } from '../../config/environment.ts';
import { Variables } from '../../config/variables.ts';
import { readCompose, root, type Service } from './compose.ts';

const compose = readCompose();
const services = Object.entries(compose.services);
const oneShots = ['database', 'temporal-schema', 'temporal-namespace', 'object-folder', 'bucket'];
const ours = services.filter(([, { build }]) => build !== undefined);
const mountsOf = ({ volumes = [] }: Service) => volumes.map((volume) => volume.split(':')[0] ?? '');

describe('docker-compose.yml shows the whole', () => {
  test('database, Temporal, object store, authority, server, both workers, mails, and what prepares them', () => {
    expect(Object.keys(compose.services)).toEqual([
      'postgres',
      'database',
      'temporal-schema',
      'temporal',
      'temporal-namespace',
      'object-folder',
      'object-store',
      'bucket',
      'authority',
      'server',
      'worker',
      'render-worker',
      'mail',
    ]);
  });

  test.each(services)('%s is pinned to a version and named without a registry', (_, { image }) => {
    expect(image).toMatch(/^[a-z-]+(\/[a-z-]+)?:v?\d+\.\d+\.\d+$|^postgres:18\.\d+-[a-z]+$/);
  });

  test.each(services)('%s has few rights: not root, no capability, a root it cannot write', (_, service) => {
    expect(service.user).not.toMatch(/^(root|0)\b/);
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect([service.cap_add, service.privileged]).toEqual([undefined, undefined]);
  });

  test.each(services)('%s is started again when it dies; one that stays says whether it is well', (name, { restart, healthcheck }) => {
    expect(restart).toBe(oneShots.includes(name) ? 'on-failure:3' : 'unless-stopped');
    expect(healthcheck === undefined).toBe(oneShots.includes(name));
  });

  test('the web is the only open port, and it opens on this machine alone', () => {
    expect(services.filter(([, { ports }]) => ports).map(([name, { ports }]) => [name, ports])).toEqual([
      ['server', [expect.stringContaining(':-127.0.0.1:3000}:3000')]],
    ]);
  });

  test('what holds data reaches nothing outside', () => {
    const outward = services.filter(([, { networks }]) => networks.some((network) => compose.networks[network]?.internal !== true));
    expect(outward.map(([name]) => name)).toEqual(['server', 'worker', 'mail']);
  });
});

describe('names that meet', () => {
  test.each(services)('%s leans on what is there', (_, service) => {
    expect(Object.keys(compose.secrets)).toEqual(expect.arrayContaining(service.secrets ?? []));
    expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining(service.networks));
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(compose.services[other]?.healthcheck === undefined).toBe(condition === 'service_completed_successfully');
    }
    for (const mount of mountsOf(service)) {
      if (mount.startsWith('./')) expect(existsSync(join(root, mount)), mount).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(mount);
    }
    for (const option of service.security_opt.filter((one) => one.startsWith('seccomp:')))
      expect(existsSync(join(root, option.slice('seccomp:'.length)))).toBe(true);
  });

  test('no volume, network or secret is left over', () => {
    expect(Object.keys(compose.volumes).toSorted()).toEqual(
      [...new Set(services.flatMap(([, service]) => mountsOf(service).filter((mount) => !mount.startsWith('./'))))].toSorted(),
    );
    expect(Object.keys(compose.networks).toSorted()).toEqual([...new Set(services.flatMap(([, { networks }]) => networks))].toSorted());
    expect(Object.keys(compose.secrets).toSorted()).toEqual([...new Set(services.flatMap(([, { secrets }]) => secrets ?? []))].toSorted());
  });

  test.each(ours)('%s runs a program of this repository, with settings that it knows', (_, { command, environment = {} }) => {
    expect(existsSync(join(root, command?.[1] ?? ''))).toBe(true);
    const known = [...Object.keys(Variables.shape), 'HOME'];
    expect(Object.keys(environment).filter((name) => !known.includes(name.replace(/_FILE$/, '')))).toEqual([]);
  });

  test.each(ours)('%s reads its secrets from files, each given to it', (_, { environment = {}, secrets = [] }) => {
    const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'));
    expect(files.map(([, path]) => path).toSorted()).toEqual(secrets.map((secret) => `/run/secrets/${secret}`).toSorted());
  });

  test('only the one-shot preparation may own the tables', () => {
    expect(ours.filter(([, { secrets }]) => secrets?.includes('database-owner-url')).map(([name]) => name)).toEqual(['database']);
  });

  test('server, render worker and the preparation of the bucket keep files in the one object store, by the key that it knows', () => {
    const store = compose.services['object-store'];
    const users = ours.filter(([, { environment = {} }]) => 'S3_ENDPOINT' in environment);
    expect(users.map(([name]) => name)).toEqual(['bucket', 'server', 'render-worker']);
    for (const [, { environment = {}, networks, tmpfs = [] }] of users) {
      expect(environment.S3_ENDPOINT).toBe(`http://object-store${store?.environment?.VGW_PORT}`);
      expect(environment.S3_ACCESS_KEY).toBe(store?.environment?.ROOT_ACCESS_KEY_ID);
      expect(environment.S3_SECRET_KEY_FILE).toBe(`/run/secrets/${store?.secrets?.[0]}`);
      expect(networks).toEqual(expect.arrayContaining(store?.networks ?? []));
      expect(tmpfs).toContainEqual(expect.stringMatching(/^\/data\/drafts:/));
    }
    expect(store?.ports).toBeUndefined();
  });

  test('the volume of the object store is first mounted where it gets the owner that the object store runs as', () => {
    expect(compose.services['object-store']).toMatchObject({ user: '1000:1000', volumes: ['objects:/data'] });
    expect(compose.services['object-store']?.depends_on).toHaveProperty('object-folder');
    expect(mountsOf(compose.services['object-folder'] as Service)).toEqual(['objects']);
  });

  test('the folders that the image makes are those that are mounted', () => {
    const made = /^RUN install .* \/data (.*)$/m.exec(readFileSync(join(root, 'Dockerfile'), 'utf8'))?.[1]?.split(' ') ?? [];
    const mounted = new Set(ours.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[1] ?? '')));
    expect(made.toSorted()).toEqual([...mounted].toSorted());
  });
});

describe('docker/make-secrets.sh', () => {
  let folder: string;
  const secretsFolder = () => join(folder, 'secrets');
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
    cpSync(join(root, 'docker/make-secrets.sh'), join(folder, 'make-secrets.sh'));
    execFileSync('sh', [join(folder, 'make-secrets.sh')]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('invents every secret of the file, in a folder that others may not open', () => {
    const files = Object.values(compose.secrets).map(({ file }) => file.replace('./docker/secrets/', ''));
    expect(readdirSync(secretsFolder()).toSorted()).toEqual(files.toSorted());
    expect(statSync(secretsFolder()).mode & 0o777).toBe(0o700);
  });

  test('invents nothing twice', () => {
    const before = readFileSync(join(secretsFolder(), 'database-url'), 'utf8');
    execFileSync('sh', [join(folder, 'make-secrets.sh')]);
    expect(readFileSync(join(secretsFolder(), 'database-url'), 'utf8')).toBe(before);
  });

  test.each(ours)('%s can work with them, in real time and without sample persons', (_, { environment = {} }) => {
    const given = Object.entries(environment).map(([name, value]) => [
      name,
      value
        .replace('/run/secrets', secretsFolder())
        .replace(/\$\{PUBLIC_URL:\?[^}]*\}/, 'https://de-an.example.gov.vn')
        .replace(/\$\{\w+:-([^}]*)\}/, '$1'),
    ]);
    const read = readEnvironment({ NODE_ENV: 'production', ...Object.fromEntries(given) });
    expect(read).toMatchObject({ production: true, rehearsalStart: null, samplePersons: false });
    if ('DATABASE_URL_FILE' in environment || 'DATABASE_OWNER_URL_FILE' in environment)
      expect(read.databaseUrl ?? read.databaseOwnerUrl).toMatch(/^postgresql:\/\/scheme_(app|owner):[\w-]{32}@postgres:5432\/scheme$/);
    if ('S3_ENDPOINT' in environment) expect(read.s3?.secretKey).toMatch(/^[\w-]{32}$/);
  });
});
