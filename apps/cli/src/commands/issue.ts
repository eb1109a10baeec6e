import { randomUUID } from 'node:crypto';

import { clientFor, ONLINE, ONLINE_USAGE } from '../access.ts';
import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { readFiles } from '../files.ts';

const OPTIONS = {
  ...ONLINE,
  policy: { type: 'string', default: 'vn-party' },
  calendar: { type: 'string', default: 'vn-working-days' },
  'issued-on': { type: 'string' },
  'occurred-at': { type: 'string' },
  key: { type: 'string' },
} as const;

export const issue: Command = {
  usage: `issue FILE --issued-on YYYY-MM-DD [--occurred-at INSTANT] [--policy ID] [--calendar ID] [--key KEY] ${ONLINE_USAGE}`,
  what: 'Issues a directive from its file. With --occurred-at in the past it is entered late: its tasks wait for nothing until it is watched.',
  examples: [
    'issue examples/conclusion-155-kl-tw.yaml --issued-on 2025-05-16 --occurred-at 2025-05-16T08:00:00+07:00 --unit secretariat',
  ],
  async run(args) {
    const { values, positionals } = parsed(args, OPTIONS);
    const name = sole(positionals, 'the directive file');
    const { policy: policyId, calendar: calendarId, 'issued-on': issuedOn, 'occurred-at': occurredAt } = values;
    if (issuedOn === undefined) throw new UsageError('--issued-on YYYY-MM-DD is missing.');
    const [file] = await readFiles([name]);
    const document = Buffer.from(file!.text).toString('utf8');
    const body = { document, policyId, calendarId, issuedOn, ...(occurredAt ? { occurredAt } : {}) };
    const client = await clientFor(values);
    const outcome = await client.post('/directives', { body, key: values.key ?? randomUUID() });
    await print(values.json ? JSON.stringify(outcome) : `Issued as ${outcome.stream}.`);
    return EXIT.done;
  },
};
