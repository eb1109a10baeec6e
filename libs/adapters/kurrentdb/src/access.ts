import { randomUUID } from 'node:crypto';

import { attempt } from './attempt.ts';
import type { KurrentSettings } from './settings.ts';
import { Supervisor } from './supervisor.ts';

const ADMINS = '$admins';
const LIMITS = { callMs: 5_000, patienceMs: 10_000 };

/**
 * Leaves the streams of a server to one role: it reads and writes them and the whole log, and only administrators can delete, truncate or
 * change who may. By default every user may do all of that. For a server that is Edict's alone: it changes the default for all streams.
 */
export const restrictTo = async (role: string, settings: KurrentSettings): Promise<void> => {
  const supervisor = new Supervisor(settings, 'leader', () => undefined);
  const event = {
    id: randomUUID(),
    type: '$settings',
    contentType: 'application/json' as const,
    data: defaultsFor(role),
    metadata: {},
  };
  try {
    await attempt(supervisor, 'the default rights', LIMITS, (client) => client.appendToStream('$settings', [event]));
    await attempt(supervisor, 'the rights to $all', LIMITS, (client) =>
      client.setStreamMetadata('$all', { acl: { readRoles: [ADMINS, role] } }),
    );
  } finally {
    await supervisor.close();
  }
};

const defaultsFor = (role: string) => ({
  $userStreamAcl: { $r: [ADMINS, role], $w: [ADMINS, role], $d: ADMINS, $mr: [ADMINS, role], $mw: ADMINS },
  $systemStreamAcl: { $r: ADMINS, $w: ADMINS, $d: ADMINS, $mr: ADMINS, $mw: ADMINS },
});
