// node --conditions=@edict/source tests/histories/src/record.ts NAME: plays a story of `examples/` and keeps it for ever.
import type { ScriptDocument } from '@edict/directives';
import { example, filesOf, play, AGREEMENT, CONCLUSION } from '@edict/story';

import { replay, write } from './history.ts';

/** A form filled in, filled in wrongly, corrected, and filled in by another one. */
const FILLED = { do: 'fill-form', task: '3.b5-2', form: 'premises', on: '2025-05-31' };
const values = 'total=2 888; keptInUse=2507; otherPlan=258; noLongerUsed=123';
const FORMS: ScriptDocument = [
  { ...FILLED, at: '2025-06-01T09:00', as: 'government-party-committee', values },
  { ...FILLED, at: '2025-06-01T10:00', as: 'government-party-committee', values: values.replace('123', '124') },
  {
    ...{ ...FILLED, at: '2025-06-02T09:00', as: 'government-party-committee', text: 'One was counted twice.' },
    values: 'total=2 887; keptInUse=2506; otherPlan=258; noLongerUsed=123',
  },
  { ...FILLED, at: '2025-06-03T09:00', as: 'ministry-of-finance-party-committee', on: '2025-06-02', values },
];

const STORIES: Readonly<Record<string, () => ReturnType<typeof play>>> = {
  'conclusion-155-nobody-1': () => play(filesOf(example(CONCLUSION))),
  'conclusion-155-script-1': () => play(filesOf(example(CONCLUSION), example('script-155.yaml'))),
  'forms-1': () =>
    play(filesOf(example(CONCLUSION), example('form-premises.yaml')), { script: FORMS, until: '2025-06-10' }),
  'agreement-nobody-1': () => play(filesOf(example(AGREEMENT)), { from: '2025-04-21' }),
};

for (const name of process.argv.slice(2)) {
  const story = STORIES[name];
  if (!story) throw new RangeError(`No story ${name}: ${Object.keys(STORIES).join(', ')}.`);
  write(name, replay((await story()).log));
}
