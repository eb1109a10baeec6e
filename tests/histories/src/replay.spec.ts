import { describe, expect, it } from '@jest/globals';
import { replaySaga, SAGA_NAMES } from '@edict/engine';

import { names, read } from './history.ts';

describe.each(names())('Replayed over %s', (name) => {
  const log = read(name).map(({ event }) => event);

  it.each(SAGA_NAMES)('%s would send what it sent, and no more', (saga) => {
    const { wouldSend, didSend } = replaySaga(log, saga);
    expect({ wouldSend, didSend }).toStrictEqual({ wouldSend: [], didSend: [] });
  });

  it('a saga that forgot an event is found out, in both directions', () => {
    const assigned = log.find(({ type }) => type === 'TaskAssigned')!;
    const without = replaySaga(
      log.filter(({ id }) => id !== assigned.id),
      'fan-out',
    );
    expect(without.wouldSend).toMatchObject([{ stream: assigned.stream }]);
    const issued = log.find(({ type }) => type === 'DirectiveIssued')!;
    const unreacted = replaySaga(
      log.filter(({ id }) => id !== issued.id),
      'fan-out',
    );
    expect(unreacted.commands).toBe(0);
  });
});
