import { afterAll, beforeAll } from '@jest/globals';
import { eventStoreContract } from '@edict/contracts';
import { freshPrefix, serverForTests, type Served } from '@edict/kurrentdb-server';

import { openTestStore } from './testing/test-store.ts';

let server: Served;
beforeAll(async () => {
  server = await serverForTests();
});
afterAll(() => server.close());

eventStoreContract('KurrentDB', () => openTestStore(server));
eventStoreContract('KurrentDB (read over gRPC)', () => openTestStore(server, {}, freshPrefix(), 'grpc'));
