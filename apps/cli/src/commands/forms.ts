import { randomUUID } from 'node:crypto';

import { clientFor, ONLINE, ONLINE_USAGE } from '../access.ts';
import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { taskMeant } from '../meant.ts';
import { allPages } from '../pages.ts';
import { optional } from '../several.ts';
import { listed } from '../table.ts';

const OPTIONS = {
  ...ONLINE,
  form: { type: 'string' },
  on: { type: 'string' },
  value: { type: 'string', multiple: true },
  correcting: { type: 'string' },
  evidence: { type: 'string' },
  'occurred-at': { type: 'string' },
  key: { type: 'string' },
} as const;

export const fillForm: Command = {
  usage: `fill-form TASK --form FORM --on DAY --value KEY=NUMBER… [--correcting REASON] [--occurred-at INSTANT --evidence TEXT] [--key KEY] ${ONLINE_USAGE}`,
  what: 'Fills in a form with the report on a task. Totals must be what their parts add up to; each field that is wrong is named with its rule.',
  examples: [
    "fill-form '155-KL/TW#5.b3-1' --form premises --on 2025-06-30 --value 'total=2 888' --value keptInUse=2507 --value otherPlan=258 --value noLongerUsed=123 --unit ho-chi-minh-national-academy-of-politics",
  ],
  async run(args) {
    const { values, positionals } = parsed(args, OPTIONS);
    const name = sole(positionals, 'the task');
    const { form, on, value = [], correcting, evidence, 'occurred-at': occurredAt } = values;
    if (form === undefined) throw new UsageError('--form FORM is missing.');
    if (on === undefined) throw new UsageError('--on DAY is missing.');
    const client = await clientFor(values);
    const { id } = await taskMeant(client, name);
    const late = { ...optional('evidence', evidence), ...optional('occurredAt', occurredAt) };
    const body = { form, on, values: value.map(lineIn), ...optional('correcting', correcting), ...late };
    const key = values.key ?? randomUUID();
    const outcome = await client.post('/tasks/{id}/forms', { path: { id }, body, key });
    await print(values.json ? JSON.stringify(outcome) : `${outcome.stream} is at revision ${outcome.revision}.`);
    return EXIT.done;
  },
};

const lineIn = (each: string) => {
  const at = each.indexOf('=');
  if (at < 0) throw new UsageError(`${each}: --value KEY=NUMBER is wanted.`);
  return { key: each.slice(0, at).trim(), value: each.slice(at + 1).trim() };
};

const NARROWING = { ...ONLINE, form: { type: 'string' }, on: { type: 'string' }, of: { type: 'string' } } as const;

export const formReports: Command = {
  usage: `form-reports [--form FORM] [--on DAY] [--of UNIT] ${ONLINE_USAGE}`,
  what: 'What units have filled into forms, the latest day first. With --json one JSON object a line.',
  examples: ['form-reports --form premises --on 2025-06-30'],
  async run(args) {
    const { values, positionals } = parsed(args, NARROWING);
    if (positionals.length > 0) throw new UsageError('edict form-reports: it is narrowed by options.');
    const { form, on, of } = values;
    const where = { ...optional('form', form), ...optional('on', on), ...optional('unit', of) };
    const client = await clientFor(values);
    const all = await allPages((cursor) =>
      client.get('/form-reports', { query: { ...where, ...optional('cursor', cursor) } }),
    );
    if (values.json) for (const each of all) await print(JSON.stringify(each));
    else await print(listed(all.map(({ on: day, form: id, unit, values: said }) => [day, id, unit, inWords(said)])));
    return EXIT.done;
  },
};

const inWords = (values: object): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(' ');
