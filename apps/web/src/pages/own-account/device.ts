/** What is in a User-Agent, and how it is called: the first that fits, for each also says what it is built on. */
const PROGRAMS = [
  ['coc_coc_browser', 'Cốc Cốc'],
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['YaBrowser', 'Yandex'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['CriOS', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['CrOS', 'ChromeOS'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;

const nameIn = (agent: string, known: typeof PROGRAMS | typeof SYSTEMS): readonly string[] =>
  known
    .filter(([part]) => agent.includes(part))
    .map(([, name]) => name)
    .slice(0, 1);

/** The program and the system as people call them; what is not known is said as it says itself. */
export const deviceIn = (agent: string): string =>
  [...nameIn(agent, PROGRAMS), ...nameIn(agent, SYSTEMS)].join(' · ') || agent || '–';
