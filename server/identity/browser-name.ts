/** What a session was opened with, as far as it said so. */
export type BrowserName = { browser: string | null; system: string | null };

/** The first that fits: browsers name one another to be served like them. */
const browsers: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/coc_coc/i, 'Cốc Cốc'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/(?:Headless)?Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/^(curl|node|python|undici|Go-http)/i, 'API'],
];
const systems: [RegExp, string][] = [
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** Browser and system in a User-Agent, by their usual names; null for what it does not tell. */
export function browserName(userAgent: string | null): BrowserName {
  const of = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1] ?? null;
  return { browser: of(browsers), system: of(systems) };
}
