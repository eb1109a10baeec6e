import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { withSource } from '../source.ts';

export const who: Command = {
  usage: 'who TASK --on YYYY-MM-DD [--data DIR] [--json]',
  what: 'Who answered for a task at the end of a day: accountable, lead, coordinating, and whose successor they are.',
  examples: ["who '155-KL/TW#3.b5-2' --on 2025-06-30"],
  async run(args) {
    const { values, positionals } = parsed(args, {
      data: { type: 'string', default: 'data' },
      on: { type: 'string' },
      json: { type: 'boolean' },
    });
    const task = sole(positionals, 'the task');
    const on = dayIn(values.on);
    const answer = await withSource(values.data, (source) => source.who(task, on));
    await print(JSON.stringify(answer, null, values.json ? 0 : 2));
    return EXIT.done;
  },
};

const dayIn = (text: string | undefined): string => {
  if (text === undefined) throw new UsageError('--on YYYY-MM-DD is missing.');
  try {
    if (!/^\d{4}-\d\d-\d\d$/.test(text)) throw new RangeError(text);
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch (cause) {
    throw new UsageError(`--on ${text} is not a day: YYYY-MM-DD is wanted.`, { cause });
  }
};
