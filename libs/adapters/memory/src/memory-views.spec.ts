import { besideContract, viewsContract, type OpenViews } from '@edict/contracts';

import { MemoryLeases } from './memory-leases.ts';
import { MemoryViews } from './memory-views.ts';

const openMemory: OpenViews = async () => {
  const views = new MemoryViews();
  return { views, leases: new MemoryLeases(() => 0, views) };
};
viewsContract('memory', openMemory);
besideContract('memory', openMemory);
