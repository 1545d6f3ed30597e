import { z } from 'zod';
import { searchable } from '../../../commit/projections.ts';
import { Certainty } from '../../../domain/regulation/basis.ts';
import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { type Crumb, type Page, page } from '../page.ts';
import type { Chapter, Entry, EntryGroup, Reading } from './chapter.ts';
import {
  activitiesChapter,
  calendarChapter,
  contentsChapter,
  documentsChapter,
  instrumentsChapter,
  rolesChapter,
  targetsChapter,
} from './plan-chapters.ts';
import { processSeen } from './process-view.ts';
import { councilChapter, formatChapter, valuesChapter } from './values-chapter.ts';

const chapters = {
  values: valuesChapter,
  council: councilChapter,
  contents: contentsChapter,
  activities: activitiesChapter,
  targets: targetsChapter,
  documents: documentsChapter,
  format: formatChapter,
  roles: rolesChapter,
  calendar: calendarChapter,
  instruments: instrumentsChapter,
} as const satisfies Record<string, (reading: Reading) => Chapter>;
type ChapterName = keyof typeof chapters;
const names = Object.keys(chapters) as ChapterName[];

const Programme = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);
const mostFound = 100;

async function readingOf(programme: string, language: Language, { committing, reader, time }: Parts): Promise<Reading> {
  const pack = committing.packs.get(programme);
  if (!pack) throw new ProblemError('not-found');
  const [organisations, today] = await Promise.all([reader.organisation.findMany({ select: { id: true, name: true } }), time.today()]);
  const called = new Map(organisations.map(({ id, name }) => [id, name]));
  return { pack, language, today, organisation: (id) => called.get(id) ?? id };
}

const rootCrumb = (language: Language): Crumb => ({ text: pageText('regulations.title', language), href: '/regulations' });
const packCrumb = ({ pack, language }: Reading): Crumb => ({ text: pack.shortTitle[language], href: `/regulations/${pack.id}` });
const chapterTitle = (name: ChapterName, language: Language): string => pageText(`regulations.chapter.${name}`, language);

/** The programmes whose regulations the system works by; where there is one alone, straight to it. */
const all = page({
  path: '/regulations',
  input: {},
  async run({ language }, { committing }) {
    const packs = [...committing.packs.values()];
    const [only] = packs;
    if (only && packs.length === 1) return { redirect: `/regulations/${only.id}` };
    return {
      view: 'regulations/all',
      title: pageText('regulations.title', language),
      nav: 'regulations',
      model: { packs: packs.map(({ id, title, valid }) => ({ href: `/regulations/${id}`, title: title[language], ...valid })) },
    };
  },
});

/** One programme's regulations: the chapters, what its words about certainty mean, and what is found in all of it. */
const one = page({
  path: '/regulations/{programme}',
  input: { params: z.strictObject({ programme: Programme }), query: z.object({ q: z.string().max(100).optional() }) },
  async run({ params: { programme }, query: { q = '' }, language }, parts) {
    const reading = await readingOf(programme, language, parts);
    const { pack } = reading;
    const words = searchable(q).trim();
    const found = words === '' ? null : search(words, reading);
    return {
      view: 'regulations/one',
      title: pack.title[language],
      nav: 'regulations',
      crumbs: [rootCrumb(language), { text: pack.shortTitle[language] }],
      model: {
        id: pack.id,
        q,
        valid: pack.valid,
        chapters: names.map((name) => ({
          href: `/regulations/${pack.id}/${name}`,
          title: chapterTitle(name, language),
          what: pageText(`regulations.about.${name}`, language),
        })),
        processes: pack.routes.map(({ id, title }) => ({
          href: `/regulations/${pack.id}/process/${id}`,
          title: pageText('regulations.process.of', language, { route: title[language] }),
          what: pageText('regulations.process.about', language),
        })),
        certainties: Certainty.options.map((certainty) => ({
          certainty,
          text: pageText(`certainty.${certainty}`, language),
          meaning: pageText(`regulations.certainty.${certainty}`, language),
        })),
        found,
      },
    };
  },
});

/** Entries in any chapter that have all the words, with or without diacritics. */
function search(words: string, reading: Reading): { count: number; groups: (EntryGroup & { href: string })[] } {
  const wanted = words.split(/\s+/);
  const has = ({ title, lines, scope, ground }: Entry) => {
    const text = searchable([title, ...lines, ...scope, ground?.basis ?? '', ground?.text ?? ''].join(' '));
    return wanted.every((word) => text.includes(word));
  };
  let left = mostFound;
  const groups = names.flatMap((name) => {
    const entries = chapters[name](reading)
      .groups.flatMap((group) => group.entries)
      .filter(has)
      .slice(0, left);
    left -= entries.length;
    const href = `/regulations/${reading.pack.id}/${name}`;
    return entries.length === 0 ? [] : [{ id: name, title: chapterTitle(name, reading.language), href, entries }];
  });
  return { count: mostFound - left, groups };
}

const chapter = page({
  path: '/regulations/{programme}/{chapter}',
  input: { params: z.strictObject({ programme: Programme, chapter: z.enum(names) }) },
  async run({ params: { programme, chapter: name }, language }, parts) {
    const reading = await readingOf(programme, language, parts);
    const title = chapterTitle(name, language);
    return {
      view: 'regulations/chapter',
      title,
      nav: 'regulations',
      crumbs: [rootCrumb(language), packCrumb(reading), { text: title }],
      model: { about: pageText(`regulations.about.${name}`, language), ...chapters[name](reading) },
    };
  },
});

const process = page({
  path: '/regulations/{programme}/process/{route}',
  input: { params: z.strictObject({ programme: Programme, route: z.string().regex(/^[a-z0-9-]{1,40}$/) }) },
  async run({ params: { programme, route }, language }, parts) {
    const reading = await readingOf(programme, language, parts);
    const found = reading.pack.routes.find(({ id }) => id === route);
    if (!found) throw new ProblemError('not-found');
    const title = pageText('regulations.process.of', language, { route: found.title[language] });
    return {
      view: 'regulations/process',
      title,
      nav: 'regulations',
      crumbs: [rootCrumb(language), packCrumb(reading), { text: title }],
      model: { kinds: processSeen(route, reading) },
    };
  },
});

export const regulationsPages: Page[] = [all, one, chapter, process];
