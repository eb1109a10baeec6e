import { randomUUID } from 'node:crypto';

import { clientFor, ONLINE, ONLINE_USAGE } from '../access.ts';
import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { directiveMeant } from '../meant.ts';

const OPTIONS = {
  ...ONLINE,
  of: { type: 'string' },
  clause: { type: 'string' },
  by: { type: 'string', multiple: true },
  key: { type: 'string' },
} as const;

export const implement: Command = {
  usage: `implement DIRECTIVE --of DIRECTIVE --clause REF [--by REF…] [--key KEY] ${ONLINE_USAGE}`,
  what: 'Says which clause of a higher directive a directive implements, and by which of its own clauses; by all of them, if --by is left out.',
  examples: ["implement plan-thai-nguyen-155 --of 155-KL/TW --clause 2.6 --by '1' --unit ppc-thai-nguyen"],
  async run(args) {
    const { values, positionals } = parsed(args, OPTIONS);
    const name = sole(positionals, 'the lower directive');
    const { of, clause, by } = values;
    if (of === undefined) throw new UsageError('--of DIRECTIVE is missing.');
    if (clause === undefined) throw new UsageError('--clause REF is missing.');
    const client = await clientFor(values);
    const [id, directiveId] = [await directiveMeant(client, name), await directiveMeant(client, of)];
    const body = { directiveId, clause, ...(by ? { by } : {}) };
    const key = values.key ?? randomUUID();
    const outcome = await client.post('/directives/{id}/implement', { path: { id }, body, key });
    await print(values.json ? JSON.stringify(outcome) : `${name} implements ${clause} of ${of}.`);
    return EXIT.done;
  },
};

const BACK = {
  ...ONLINE,
  of: { type: 'string' },
  clause: { type: 'string' },
  reason: { type: 'string' },
  key: { type: 'string' },
} as const;

export const withdrawImplementation: Command = {
  usage: `withdraw-implementation DIRECTIVE --of DIRECTIVE --clause REF --reason TEXT [--key KEY] ${ONLINE_USAGE}`,
  what: 'Takes back what a directive was said to implement, where that was wrong. What its own text says stays.',
  examples: [
    "withdraw-implementation plan-thai-nguyen-155 --of 155-KL/TW --clause 5.b3 --reason 'It is 5.b2.' --unit ppc-thai-nguyen",
  ],
  async run(args) {
    const { values, positionals } = parsed(args, BACK);
    const name = sole(positionals, 'the lower directive');
    const { of, clause, reason } = values;
    if (of === undefined) throw new UsageError('--of DIRECTIVE is missing.');
    if (clause === undefined || reason === undefined)
      throw new UsageError('--clause REF and --reason TEXT are wanted.');
    const client = await clientFor(values);
    const [id, directiveId] = [await directiveMeant(client, name), await directiveMeant(client, of)];
    const body = { directiveId, clause, reason };
    const key = values.key ?? randomUUID();
    const outcome = await client.post('/directives/{id}/withdraw-implementation', { path: { id }, body, key });
    await print(values.json ? JSON.stringify(outcome) : `${name} no longer implements ${clause} of ${of}.`);
    return EXIT.done;
  },
};
