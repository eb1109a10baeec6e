import { EXIT, parsed, print, sole, type Command } from '../command.ts';
import { withSource } from '../source.ts';

export const prove: Command = {
  usage: 'prove SUCCESSION [--data DIR] [--json]',
  what: 'Recomputes from the log what became of everything that predecessors held. Exit 3 when it does not balance.',
  examples: ['prove merge-2025-tuyen-quang'],
  async run(args) {
    const { values, positionals } = parsed(args, {
      data: { type: 'string', default: 'data' },
      json: { type: 'boolean' },
    });
    const id = sole(positionals, 'the succession');
    const proof = await withSource(values.data, (source) => source.prove(id));
    await print(JSON.stringify(proof, null, values.json ? 0 : 2));
    return (proof as { balanced: boolean }).balanced ? EXIT.done : EXIT.unverified;
  },
};
