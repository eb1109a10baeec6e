import { anchorContract } from '@edict/contracts';

import { MemoryAnchor } from './memory-anchor.ts';

anchorContract('memory', async () => new MemoryAnchor());
