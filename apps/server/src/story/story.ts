import { rehearse155, SPAN, type Asked, type Told } from './rehearse-155.ts';
import { linesOf } from './story-lines.ts';

const WIDTH = 100;

/** What becomes of Conclusion 155-KL/TW if nobody acts and if some do, on one screen. */
export const tellStory = async (): Promise<string> =>
  storyOf(await rehearse155(), await rehearse155('script-155.yaml'));

export const storyOf = (idle: Told, busy: Told): string =>
  [
    idle.title,
    `rehearsed from ${SPAN.from} to ${SPAN.until}, in memory. A desk is a standing unit; times are local.`,
    `${idle.summary.counts.tasks} tasks from ${idle.inText} in the text: ${tallied(idle.summary.counts.byKind)}.`,
    '',
    'If nobody acts:',
    ...linesOf(idle),
    ...endOf(idle),
    '',
    'If some act (examples/script-155.yaml):',
    ...linesOf(busy),
    ...endOf(busy),
  ]
    .map(fitted)
    .join('\n');

const fitted = (line: string): string => (line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line);

const tallied = (tally: Readonly<Record<string, number>>): string =>
  Object.entries(tally)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

const endOf = ({ summary: { counts, at }, events, asked }: Told): readonly string[] => {
  const missed = events.filter(({ type }) => type === 'AcknowledgementMissed').length;
  const { expected, setUp, missing } = counts.standingUnits;
  return [
    `  In the end: ${tallied(counts.byState)}.`,
    `  Not acknowledged in time: ${missed}. Overdue: ${counts.byDeadlineClass['overdue'] ?? 0}.`,
    `  Sunset: ${expected} standing units expected, ${setUp} set up, ${missing} missing.`,
    ...(setUp > 0 ? [`  Asked once more on ${at.slice(0, 10)}: ${answersOf(asked)}.`] : []),
  ];
};

const answersOf = (asked: readonly Asked[]): string => {
  const refused = asked.filter(({ code }) => code !== null);
  const codes = [...new Set(refused.map(({ code }) => code))].join(', ');
  return `${refused.length} of ${asked.length} refuse${codes && ` (${codes})`}`;
};
