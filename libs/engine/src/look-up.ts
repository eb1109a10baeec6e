import { idFrom, idOf, type Instant } from '@edict/kernel';

import type { Reading } from './reader.ts';
import { matterSummary, summaryOf } from './summary.ts';
import { taskDetail } from './task-detail.ts';

const CATEGORIES = [
  'task',
  'directive',
  'matter',
  'standingUnit',
  'notification',
  'unit',
  'reference',
  'refusal',
  'saga',
];

/**
 * The stream that a person means: by its name; by the id behind its dash; a directive by its number or the id in its file; a task as
 * `DIRECTIVE#REF` or `DIRECTIVE#REF@MEMBER`. `undefined`: nothing is known under it.
 */
export const streamMeant = async (reading: Reading, id: string): Promise<string | undefined> => {
  const candidates = [
    ...(CATEGORIES.includes(id.slice(0, id.indexOf('-'))) ? [id] : []),
    ...CATEGORIES.map((category) => `${category}-${id}`),
    ...(await byName(reading, id)),
  ];
  for (const stream of candidates) if ((await reading.history(stream)).length > 0) return stream;
  return undefined;
};

const byName = async (reading: Reading, name: string): Promise<readonly string[]> => {
  const [directive, task] = name.split('#') as [string, string | undefined];
  const known = (await reading.directives()).filter(({ directiveId, slug, number }) =>
    [directiveId, slug, number].includes(directive),
  );
  if (task === undefined) return known.map(({ directiveId }) => `directive-${directiveId}`);
  const [ref, member = 'whole'] = task.split('@') as [string, string | undefined];
  return known.map(({ directiveId }) => `task-${idFrom(directiveId, ref, member)}`);
};

/** How a directive, a task or a matter stands, or stood. `undefined`: there is nothing to show, or there was not yet. */
export const shown = async (reading: Reading, stream: string, asOf?: Instant): Promise<object | undefined> => {
  if (stream.startsWith('directive-')) return summaryOf(reading, idOf(stream), asOf);
  if (stream.startsWith('matter-')) return shownMatter(reading, idOf(stream), asOf);
  return stream.startsWith('task-') ? shownTask(reading, idOf(stream), asOf) : undefined;
};

const shownTask = async (reading: Reading, id: string, asOf?: Instant): Promise<object | undefined> => {
  const row = await reading.task(id, asOf);
  return row && taskDetail(row, asOf ?? reading.now());
};

const shownMatter = async (reading: Reading, id: string, asOf?: Instant): Promise<object | undefined> => {
  const row = await reading.matter(id, asOf);
  const task = row?.concerning ? await reading.task(row.concerning) : undefined;
  return row && matterSummary(row, task?.ref ?? null);
};
