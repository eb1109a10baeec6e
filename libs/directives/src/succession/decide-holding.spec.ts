import { describe, it, expect } from '@jest/globals';
import type { Lookup } from '@edict/kernel';
import { specify } from '@edict/kernel/testing';

import { standingUnitSetUp } from '../testing/matter-examples.ts';
import { by, decide, decided, dissolved, heldBy, merger, planned, tookEffect } from '../testing/succession-examples.ts';
import { succession } from './succession.decider.ts';
import type { Given, Plan } from './succession.messages.ts';

const given = specify(succession);

describe('Who gets what is held', () => {
  it('is decided on only as long as one that has ended holds it: not what was never theirs, has gone over or is done', () => {
    const intoOne: Partial<Plan> = { from: ['ministry', 'academy'], to: 'academy' };
    const absorbed = [planned(intoOne), tookEffect({ ...merger, ...intoOne })] as const;
    for (const held of [null, heldBy(), heldBy('third')])
      given(planned(dissolved), tookEffect(dissolved))
        .when(decide('academy', held), by())
        .thenRefused('succession/not-held');
    given(...absorbed)
      .when(decide('third', heldBy('academy')), by())
      .thenRefused('succession/not-held');
    given(...absorbed)
      .when(decide('third', heldBy('academy', 'ministry')), by())
      .then(decided('third'));
    given(planned(dissolved), tookEffect(dissolved), decided('academy'))
      .when(decide('academy', heldBy('academy')), by())
      .thenNothing();
  });

  it('is asked of what is held where somebody answers for it, and of nothing else', () => {
    const heldIn = (holding: string) => {
      const { units: _, held: __, ...data } = decide('third').data as Given<'DecideHolding'>;
      const asked = { type: 'DecideHolding', data: { ...data, holding }, stream: 'succession-s1' } as const;
      return succession.facts!(asked, succession.initialState)['held'] as Lookup | null;
    };
    const desk = heldIn('standingUnit-1')!;
    expect([desk.stream, desk.select([standingUnitSetUp()])]).toStrictEqual([
      'standingUnit-1',
      { 'ha-noi': ['mandate'] },
    ]);
    expect(['task-1', 'matter-1'].map((stream) => heldIn(stream)!.select([]))).toStrictEqual([{}, {}]);
    expect(['unit-provinces', 'directive-d1'].map(heldIn)).toStrictEqual([null, null]);
  });
});
