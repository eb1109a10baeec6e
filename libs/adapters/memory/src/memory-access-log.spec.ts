import { accessLogContract } from '@edict/contracts';

import { MemoryAccessLog } from './memory-access-log.ts';

accessLogContract('memory', async (genesis) => new MemoryAccessLog(genesis));
