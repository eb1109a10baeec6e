import { describe, it } from '@jest/globals';
import { at, person, saga, specify } from '@edict/kernel/testing';

import { rebuild, REBUILDS, type RebuildEvent } from './rebuild.decider.ts';

const given = specify(rebuild);
const NOW = '2025-06-10T02:00Z';
const operator = at(NOW, person('installation'), NOW, REBUILDS);
const machine = at(NOW, saga, NOW, REBUILDS);

const why = { view: 'task_v9', reason: 'It was damaged.' };
const ask = { type: 'RebuildView', data: why } as const;
const of = (rebuild: number, view = why.view) => ({ rebuild, view });
const asked = (number = 1, view = why.view): RebuildEvent => ({
  type: 'ViewRebuildAsked',
  data: { ...why, ...of(number, view) },
});
const rebuilt = (number = 1): RebuildEvent => ({ type: 'ViewRebuilt', data: of(number) });
const failed = (number = 1): RebuildEvent => ({ type: 'ViewRebuildFailed', data: { ...of(number), reason: 'a bug' } });
const record = (number = 1) => ({ type: 'RecordRebuilt', data: of(number) }) as const;
const hindered = (reason = 'no disk'): RebuildEvent => ({
  type: 'ViewRebuildHindered',
  data: { ...of(1), reason },
});
const recordHindered = (reason = 'no disk') => ({ type: 'RecordRebuildHindered', data: { ...of(1), reason } }) as const;
const recordFailed = { type: 'RecordRebuildFailed', data: { ...of(1), reason: 'a bug' } } as const;

describe('A view that is built anew', () => {
  it('is asked for with why, under the next number', () => {
    given().when(ask, operator).then(asked(1));
    given(asked(1), rebuilt(1)).when(ask, operator).then(asked(2));
    given(asked(1), failed(1)).when(ask, operator).then(asked(2));
  });

  it('is not asked for again while it is built, though others are', () => {
    given(asked()).when(ask, operator).thenRefused('rebuild/under-way');
    given(asked(1, 'unit_v1')).when(ask, operator).then(asked(2));
  });

  it('is done, or has failed, once', () => {
    given(asked()).when(record(), machine).then(rebuilt());
    given(asked()).when(recordFailed, machine).then(failed());
    given(asked(), rebuilt()).when(record(), machine).thenNothing();
    given(asked(), failed()).when(record(), machine).thenNothing();
    given(asked(), rebuilt(), asked(2)).when(record(1), machine).thenNothing();
    given().when(recordFailed, machine).thenNothing();
  });

  it('is still to be built while something outside hinders it, which is said once of each kind', () => {
    given(asked()).when(recordHindered(), machine).then(hindered());
    given(asked(), hindered()).when(recordHindered(), machine).thenNothing();
    given(asked(), hindered()).when(recordHindered('no right'), machine).then(hindered('no right'));
    given(asked(), hindered(), hindered('no right')).when(recordHindered(), machine).thenNothing();
    given(asked(), hindered(), rebuilt(), asked(2))
      .when({ type: 'RecordRebuildHindered', data: { ...of(2), reason: 'no disk' } }, machine)
      .then({ type: 'ViewRebuildHindered', data: { ...of(2), reason: 'no disk' } });
    given(asked(), hindered()).when(ask, operator).thenRefused('rebuild/under-way');
    given(asked(), hindered()).when(record(), machine).then(rebuilt());
    given(asked(), hindered(), rebuilt()).when(recordHindered(), machine).thenNothing();
  });

  it('is waited for by nobody', () => given(asked()).thenWaitsFor());
});
