import type { Instant } from '@edict/kernel';

/** A task with a date. `changes`: how often the date was moved, so that a calendar takes the later one. */
export type Dated = Readonly<{ id: string; ref: string; statement: string; dueAt: Instant; changes: number }>;

/** RFC 5545: a task to do (`VTODO`) and, for calendars that show none, the moment from which it is late (`VEVENT`). */
export const calendarOf = (unit: string, tasks: readonly Dated[], now: Instant): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Edict//Dates of a unit//EN', 'CALSCALE:GREGORIAN'],
    `X-WR-CALNAME:${escaped(`Edict: ${unit}`)}`,
    ...tasks.flatMap((task) => [
      ...componentOf('VTODO', 'DUE', task, now),
      ...componentOf('VEVENT', 'DTSTART', task, now),
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');

const componentOf = (
  name: 'VTODO' | 'VEVENT',
  when: 'DUE' | 'DTSTART',
  { id, ref, statement, dueAt, changes }: Dated,
  now: Instant,
): readonly string[] => [
  `BEGIN:${name}`,
  `UID:${id}-${name.toLowerCase()}@edict`,
  `DTSTAMP:${momentOf(now)}`,
  `SEQUENCE:${changes}`,
  `${when}:${momentOf(dueAt)}`,
  `SUMMARY:${escaped(`${ref} ${statement}`)}`,
  `END:${name}`,
];

/** In UTC, to the second (section 3.3.5). */
const momentOf = (at: Instant): string => `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** Section 3.3.11: what has a meaning is escaped, and no other control character is text. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll(/\r\n|\n|\r/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '');

const MOST_OCTETS = 75;

/** Section 3.1: no line has more than 75 octets; one that goes on begins with a space, and no character is cut in two. */
export const folded = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  for (const character of line) {
    if (Buffer.byteLength(current) + Buffer.byteLength(character) > MOST_OCTETS) {
      lines.push(current);
      current = ' ';
    }
    current += character;
  }
  lines.push(current);
  return lines.join('\r\n');
};
