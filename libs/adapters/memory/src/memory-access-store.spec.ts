import { accessStoreContract } from '@edict/contracts';

import { MemoryAccessStore } from './memory-access-store.ts';

accessStoreContract('memory', async () => new MemoryAccessStore());
