import { randomUUID } from 'node:crypto';

import type { BodyOf } from '@edict/client';

import { clientFor, ONLINE, ONLINE_USAGE } from '../access.ts';
import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { directiveMeant } from '../meant.ts';

const OPTIONS = {
  ...ONLINE,
  how: { type: 'string' },
  with: { type: 'string' },
  keep: { type: 'string', multiple: true },
  cancel: { type: 'string', multiple: true },
  move: { type: 'string', multiple: true },
  replace: { type: 'string', multiple: true },
  others: { type: 'string' },
  reason: { type: 'string' },
  key: { type: 'string' },
} as const;

type Body = BodyOf<'/directives/{id}/change', 'post'>;
type Said = Body['effects'][number];

export const change: Command = {
  usage: `change DIRECTIVE --how amends|supersedes|revokes|reaffirms --with DIRECTIVE [--keep TASK…] [--cancel TASK…] [--move TASK=DAY…] [--replace TASK=TASK…] [--others keep|cancel] --reason TEXT [--key KEY] ${ONLINE_USAGE}`,
  what: 'Amends, supersedes, revokes or reaffirms a directive by a further document, and says of each open task what becomes of it. TASK is a ref, with @UNIT for one of several units.',
  examples: [
    "change 155-KL/TW --how amends --with 160-KL/TW --move 3.b5-2=2025-07-31 --others keep --reason 'The law is late.' --unit politburo",
  ],
  async run(args) {
    const { values, positionals } = parsed(args, OPTIONS);
    const name = sole(positionals, 'the directive that is changed');
    const { how, with: further, others, reason } = values;
    if (further === undefined) throw new UsageError('--with DIRECTIVE is missing.');
    if (how === undefined) throw new UsageError('--how is missing.');
    if (reason === undefined) throw new UsageError('--reason TEXT is missing.');
    const client = await clientFor(values);
    const [id, directiveId] = [await directiveMeant(client, name), await directiveMeant(client, further)];
    const effects = effectsIn(values);
    const body = { directiveId, how, effects, reason, ...(others ? { others } : {}) } as Body;
    const outcome = await client.post('/directives/{id}/change', {
      path: { id },
      body,
      key: values.key ?? randomUUID(),
    });
    await print(values.json ? JSON.stringify(outcome) : `${further} ${how} ${name}.`);
    return EXIT.done;
  },
};

type Values = Readonly<{ keep?: string[]; cancel?: string[]; move?: string[]; replace?: string[] }>;

const effectsIn = ({ keep = [], cancel = [], move = [], replace = [] }: Values): readonly Said[] => [
  ...keep.map((each): Said => ({ ...taskIn(each), effect: 'keep' })),
  ...cancel.map((each): Said => ({ ...taskIn(each), effect: 'cancel' })),
  ...move.map(pair).map(([task, toOn]): Said => ({ ...taskIn(task), effect: 'change', toOn })),
  ...replace.map(pair).map(([task, by]): Said => ({ ...taskIn(task), effect: 'replace', by })),
];

const taskIn = (name: string) => {
  const [ref = '', member] = name.split('@');
  return { ref, ...(member === undefined ? {} : { member }) };
};

const pair = (each: string): readonly [string, string] => {
  const at = each.indexOf('=');
  if (at < 0) throw new UsageError(`${each}: TASK=… is wanted.`);
  return [each.slice(0, at), each.slice(at + 1)];
};
