import { pageText } from '../../../templates/page-texts.ts';
import type { Language } from '../../http/language.ts';
import type { PageAnswer } from '../page.ts';
import type { OpenScheme } from './open-scheme.ts';

/** The parts of a scheme's page, each at its own address behind the scheme's; `overview` is at the scheme's own. */
const tabs = ['overview', 'versions', 'budget', 'appraisal', 'documents', 'money', 'timeline'] as const;
export type Tab = (typeof tabs)[number];

const pathOf = (id: string, tab: Tab): string => (tab === 'overview' ? `/schemes/${id}` : `/schemes/${id}/${tab}`);

/** One part of a scheme's page in the frame that all of them have: where the scheme stands, of which day that is, and the way to the others. */
export function schemePage(tab: Tab, open: OpenScheme, language: Language, model: object, scripts?: string[]): PageAnswer {
  const { thing, scheme, on, since, today } = open;
  const { title } = scheme.proposal;
  const query = on ? `?on=${on}` : '';
  const tabText = pageText(`scheme.tab.${tab}`, language);
  return {
    view: `schemes/${tab}`,
    title: tab === 'overview' ? title : `${title} – ${tabText}`,
    nav: 'schemes',
    crumbs: [
      { text: pageText('shell.nav.schemes', language), href: '/schemes' },
      { text: title, ...(tab !== 'overview' && { href: pathOf(thing.id, 'overview') + query }) },
      ...(tab === 'overview' ? [] : [{ text: tabText }]),
    ],
    ...(scripts && { scripts }),
    model: {
      head: {
        stateTitle: thing.chart.states[thing.state]?.title ?? { vi: thing.state, en: thing.state },
        tone: toneOf(open),
        host: scheme.host.name,
        year: scheme.year,
        round: { id: scheme.roundId },
        route: thing.pack.routes.find(({ id }) => id === thing.route)?.title ?? { vi: thing.route, en: thing.route },
        tabs: tabs.map((one) => ({ key: `scheme.tab.${one}`, href: pathOf(thing.id, one) + query, current: one === tab })),
        asOf: { action: pathOf(thing.id, tab), on, since, today, back: pathOf(thing.id, tab) },
      },
      ...model,
    },
  };
}

/** How a state is told apart by colour beside its word: over, waiting for the host's mending, or on its way. */
function toneOf({ thing: { chart, state } }: OpenScheme): 'ended' | 'done' | 'going' {
  if (['settled', 'closed', 'archived'].includes(state)) return 'done';
  return chart.states[state]?.final ? 'ended' : 'going';
}
