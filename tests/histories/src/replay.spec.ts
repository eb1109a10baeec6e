import { describe, expect, it } from '@jest/globals';
import { PROJECTIONS, replaySaga, SAGA_NAMES } from '@edict/engine';
import { happened, tableOf } from '@edict/runtime';

import { names, read } from './history.ts';

describe.each(names())('Replayed over %s', (name) => {
  const log = read(name).map(({ event }) => event);

  it.each(SAGA_NAMES)('%s would send what it sent, and no more', (saga) => {
    const { wouldSend, didSend } = replaySaga(log, saga);
    expect({ wouldSend, didSend }).toStrictEqual({ wouldSend: [], didSend: [] });
  });

  it('no view has a row that is made of two streams, so that one can be parked without the others', () => {
    const mixed = PROJECTIONS.flatMap((projection) => {
      const ofRow = new Map<string, string>();
      const events = log.map(happened);
      const pairs = events.flatMap((event) => projection.keys(event).map((key) => ({ key, stream: event.stream })));
      for (const { key, stream } of pairs) ofRow.set(key, ofRow.get(key) ?? stream);
      return pairs.filter(({ key, stream }) => ofRow.get(key) !== stream).map(({ key }) => [tableOf(projection), key]);
    });
    expect(mixed).toStrictEqual([]);
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
