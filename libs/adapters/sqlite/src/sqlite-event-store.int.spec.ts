import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { eventStoreContract } from '@edict/contracts';

import { SqliteEventStore } from './sqlite-event-store.ts';

eventStoreContract('SQLite', async () => SqliteEventStore.open(join(mkdtempSync(join(tmpdir(), 'edict-')), 'events.db')));
