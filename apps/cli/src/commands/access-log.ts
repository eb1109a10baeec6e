import { clientFor, ONLINE, ONLINE_USAGE } from '../access.ts';
import { EXIT, parsed, print, UsageError, type Command } from '../command.ts';
import { allPages } from '../pages.ts';
import { listed } from '../table.ts';

const NARROWING = {
  about: { type: 'string' },
  who: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
} as const;

/** An auditor asks, unless something else is said. */
const STANDARD = 'auditor';

export const accessLog: Command = {
  usage: `access-log [--about STREAM] [--who ACCOUNT] [--since INSTANT] [--until INSTANT] ${ONLINE_USAGE}`,
  what: 'Who read what is classified, took out files, or changed permissions, as far as you are cleared. With --json one JSON object a line.',
  examples: ['access-log --since 2025-06-10T00:00:00+07:00'],
  async run(args) {
    const { values, positionals } = parsed(args, { ...ONLINE, ...NARROWING });
    if (positionals.length > 0) throw new UsageError('edict access-log: it is narrowed by options.');
    const { about, who, since, until, json, ...online } = values;
    const as = online.as ?? process.env['EDICT_CAPACITY'] ?? STANDARD;
    const client = await clientFor({ ...online, as });
    const asked = Object.entries({ about, who, since, until }).filter(([, value]) => value !== undefined);
    const where = Object.fromEntries(asked) as Readonly<Record<string, string>>;
    const items = await allPages((cursor) =>
      client.get('/access-log', { query: cursor === undefined ? where : { ...where, cursor } }),
    );
    if (json) for (const item of items) await print(JSON.stringify(item));
    else await print(listed(items.map(row)));
    return EXIT.done;
  },
};

type Item = Readonly<{ at: string; who: string; capacity: string; act: string; about: string | null; from: string }>;

const row = ({ at, who, capacity, act, about, from }: Item) => [at, who, capacity, act, about ?? '–', from];
