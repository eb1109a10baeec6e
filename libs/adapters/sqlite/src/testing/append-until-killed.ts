import { writeSync } from 'node:fs';

import { idFrom } from '@edict/kernel';

import { openDataFolder } from '../data-folder.ts';
import { FileAnchor } from '../file-anchor.ts';
import { SqliteEventStore } from '../sqlite-event-store.ts';

// Run by the specs as a process of its own: eight callers append side by side, and each says what was acknowledged to it.

const [dir, times = 'Infinity'] = process.argv.slice(2);
const folder = await openDataFolder(dir!);
const store = await SqliteEventStore.open(folder.events);
const anchor = new FileAnchor(folder.checkpoint);

const caller = async (stream: string): Promise<void> => {
  for (let revision = 0; revision < Number(times); revision++) {
    const id = idFrom(stream, String(revision));
    const position = await store.append(stream, revision - 1, [{ id, type: 'Happened', data: null, meta: {} }]);
    writeSync(1, `${stream} ${revision} ${position}\n`);
    await anchor.write(position);
  }
};

await Promise.all(Array.from({ length: 8 }, (_, n) => caller(`thing-${n}`)));
await store.close();
await anchor.close();
folder.close();
