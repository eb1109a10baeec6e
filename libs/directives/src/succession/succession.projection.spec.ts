import { describe, it } from '@jest/globals';
import { specifyProjection } from '@edict/kernel/testing';

import {
  completed,
  counted,
  dayFixed,
  decided,
  listed,
  manifest,
  planned,
  successorNamed,
  tally,
  tookEffect,
  waiting,
  withdrawn,
} from '../testing/succession-examples.ts';
import { successionView } from './succession.projection.ts';

describe('The list of successions', () => {
  const view = specifyProjection(successionView);
  const row = {
    successionId: 's1',
    from: '["ministry","academy"]',
    to: 'new-ministry',
    kind: 'merge',
    effectiveOn: '2025-07-01',
    basis: 'Resolution 1',
    state: 'planned',
    holdings: 0,
    status: null,
    successor: null,
    manifestHash: null,
    late: 0,
    moved: 0,
    closedMeanwhile: 0,
    open: 0,
    balanced: 1,
  };

  it('shows what is planned, and what has become known since', () => {
    view('succession-s1', planned()).then({ s1: row });
    view('succession-s1', planned({ to: null }), successorNamed, dayFixed).then({
      s1: { ...row, to: 'third', effectiveOn: '2025-07-08' },
    });
    view('succession-s1', planned(), withdrawn).then({ s1: { ...row, state: 'withdrawn' } });
  });

  it('says that it does not balance from the list on until everything is accounted for', () => {
    const listing = { holdings: 2, open: 2, manifestHash: manifest.hash };
    const effect = [planned(), tookEffect(), listed] as const;
    view('succession-s1', ...effect, decided('third')).then({
      s1: { ...row, ...listing, state: 'inEffect', balanced: 0 },
    });
    view('succession-s1', ...effect, completed).then({
      s1: { ...row, ...listing, ...tally, open: 0, state: 'complete' },
    });
  });

  it('says that it does not balance any more while something waits that came late, and how much', () => {
    const listing = { manifestHash: manifest.hash, balanced: 0 };
    const late = [planned(), tookEffect(), listed, completed, counted] as const;
    view('succession-s1', ...late).then({ s1: { ...row, ...listing, ...waiting, state: 'inEffect' } });
    view('succession-s1', ...late, completed).then({
      s1: { ...row, ...listing, ...tally, open: 0, state: 'complete', balanced: 1 },
    });
  });

  it('has nothing of other streams', () => view('task-1', planned()).then({}));
});
