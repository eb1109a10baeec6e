import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { FileAnchor } from '@edict/adapter-sqlite';

import { Builder } from '../engine/long-log.ts';
import { copyOf, templateOf155, type Act } from '../engine/template.ts';
import type { Ground } from './ground.ts';

/** When the acknowledgement of each task of the Conclusion falls due, in its history. */
const TERM = /2025-05-21T17:00:00\.000Z/g;

/** So many tasks whose alarm is due at one moment. */
export type Due = Readonly<{ at: string; tasks: number }>;

export type OpenTask = Readonly<{ stream: string; unit: string }>;

const isTask = ({ messages: [first] }: Act): boolean => first!.type === 'TaskAssigned';
const isIssue = ({ messages: [first] }: Act): boolean => first!.type === 'DirectiveIssued';

/** The issue of the Conclusion, copied until there are so many open tasks, and the seal of it where `sagas` will look for it. Resolves with tasks to act on. */
export const fill = async (ground: Ground, dues: readonly Due[]): Promise<readonly OpenTask[]> => {
  const { common, copied } = await templateOf155();
  const builder = new Builder(ground);
  await builder.write(common);
  const [issue, tasks] = [copied.filter(isIssue), copied.filter(isTask)];
  const open: OpenTask[] = [];
  let n = 0;
  for (const { at, tasks: wanted } of dues) {
    const dated = JSON.parse(JSON.stringify(tasks).replaceAll(TERM, at)) as readonly Act[];
    for (let left = wanted; left > 0; left -= dated.length) {
      const acts = copyOf(n++, [...issue, ...dated.slice(0, left)]);
      await builder.write(acts);
      open.push(...acts.filter(isTask).map(openTask));
    }
  }
  const data = join(ground.dir, 'sagas-0');
  mkdirSync(data);
  const anchor = new FileAnchor(join(data, 'checkpoint'));
  await anchor.write(builder.checkpoint);
  await anchor.close();
  return open;
};

const openTask = ({ stream, messages: [first] }: Act): OpenTask => {
  const { unit } = (first as unknown as { data: { task: { unit: string } } }).data.task;
  return { stream, unit };
};
