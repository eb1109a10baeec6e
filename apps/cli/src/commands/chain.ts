import type { Chain, ChainTask, Downward, Upward } from '@edict/engine';

import { EXIT, parsed, print, sole, type Command } from '../command.ts';
import { withSource } from '../source.ts';

export const chain: Command = {
  usage: 'chain TASK [--data DIR] [--json]',
  what: 'Where a task comes from, up to the clause that nothing stands above, and what came of it, down to the last unit.',
  examples: ["chain '155-KL/TW#5.b3-1'"],
  async run(args) {
    const { values, positionals } = parsed(args, {
      data: { type: 'string', default: 'data' },
      json: { type: 'boolean' },
    });
    const task = sole(positionals, 'the task');
    const found = await withSource(values.data, (source) => source.chain(task));
    await print(values.json ? JSON.stringify(found) : chainInWords(found));
    return EXIT.done;
  },
};

/** The highest clause first, and whatever follows from a line further in. */
export const chainInWords = ({ up, down }: Chain): string => {
  const above = aboveInWords(up);
  const depth = Math.max(...above.map(({ depth: each }) => each));
  const lines = [
    ...above.map(({ text, depth: each }) => indented(depth - each, text)),
    ...belowInWords(down, depth + 1),
  ];
  return lines.join('\n');
};

type Line = Readonly<{ depth: number; text: string }>;

/** `depth`: how far above the task. */
const aboveInWords = (each: Upward, depth = 0): readonly Line[] => [
  ...each.up.flatMap((higher) => aboveInWords(higher, depth + 1)),
  { depth, text: `${each.directive} ${each.clause}  ${each.text}` },
  ...each.tasks.map((task) => ({ depth, text: `  ${taskInWords(each.directive, task)}` })),
];

const belowInWords = ({ directive, task, down }: Downward, depth: number): readonly string[] => [
  indented(depth, taskInWords(directive, task)),
  ...down.flatMap((each) => belowInWords(each, depth + 1)),
];

const taskInWords = (directive: string, { ref, unit, state }: ChainTask): string =>
  `${directive}#${ref}  ${unit ?? '–'}  ${state}`;

const indented = (depth: number, text: string): string => `${'  '.repeat(depth)}${text}`;
