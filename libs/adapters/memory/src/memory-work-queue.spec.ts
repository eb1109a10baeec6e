import { workQueueContract } from '@edict/contracts';

import { MemoryWorkQueue } from './memory-work-queue.ts';

workQueueContract('memory', async () => {
  const queue = new MemoryWorkQueue();
  return { queue, another: async () => queue, close: () => queue.close() };
});
