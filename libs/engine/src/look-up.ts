import { sameNumber, type DirectiveRow } from '@edict/directives';
import { idOf, Rejection, type Instant } from '@edict/kernel';

import type { Reading } from './reader.ts';
import { matterSummary } from './matter-summary.ts';
import { summaryOf } from './summary.ts';
import { taskDetail } from './task-detail.ts';

const CATEGORIES = [
  'task',
  'directive',
  'matter',
  'standingUnit',
  'notification',
  'formReport',
  'unit',
  'succession',
  'reference',
  'refusal',
  'saga',
];

/**
 * The stream that a person means: by its name; by the id behind its dash; a directive by its number or the id in its file; a task as
 * `DIRECTIVE#REF` or `DIRECTIVE#REF@MEMBER`. `undefined`: nothing is known under it. Refuses a name that several things bear, and says which.
 */
export const streamMeant = async (reading: Reading, id: string): Promise<string | undefined> => {
  const category = id.slice(0, Math.max(0, id.indexOf('-')));
  const candidates = [...(CATEGORIES.includes(category) ? [id] : []), ...CATEGORIES.map((each) => `${each}-${id}`)];
  for (const stream of candidates) if ((await reading.history(stream)).length > 0) return stream;
  const [directive, task] = id.split('#') as [string, string | undefined];
  const known = await directiveNamed(reading, directive);
  if (!known || task === undefined) return known && `directive-${known.directiveId}`;
  return taskNamed(reading, known.directiveId, task);
};

/** By its id, its number, however that is written, or the id in its file. Refuses a name that several bear. */
export const directiveNamed = async (reading: Reading, name: string): Promise<DirectiveRow | undefined> => {
  const all = await reading.directives();
  const literally = all.filter(({ directiveId, slug, number }) => [directiveId, slug, number].includes(name));
  const known =
    literally.length > 0 ? literally : all.filter(({ number }) => number !== null && sameNumber(number, name));
  if (known.length < 2) return known[0];
  const each = known.map(
    ({ directiveId, issuers, term, title }) => `${directiveId} (${issuers}, term ${term ?? '–'}: ${title})`,
  );
  throw new Rejection('name/ambiguous', `${name} is several directives; name one by its id: ${each.join('; ')}`);
};

const taskNamed = async (reading: Reading, directiveId: string, name: string): Promise<string | undefined> => {
  const [ref, member] = name.split('@') as [string, string | undefined];
  const tasks = (await reading.tasks(directiveId)).filter(
    (row) => row.ref === ref && (member ?? row.member) === row.member,
  );
  if (tasks.length < 2) return tasks[0] && `task-${tasks[0].taskId}`;
  throw new Rejection(
    'name/ambiguous',
    `${tasks.length} units have task ${ref}; name one, as ${ref}@${tasks[0]!.member}: ${tasks.map((row) => row.member).join(', ')}`,
  );
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
