import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { freshPrefix, serverForTests } from './for-tests.ts';
import type { Proposed } from './log.ts';
import { KurrentTestServer } from './server.ts';

const event = (): Proposed => ({
  id: randomUUID(),
  type: 'Happened',
  json: true,
  data: Buffer.from('{}'),
  meta: Buffer.from('{}'),
});

describe('A server that is not ours', () => {
  let shared: KurrentTestServer;
  const named = process.env['EDICT_TEST_KURRENTDB'];
  beforeEach(async () => {
    shared = await KurrentTestServer.start();
    process.env['EDICT_TEST_KURRENTDB'] = shared.url;
  });
  afterEach(() => {
    shared.kill();
    if (named === undefined) delete process.env['EDICT_TEST_KURRENTDB'];
    else process.env['EDICT_TEST_KURRENTDB'] = named;
  });

  it('is left as it was found: only the streams of the run are deleted', async () => {
    shared.log.append('others-1', 'any', [event()]);
    const served = await serverForTests();
    expect(served.url).toBe(shared.url);
    const prefix = freshPrefix();
    for (let n = 0; n < 70; n++) shared.log.append(`${prefix}thing-${n}`, 'any', [event()]);
    shared.log.append('others-2', 'any', [event()]);
    await served.close();
    for (let n = 0; n < 70; n++) expect(shared.log.read(`${prefix}thing-${n}`)).toBeUndefined();
    for (const stream of ['others-1', 'others-2']) expect(shared.log.read(stream)?.length).toBe(1);
  });

  it('is asked for nothing by a run that wrote nothing', async () => {
    const served = await serverForTests();
    await served.close();
    expect(shared.log.all).toStrictEqual([]);
  });
});
