/** Paths of the few signs that pages show, drawn on a grid of 24 with lines of 2 (in the manner of Tabler's icons, MIT). */
const paths: Record<string, string> = {
  inbox: 'M4 4h16v16H4zM4 13h4l2 3h4l2-3h4',
  scheme: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  round: 'M12 3a9 9 0 1 0 9 9M12 7v5l3 2M16 3l5 1-1 5',
  council: 'M9 8a3 3 0 1 0 .01 0M3 20v-1a5 5 0 0 1 5-5h2a5 5 0 0 1 5 5v1M16 5a3 3 0 0 1 0 6M18 14a5 5 0 0 1 3 5v1',
  document: 'M7 3h7l5 5v13H7zM14 3v5h5M4 7v14h12',
  money: 'M3 7h18v10H3zM12 9.5a2.5 2.5 0 1 0 .01 0M6 12h.01M18 12h.01',
  plan: 'M4 4h16v16H4zM4 10h16M10 4v16',
  register: 'M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2zM9 8h6M9 12h6',
  admin: 'M12 9a3 3 0 1 0 .01 0M12 3v3M12 18v3M3 12h3M18 12h3M6 6l2 2M16 16l2 2M18 6l-2 2M8 16l-2 2',
  law: 'M12 3v18M8 21h8M5 7h14M5 7l-3 6h6zM19 7l-3 6h6z',
  mail: 'M3 6h18v12H3zM3 7l9 6 9-6',
  clock: 'M12 3a9 9 0 1 0 .01 0M12 7v5l3 2',
  warning: 'M12 4l9 16H3zM12 10v4M12 17h.01',
  check: 'M5 12l5 5L20 7',
  cross: 'M6 6l12 12M18 6L6 18',
  search: 'M10 4a6 6 0 1 0 .01 0M20 20l-5.5-5.5',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  person: 'M12 4a4 4 0 1 0 .01 0M5 21v-1a6 6 0 0 1 6-6h2a6 6 0 0 1 6 6v1',
  chart: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
};

/** A sign beside a word, which says the same: nothing is read out for it. @throws Error for a name that is not there */
export function icon(name: string): string {
  const path = paths[name];
  if (!path) throw new Error(`There is no icon "${name}".`);
  return `<svg class="icon" width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`;
}
