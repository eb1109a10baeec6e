import { describe, expect, it } from '@jest/globals';
import { instant } from '@edict/kernel';
import fc from 'fast-check';

import { calendarOf, escaped, folded } from './icalendar.ts';

const NOW = instant('2025-06-01T00:00:00.123Z');
const task = {
  id: '5f0c2c9e-0000-5000-8000-000000000001',
  ref: '3.b5-2',
  statement: 'Ban hành nghị định; sửa đổi, bổ sung\nvăn bản \\ phụ lục',
  dueAt: instant('2025-06-25T17:00Z'),
  changes: 2,
};

describe('A calendar', () => {
  it('has each date as a task and as an event, in UTC, with a sequence that rises when it is moved', () => {
    const text = calendarOf('ha-noi', [task], NOW);
    const lines = text.split('\r\n');
    expect(lines.filter((line) => !line.startsWith(' '))).toStrictEqual([
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Edict//Dates of a unit//EN', 'CALSCALE:GREGORIAN'],
      'X-WR-CALNAME:Edict: ha-noi',
      ...[
        'BEGIN:VTODO',
        `UID:${task.id}-vtodo@edict`,
        'DTSTAMP:20250601T000000Z',
        'SEQUENCE:2',
        'DUE:20250625T170000Z',
      ],
      expect.stringMatching(/^SUMMARY:3\.b5-2 Ban hành nghị định\\; sửa đổi\\, bổ/),
      ...['END:VTODO', 'BEGIN:VEVENT', `UID:${task.id}-vevent@edict`, 'DTSTAMP:20250601T000000Z', 'SEQUENCE:2'],
      'DTSTART:20250625T170000Z',
      expect.stringMatching(/^SUMMARY:/),
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ]);
    expect(text.replaceAll('\r\n ', '')).toContain('bổ sung\\nvăn bản \\\\ phụ lục');
  });

  it('is one without any date', () => expect(calendarOf('ha-noi', [], NOW)).toContain('END:VCALENDAR\r\n'));
});

describe('A line of a calendar', () => {
  it('is escaped so that no text begins another line, or another property', () => {
    expect(escaped('a\r\nEND:VCALENDAR;b,c\\d\u0000\u0007')).toBe('a\\nEND:VCALENDAR\\;b\\,c\\\\d');
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => !/[\r\n]/.test(escaped(text))));
  });

  it('is folded to 75 octets, whole characters each, and can be unfolded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const line = escaped(text);
        const lines = folded(line).split('\r\n');
        expect(Math.max(...lines.map((each) => Buffer.byteLength(each)))).toBeLessThanOrEqual(75);
        expect(lines.every((each) => each.isWellFormed())).toBe(line.isWellFormed());
        expect(lines.join('\r\n').replaceAll('\r\n ', '')).toBe(line);
      }),
    );
  });
});
