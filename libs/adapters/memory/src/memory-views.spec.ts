import { viewsContract } from '@edict/contracts';

import { MemoryLeases } from './memory-leases.ts';
import { MemoryViews } from './memory-views.ts';

viewsContract('memory', async () => {
  const views = new MemoryViews();
  return { views, leases: new MemoryLeases(() => 0, views) };
});
