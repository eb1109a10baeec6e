import type { EventLine } from '@edict/engine';

import { EXIT, parsed, print, sole, type Command } from '../command.ts';
import { withSource } from '../source.ts';

export const history: Command = {
  usage: 'history ID [--data DIR] [--json]',
  what: 'Every event of a task, directive, matter or any stream, oldest first; with --json one JSON object a line.',
  examples: ["history '155-KL/TW#5.b3-1'"],
  async run(args) {
    const { values, positionals } = parsed(args, {
      data: { type: 'string', default: 'data' },
      json: { type: 'boolean' },
    });
    const id = sole(positionals, 'what the history is of');
    const lines = await withSource(values.data, (source) => source.history(id));
    for (const line of lines) await print(values.json ? JSON.stringify(line) : inWords(line));
    return EXIT.done;
  },
};

const inWords = ({ at, revision, type, actor, data, occurredAt }: EventLine): string => {
  const by = actor.origin === 'person' ? `${actor.id ?? ''} (${actor.unit ?? ''})` : (actor.id ?? '');
  const entered = occurredAt === undefined ? '' : `, occurred ${occurredAt}`;
  return `${at ?? ''}  ${String(revision).padStart(3)}  ${type} by ${by}${entered}\n      ${JSON.stringify(data)}`;
};
