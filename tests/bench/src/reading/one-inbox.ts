import { openEmbedded } from '@edict/adapter-sqlite';

import { Builder } from '../engine/long-log.ts';
import { copyOf, templateOf155, type Act } from '../engine/template.ts';

export const UNIT = 'government-party-committee';
const COPIES = 20;

/** The issue of 155-KL/TW, twenty times, with every task in the inbox of one unit. Resolves with the ids of the tasks. */
export const issueTo = async (dir: string): Promise<readonly string[]> => {
  const { common, copied } = await templateOf155();
  const embedded = await openEmbedded(dir);
  const builder = new Builder(embedded);
  await builder.write(common);
  const issued = copied.filter(({ messages: [first] }) => /^(DirectiveIssued|TaskAssigned)$/.test(first!.type));
  const mine = JSON.parse(JSON.stringify(issued).replaceAll(/"unit":"[^"]*"/g, `"unit":"${UNIT}"`)) as readonly Act[];
  const streams: string[] = [];
  for (let n = 0; n < COPIES; n++) {
    const acts = copyOf(n, mine);
    await builder.write(acts);
    streams.push(...acts.map(({ stream }) => stream));
  }
  await embedded.anchor.write(builder.checkpoint);
  await embedded.close();
  return streams.filter((stream) => stream.startsWith('task-')).map((stream) => stream.slice('task-'.length));
};
