import { describe, expect, it } from '@jest/globals';
import { conservationOf, MACHINE } from '@edict/engine';
import type { ScriptDocument } from '@edict/directives';

import { CONCLUSION, example, filesOf, memoryPorts, play } from './stage.ts';

const files = filesOf(example(CONCLUSION));
const plain = { ...files, units: { ...files.units, successions: [] } };
const [gov, office] = ['government-party-committee', 'central-party-office'];
const [asked, heir] = ['government', 'national-assembly-party-committee'];
const merge = {
  ...{ at: '2025-05-21T09:00', as: office, do: 'merge', from: asked, to: heir, on: '2025-05-26' },
  ...{ basis: 'Decision 1', succession: 's1' },
};
const contribute = (as: string, day: string) => ({
  ...{ at: `2025-05-${day}T09:00`, as, do: 'contribute', task: '3.b5-2', text: 'They are.' },
});

/** A unit that holds nothing else is asked for an opinion, and follows or is followed. */
const after = async (...script: ScriptDocument) => {
  const ports = memoryPorts();
  const asking: ScriptDocument = [
    { at: '2025-05-20T09:00', as: gov, do: 'acknowledge', task: '3.b5-2' },
    {
      ...{ at: '2025-05-20T10:00', as: gov, do: 'ask-contribution', task: '3.b5-2', to: asked },
      opinion: true,
      text: '?',
    },
  ];
  const { summary, refusals, rehearsal } = await play(plain, {
    script: [...asking, ...script],
    until: '2025-05-29',
    ports,
  });
  const { id, contributions } = summary.tasks.find(({ ref }) => ref === '3.b5-2')!;
  const row = await rehearsal.reader.as(MACHINE).task(id);
  const proof = await conservationOf(ports.store, 's1');
  return { contributions, passed: JSON.parse(row!.passed) as unknown, refusals, proof, task: `task-${id}` };
};

describe('An opinion that a unit was asked for', () => {
  it('goes over to the successor of that unit, and stands in the proof', async () => {
    const { contributions, refusals, proof, task } = await after(
      merge,
      contribute(asked, '27'),
      contribute(heir, '28'),
    );
    expect(refusals).toMatchObject([{ as: asked, code: 'unit/succeeded' }]);
    expect(contributions).toMatchObject([{ unit: heir, state: 'given' }]);
    expect(proof).toMatchObject({
      ...{ balanced: true, manifestAgrees: true, tally: { holdings: 1, moved: 1, open: 0 } },
      items: [{ holding: task, held: { [asked]: ['asked'] }, outcome: 'moved' }],
    });
  });

  it('waits for a decision where that unit was split', async () => {
    const split = { ...merge, kind: 'split' };
    const { contributions, proof } = await after(split);
    expect([contributions, proof.tally.open]).toMatchObject([[{ unit: asked, state: 'asked' }], 1]);
    const decide = {
      ...{ at: '2025-05-27T09:00', as: office, do: 'decide', task: '3.b5-2', succession: 's1' },
      ...{ to: heir, text: 'It knows.' },
    };
    const decided = await after(split, decide, contribute(heir, '28'));
    expect(decided.refusals).toStrictEqual([]);
    expect(decided.contributions).toMatchObject([{ unit: heir, state: 'given' }]);
    expect(decided.proof).toMatchObject({ balanced: true, manifestAgrees: true, tally: { moved: 1, open: 0 } });
  });

  it('is asked no longer where that unit is merged into the one that asked', async () => {
    const { contributions, passed, proof, refusals } = await after({ ...merge, to: gov });
    expect([contributions, refusals, proof.balanced]).toStrictEqual([[], [], true]);
    expect(passed).toMatchObject([{ act: 'opinion', unit: asked, answeredAt: '2025-05-25T17:00:00.000Z' }]);
  });
});
