import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Json } from '../../../domain/command.ts';
import type { ThingKind } from '../../../domain/process/chart.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { refusalText } from '../../http/texts.ts';
import type { Parts } from '../../parts.ts';
import { readiness } from '../../service/readiness.ts';
import { type Page, page } from '../page.ts';
import { assertSees } from './access.ts';
import { adminCrumbs, sectionTitle } from './crumbs.ts';

const mostWaiting = 50;
const mostBackups = 5;

/** Whether all that the system leans on answers, what is still owed and why some of it waits, and when backups were made. */
const show = page({
  path: '/admin/services',
  input: {},
  async run({ caller, language }, parts) {
    assertSees(caller);
    const [ready, queues, waiting, workers, letters, backups] = await Promise.all([
      readiness(parts),
      queuesOf(language, parts),
      waitingOf(language, parts),
      parts.reader.worker.findMany({ orderBy: [{ kind: 'asc' }, { seenAt: 'desc' }] }),
      parts.environment.smtpUrl === undefined ? null : parts.reader.letter.count({ where: { sentAt: null } }),
      backupsIn(parts.environment.backups),
    ]);
    const title = sectionTitle('services', language);
    const { database, migrations, temporal, files } = ready;
    const named = { database, migrations, temporal, files, core: ready.workers.core, render: ready.workers.render };
    return {
      view: 'admin/services',
      title,
      nav: 'admin',
      crumbs: adminCrumbs(language, { text: title }),
      model: {
        ready: ready.ready,
        dependencies: Object.entries(named).map(([name, { state }]) => ({
          name: pageText(`admin.services.${name}`, language),
          what: pageText(`admin.services.${name}-what`, language),
          stateText: pageText(`admin.services.state.${state}`, language),
          state,
          icon: state === 'up' ? 'check' : 'warning',
          trouble: state === 'up' ? null : pageText(`admin.services.${name}-away`, language),
        })),
        owed: ready.owed,
        oldestMinutes: ready.owed ? Math.ceil(ready.owed.oldestSeconds / 60) : 0,
        queues,
        waiting,
        workers: workers.map(({ id, kind, startedAt, seenAt }) => ({
          id,
          kind: pageText(`admin.services.${kind === 'render' ? 'render' : 'core'}`, language),
          startedAt: startedAt.toISOString(),
          seenAt: seenAt.toISOString(),
        })),
        letters,
        backups,
        backupFolder: parts.environment.backups,
      },
    };
  },
});

/** What the process still has to do, by what it is. */
async function queuesOf(language: Language, { reader }: Parts): Promise<{ what: string; count: number; since: string }[]> {
  const rows = await reader.owed.groupBy({ by: ['what'], where: { doneAt: null }, _count: { key: true }, _min: { createdAt: true } });
  return rows
    .toSorted((a, b) => b._count.key - a._count.key)
    .map(({ what, _count, _min }) => ({
      what: pageText(`admin.owed.${what}`, language),
      count: _count.key,
      since: _min.createdAt?.toISOString() ?? '',
    }));
}

/** Obligations that something holds up, with what it is. Which things they are of is not told. */
async function waitingOf(language: Language, { reader }: Parts): Promise<{ what: string; kind: string; since: string; why: string }[]> {
  const rows = await reader.$queryRaw<
    { what: string; waits: { rule: string; values?: Record<string, Json> }; createdAt: Date; kind: ThingKind }[]
  >`
    SELECT o.what, o.waits, o.created_at AS "createdAt", t.kind FROM owed o JOIN thing t ON t.id = o.thing_id
    WHERE o.done_at IS NULL AND o.waits IS NOT NULL ORDER BY o.created_at LIMIT ${mostWaiting}`;
  return rows.map(({ what, waits, createdAt, kind }) => ({
    what: pageText(`admin.owed.${what}`, language),
    kind: pageText(`admin.kind.${kind}`, language),
    since: createdAt.toISOString(),
    why: refusalText(waits.rule, language, waits.values ?? {}),
  }));
}

/** The newest files of the folder in which backups lie; none where there is no such folder. */
async function backupsIn(folder: string): Promise<{ name: string; at: string; megabytes: number }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ name }) => {
        const { mtime, size } = await stat(join(folder, name));
        return { name, at: mtime.toISOString(), megabytes: Math.ceil(size / 1_000_000) };
      }),
  );
  return found.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, mostBackups);
}

export const servicesPages: Page[] = [show];
