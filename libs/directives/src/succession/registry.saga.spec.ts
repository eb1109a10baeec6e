import { describe, it } from '@jest/globals';
import { specifySaga } from '@edict/kernel/testing';

import { MIDNIGHT, merger, planned, successorNamed, tookEffect, withdrawn } from '../testing/succession-examples.ts';
import type { SuccessionNote } from '../unit/unit.decider.ts';
import { successionRegistry } from './registry.saga.ts';
import { succession } from './succession.decider.ts';

describe('The registry', () => {
  const told = specifySaga(successionRegistry, succession, 'succession-s1');
  const { from, to, kind } = merger;
  const meant: SuccessionNote = { succession: 's1', from, to, kind, on: '2025-07-01', at: MIDNIGHT };
  const telling = (id: string, data: Partial<SuccessionNote> = {}) => ({
    key: `${data.withdrawn ? 'off' : 'note'} ${id}`,
    send: { stream: `unit-${id}`, type: 'NoteSuccession' as const, data: { ...meant, ...data } },
  });

  it('knows of it from each of its units, with the moment from which on another answers', () =>
    told().when(planned()).then(telling('ministry'), telling('academy'), telling('new-ministry')));

  it('knows no moment while the successor is not known, and is told when it is', () => {
    const unknown = { to: null, at: null };
    told()
      .when(planned({ to: null }))
      .then(telling('ministry', unknown), telling('academy', unknown));
    told(planned({ to: null }))
      .when(successorNamed)
      .then(
        telling('ministry', { to: 'third' }),
        telling('academy', { to: 'third' }),
        telling('third', { to: 'third' }),
      );
  });

  it('knows no moment any more of what was called off', () =>
    told(planned())
      .when(withdrawn)
      .then(...['ministry', 'academy', 'new-ministry'].map((id) => telling(id, { at: null, withdrawn: true }))));

  it('learns nothing from what follows the day', () => told(planned()).when(tookEffect()).then());
});
