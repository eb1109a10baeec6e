import { describe, expect, it } from '@jest/globals';
import type { ScriptDocument } from '@edict/directives';
import { MACHINE, summaryOf } from '@edict/engine';
import { instant } from '@edict/kernel';

import { CONCLUSION, example, filesOf, play } from './stage.ts';

const files = filesOf(example(CONCLUSION));

describe('An overdue task that was taken to a committee which has been succeeded since', () => {
  const [heir, office] = ['central-steering-committee', 'central-party-office'];
  const merge = { at: '2025-06-20T09:00', as: office, do: 'merge', from: 'politburo', to: heir, on: '2025-07-05' };
  const answer = { at: '2025-07-03T09:00', as: 'politburo', do: 'answer-matter', task: '3.b5-2', text: 'By July.' };
  const escalatedTo = async (...script: ScriptDocument) => {
    const { rehearsal, directiveId, refusals, log } = await play(files, {
      script: [{ ...merge, basis: 'Decision 1' }, ...script],
      until: '2025-07-07',
    });
    expect(refusals).toStrictEqual([]);
    const reading = rehearsal.reader.as(MACHINE);
    const { taskId: id } = (await reading.tasks(directiveId)).find(({ ref }) => ref === '3.b5-2')!;
    const then = instant('2025-07-03T08:00:00.000Z');
    const listed = async ({ lists }: Pick<typeof reading, 'lists'>) =>
      (await lists.tasks({ directiveId }, { limit: 1000 })).items.find(({ taskId }) => taskId === id)?.escalatedTo;
    const said = log.findLast(({ type, stream }) => type === 'TaskEscalated' && stream === `task-${id}`);
    return {
      now: [(await reading.task(id))?.escalatedTo, await listed(reading)],
      summed: (await summaryOf(reading, directiveId))!.tasks.find((task) => task.id === id)!.escalatedTo,
      before: [(await reading.task(id, then))?.escalatedTo, await listed(reading.asOf(then))],
      history: (said!.data as { office: { unit: string } }).office.unit,
    };
  };

  it('is with the successor, to whom the matter has gone over, and was with the committee', async () => {
    const was = { before: ['politburo', 'politburo'], history: 'politburo' };
    expect(await escalatedTo()).toStrictEqual({ now: [heir, heir], summed: heir, ...was });
  });

  it('stays with the committee where it had answered', async () =>
    expect(await escalatedTo(answer)).toMatchObject({ now: ['politburo', 'politburo'], summed: 'politburo' }));
});
