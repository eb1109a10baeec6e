/** Where an event keeps words that somebody said, in the order in which they are read. By what it is proved stands with the event as it is stored. */
const WORDS = [
  'order.number',
  'by.number',
  'milestone',
  'event',
  'report',
  'progress',
  'contribution',
  'what',
  'question',
  'answer',
  'recommendation',
  'text',
  'finding',
  'subject',
  'name',
  'title',
  'item.statement',
  'child.task.statement',
  'reason',
  'exception',
  'child.exception',
  'basis',
] as const;

type Data = Readonly<Record<string, unknown>>;
export type Naming = Readonly<{
  say(id: string, values?: Readonly<Record<string, string>>): string;
  unit(id: string): string;
  day(date: string): string;
}>;

/** What was said with an event, each for itself: what was decided and until when, by which order, and in which words. */
export const saidIn = (type: string, data: Data, naming: Naming): readonly string[] => [
  ...decided(type, data, naming),
  ...inside(data['effect']).map((effect) => naming.say(`effect.${effect}`)),
  ...inside(data['toOn']).map((date) => naming.say('deadline.until', { day: naming.day(date) })),
  ...WORDS.filter((path) => path !== NO_WORDS[type])
    .map((path) => path.split('.').reduce<unknown>(property, data))
    .flatMap((words) => (isSealed(words) ? naming.say('prose.sealed') : inside(words)))
    .map((words) => begun(words, naming)),
];

/** By which code something was refused, where the event says that. */
export const refusedIn = ({ code }: Data): string | undefined => inside(code)[0];

/** What the engine says where one task begins because of another, in its own words. */
const BEGUN = /^Task (?<task>\S+) (?<how>is done|is overdue|(?:had begun|began) for all together)\.$/;
const HOW: Readonly<Record<string, string>> = {
  'is done': 'says.task.accepted',
  'is overdue': 'says.task.overdue',
  'began for all together': 'says.task.together',
  'had begun for all together': 'says.task.together',
};

const begun = (words: string, { say }: Naming): string => {
  const { task, how } = BEGUN.exec(words)?.groups ?? {};
  return task === undefined || how === undefined ? words : say(HOW[how]!, { task });
};

const DECIDED = 'FindingDecided';
/** Of the same name, but a code, or a hash. */
const NO_WORDS: Readonly<Partial<Record<string, string>>> = { [DECIDED]: 'finding', SubjectLinked: 'subject' };

/** Of which finding, and how it was ruled. */
const decided = (type: string, { finding, ruling }: Data, { say, unit }: Naming): readonly string[] => {
  if (type !== DECIDED) return [];
  const { lead, coordinating, reportsTo, every, common, each } = (ruling ?? {}) as Data;
  const units = (ids: unknown) => [ids ?? []].flat().map((id) => unit(String(id)));
  const named = (label: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${say(label)}: ${names.join(', ')}`];
  return [
    ...inside(finding).map((code) => say(`finding.${code}`)),
    ...named('role.lead', units(lead)),
    ...named('role.coordinating', units(coordinating)),
    ...named('role.reportsTo', units(reportsTo)),
    ...inside(every).map((interval) => say(`every.${interval}`)),
    ...(common === true ? [say('ruling.common')] : []),
    ...(each === true ? [say('ruling.each')] : []),
  ];
};

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Data)[name] : undefined;

const inside = (words: unknown): readonly string[] => (typeof words === 'string' && words !== '' ? [words] : []);

const isSealed = (words: unknown): boolean => property(words, 'sealed') !== undefined;
