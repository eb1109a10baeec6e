import { restrictTo } from '@edict/adapter-kurrentdb';

import { EXIT, parsed, print, UsageError, type Command } from '../command.ts';
import { kurrentSettingsIn } from '../log.ts';

export const kurrentdbAcl: Command = {
  usage: 'kurrentdb-acl [--role ROLE] [--json]',
  what: 'Leaves the streams of the server that EDICT_KURRENTDB names to one role (edict), as an administrator: docs/kurrentdb.md.',
  examples: ['kurrentdb-acl --role edict'],
  async run(args) {
    const { values } = parsed(args, { role: { type: 'string', default: 'edict' }, json: { type: 'boolean' } });
    if (!/^[\w-]+$/.test(values.role)) throw new UsageError('A role is a word of letters, digits, - and _.');
    await restrictTo(values.role, kurrentSettingsIn(process.env));
    const words = `${values.role} may read and write all streams, and read $all. Only administrators delete, truncate and change rights.`;
    await print(values.json ? JSON.stringify({ ok: true, role: values.role }) : words);
    return EXIT.done;
  },
};
