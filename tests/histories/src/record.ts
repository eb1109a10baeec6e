// node --conditions=@edict/source tests/histories/src/record.ts NAME: plays a story of `examples/` and keeps it for ever.
import { example, filesOf, play, AGREEMENT, CONCLUSION } from '@edict/story';

import { replay, write } from './history.ts';

const STORIES: Readonly<Record<string, () => ReturnType<typeof play>>> = {
  'conclusion-155-nobody-1': () => play(filesOf(example(CONCLUSION))),
  'conclusion-155-script-1': () => play(filesOf(example(CONCLUSION), example('script-155.yaml'))),
  'agreement-nobody-1': () => play(filesOf(example(AGREEMENT)), { from: '2025-04-21' }),
};

for (const name of process.argv.slice(2)) {
  const story = STORIES[name];
  if (!story) throw new RangeError(`No story ${name}: ${Object.keys(STORIES).join(', ')}.`);
  write(name, replay((await story()).log));
}
