import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { scriptFieldsOf, type ScriptVerb } from '@edict/directives/document';

import { readDocument } from './index.ts';

const guide = readFileSync(new URL('../../../docs/scripts.md', import.meta.url), 'utf8');

/** Other things that the guide names beside them: verbs, a key of the policy. */
const NO_FIELDS = ['assign', 'reassign', 'mark-matter', 'merge-', 'consultationWorkingDays'];

const flawsIn = (line: string) =>
  readDocument('script.yaml', `- {at: '2025-06-30T09:00', as: politburo, ${line}}\n`).errors.map(
    ({ line: row, path, rule }) => `${row} ${path} ${rule}`,
  );

describe('A line of a script', () => {
  it.each([
    ['do: begin-watch, ocurredAt: "2025-06-29T09:00"', '1 /0/ocurredAt schema/unknown-key'],
    ['do: report, milestne: draft', '1 /0/milestne schema/unknown-key'],
    ['do: report, milestones: draft', '1 /0/milestones schema/unknown-key'],
    ['do: submit, evidance: A stamp.', '1 /0/evidance schema/unknown-key'],
  ])('has no slip of the pen in its fields: %s', (line, flaw) => expect(flawsIn(line)).toStrictEqual([flaw]));

  it('may say more than its verb knows', () =>
    expect(flawsIn("do: receive-matter, subject: Rooms, unit: 'a', note: 'b', milestone: draft")).toStrictEqual([]));

  it.each([
    ["do: request-extension, task: '1-1', on: '2025-06-31'", '1 /0/on date/not-a-day'],
    ["do: delegate, task: '1-1', to: a, due: tomorrow", '1 /0/due date/not-a-day'],
    ["do: begin-watch, from: '2025-02-29'", '1 /0/from date/not-a-day'],
    ["do: enter-task, ref: '1', month: '2025-13'", '1 /0/month date/not-a-day'],
    ["do: merge, from: a, to: b, on: '2025-06-31'", '1 /0/on date/not-a-day'],
  ])('names days of the calendar: %s', (line, flaw) => expect(flawsIn(line)).toStrictEqual([flaw]));

  it('of every verb, as it is explained, is taken', () => {
    const blocks = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);
    expect(blocks).toHaveLength(2);
    expect(blocks.flatMap((text) => readDocument('guide.yaml', text).errors)).toStrictEqual([]);
  });

  it('may say all that the guide says of its verb, or of one of those it stands with', () => {
    const rows = [...guide.matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) +\|[^|]*\|([^|]*)\|$/gm)];
    const inTicks = (text: string) => [...text.matchAll(/`([a-zA-Z-]+)`/g)].map(([, word]) => word!);
    const said = rows.flatMap(([, verbs, fields]) =>
      inTicks(fields!)
        .filter((field) => !NO_FIELDS.includes(field))
        .map((field) => ({ field, verbs: inTicks(verbs!) })),
    );
    const knows = (verb: string, field: string) => scriptFieldsOf(verb as ScriptVerb).includes(field);
    expect(said.length).toBeGreaterThan(80);
    expect(said.filter(({ field, verbs }) => !verbs.some((verb) => knows(verb, field)))).toStrictEqual([]);
  });
});
