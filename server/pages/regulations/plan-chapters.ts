import { pageText } from '../../../templates/page-texts.ts';
import { shownDay } from '../../../templates/shown-values.ts';
import type { Chapter, Entry, Reading } from './chapter.ts';
import { groundSeen } from './ground.ts';

/** What schemes may be about: Annex II by its groups, each item with the kind of work by which ceilings and rates differ. */
export function contentsChapter(reading: Reading): Chapter {
  const { pack, language } = reading;
  const ground = groundSeen(pack.contents, reading);
  const kindOf = (kind: string) => pack.contents.kinds.find(({ id }) => id === kind)?.title[language] ?? kind;
  return {
    id: 'contents',
    groups: pack.contents.groups.map(({ code, title, items }) => ({
      id: code,
      title: `${code}. ${title}`,
      entries: items.map((item) => ({
        ...plain(item.code, item.code, [item.text]),
        scope: [
          pageText('regulations.kind', language, {
            kind: kindOf(item.kind),
            certainty: pageText(`certainty.${item.kindCertainty}`, language),
          }),
        ],
        ground,
      })),
    })),
  };
}

/** The activities of Annex I by who leads them. A cell that is blank in the original is said to be so. */
export function activitiesChapter(reading: Reading): Chapter {
  const { pack, language } = reading;
  const { activities, ...grounded } = pack.masterPlan.activities;
  const ground = groundSeen(grounded, reading);
  const blank = pageText('regulations.blank', language);
  return {
    id: 'activities',
    groups: [...Map.groupBy(activities, ({ lead }) => lead)].map(([lead, all], no) => ({
      id: `lead-${no + 1}`,
      title: lead,
      entries: all.map(({ activity, coordinating, startYear, endYear }, at) => ({
        ...plain(`activity-${no + 1}-${at + 1}`, activity, []),
        scope: [
          pageText('regulations.coordinating', language, { who: coordinating ?? blank }),
          pageText('regulations.years', language, {
            from: startYear === null ? blank : String(startYear),
            to: endYear === null ? blank : String(endYear),
          }),
        ],
        ground,
      })),
    })),
  };
}

/** What is to be reached: nationally and in the provinces that set their own figures. */
export function targetsChapter(reading: Reading): Chapter {
  const { pack, language } = reading;
  const { targets } = pack.masterPlan.targets;
  return {
    id: 'targets',
    groups: [...Map.groupBy(targets, ({ group }) => group)].map(([group, all]) => ({
      id: group,
      title: pageText(`regulations.targets.${group}`, language),
      entries: all.map(({ indicator, unit, aims }, no) => ({
        ...plain(
          `${group}-${no + 1}`,
          indicator,
          aims.map(({ plan, value }) => `${pageText(`regulations.plan.${plan}`, language)}: ${value} ${unit}`),
        ),
        ground: aims[0] ? groundSeen(aims[0], reading) : null,
      })),
    })),
  };
}

/** Days on which state bodies do not work, or make up for one, by year. */
export function calendarChapter(reading: Reading): Chapter {
  const { pack, language } = reading;
  const { days, ...grounded } = pack.holidays;
  const ground = groundSeen(grounded, reading);
  return {
    id: 'calendar',
    groups: [...Map.groupBy(days, ({ date }) => date.slice(0, 4))].map(([year, all]) => ({
      id: year,
      title: pageText('regulations.year', language, { year }),
      entries: all.map(({ date, kind, name, certainty }) => ({
        ...plain(date, shownDay(date), [name]),
        scope: [pageText(`regulations.day.${kind}`, language)],
        ground: { ...ground, certainty },
      })),
    })),
  };
}

/** The instruments on which all values rest, the highest first, with what came in their place. */
export function instrumentsChapter(reading: Reading): Chapter {
  const { pack, language, today } = reading;
  const ordered = pack.instruments.toSorted((a, b) => a.rank - b.rank || (a.date ?? '').localeCompare(b.date ?? ''));
  const upTo = (to: string) => pageText('regulations.until', language, { to: shownDay(to) });
  return {
    id: 'instruments',
    groups: [...Map.groupBy(ordered, ({ kind }) => kind)].map(([kind, all]) => ({
      id: `kind-${ordered.findIndex((one) => one.kind === kind)}`,
      title: kind,
      entries: all.map(({ id, issuer, date, title, from, to, replacedBy, amends = [], certainty }, no) => ({
        ...plain(`instrument-${ordered.findIndex((one) => one.id === id) + no}`, `${kind} ${id}`, [title[language]]),
        scope: [
          date === null ? issuer : `${issuer}, ${shownDay(date)}`,
          ...(from === undefined ? [] : [pageText('regulations.from', language, { from: shownDay(from) })]),
          ...(to === undefined ? [] : [upTo(to)]),
          ...(replacedBy === undefined ? [] : [pageText('regulations.replaced', language, { by: replacedBy })]),
          ...(amends.length === 0 ? [] : [pageText('regulations.amends', language, { what: amends.join(', ') })]),
        ],
        ground: { basis: '', text: null, certainty },
        current: to === undefined || to >= today,
      })),
    })),
  };
}

/** Roles, and the duties that nobody may unite on one file. */
export function rolesChapter(reading: Reading): Chapter {
  const { pack, language } = reading;
  return {
    id: 'roles',
    groups: [
      {
        id: 'roles',
        title: pageText('regulations.roles.all', language),
        entries: pack.roles.map(({ id, title, by, reader }) =>
          plain(`role-${id}`, title[language], [
            pageText(`regulations.role-by.${by}`, language),
            ...(reader ? [pageText('regulations.roles.reader', language)] : []),
          ]),
        ),
      },
      {
        id: 'apart',
        title: pageText('regulations.roles.apart', language),
        entries: pack.dutiesApart.map(({ title, ...grounded }, no) => ({
          ...plain(`apart-${no + 1}`, title[language], []),
          ground: groundSeen(grounded, reading),
        })),
      },
    ],
  };
}

/** The types of documents: who issues and signs them, how they are numbered, how long they are kept. */
export function documentsChapter(reading: Reading): Chapter {
  const { pack, language } = reading;
  const roleOf = (role: string) => pack.roles.find(({ id }) => id === role)?.title[language] ?? role;
  return {
    id: 'documents',
    groups: (['signed', 'automatic'] as const).map((route) => ({
      id: route,
      title: pageText(`regulations.documents.${route}`, language),
      entries: pack.documents
        .filter((one) => one.route === route)
        .map((one) => ({
          ...plain(`type-${one.type}`, one.title[language], [
            pageText('regulations.documents.issuer', language, {
              issuer: pageText(`regulations.issuer.${one.issuer}`, language),
              signer: roleOf(one.signerRole),
            }),
            one.pattern === null
              ? pageText('regulations.documents.unnumbered', language)
              : pageText('regulations.documents.numbered', language, {
                  pattern: one.pattern.replace('{n}', '01').replace('{issuer}', '…'),
                }),
            one.retentionYears === null
              ? pageText('regulations.documents.kept-ever', language)
              : pageText('regulations.documents.kept', language, { years: one.retentionYears }),
          ]),
          ground: groundSeen(one, reading),
        })),
    })),
  };
}

const plain = (id: string, title: string, lines: string[]): Entry => ({ id, title, lines, scope: [], ground: null, current: true });
