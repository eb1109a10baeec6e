import { EXIT, parsed, print, sole, type Command } from '../command.ts';
import { momentIn } from '../moment.ts';
import { withSource } from '../source.ts';

export const show: Command = {
  usage: 'show ID [--as-of INSTANT] [--data DIR] [--json]',
  what: 'How a directive, task or matter stands, or stood as known at a moment (2025-06-25T17:00:00Z).',
  examples: ['show 155-KL/TW', "show '155-KL/TW#5.b3-1' --as-of 2025-06-25T17:00:00Z"],
  async run(args) {
    const { values, positionals } = parsed(args, {
      data: { type: 'string', default: 'data' },
      'as-of': { type: 'string' },
      json: { type: 'boolean' },
    });
    const id = sole(positionals, 'what to show');
    const asOf = values['as-of'] === undefined ? undefined : momentIn(values['as-of']);
    const shown = await withSource(values.data, (source) => source.show(id, asOf));
    await print(JSON.stringify(shown, null, values.json ? 0 : 2));
    return EXIT.done;
  },
};
