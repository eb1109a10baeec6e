import { leasesContract } from '@edict/contracts';

import { MemoryLeases } from './memory-leases.ts';

leasesContract('memory', async (nowMs) => new MemoryLeases(nowMs));
