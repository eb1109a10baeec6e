import { blobsContract } from '@edict/contracts';

import { MemoryBlobs } from './memory-blobs.ts';

blobsContract('memory', async () => new MemoryBlobs());
