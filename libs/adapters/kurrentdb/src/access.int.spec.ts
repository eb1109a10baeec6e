import { expect, it } from '@jest/globals';
import { KurrentTestServer } from '@edict/kurrentdb-server';

import { restrictTo } from './access.ts';
import { settingsFor } from './testing/test-store.ts';

it('Only the role of Edict reads and writes its streams; nobody but administrators deletes or truncates them', async () => {
  const server = await KurrentTestServer.start();
  await restrictTo('edict', settingsFor(server.url));
  const written = server.log.all.map(({ stream, data }) => [
    stream,
    JSON.parse(Buffer.from(data).toString()) as unknown,
  ]);
  expect(written).toStrictEqual([
    [
      '$settings',
      {
        $userStreamAcl: {
          $r: ['$admins', 'edict'],
          $w: ['$admins', 'edict'],
          $d: '$admins',
          $mr: ['$admins', 'edict'],
          $mw: '$admins',
        },
        $systemStreamAcl: { $r: '$admins', $w: '$admins', $d: '$admins', $mr: '$admins', $mw: '$admins' },
      },
    ],
    ['$$$all', { $acl: { $r: ['$admins', 'edict'] } }],
  ]);
  server.kill();
});
