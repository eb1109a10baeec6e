import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { FolderInUse, openEmbedded } from '@edict/adapter-sqlite';
import { MACHINE, eventLine, openEngine, shown, streamMeant, type EventLine, type Reading } from '@edict/engine';
import { instant, type Instant } from '@edict/kernel';

import { UsageError } from './command.ts';
import { logNamedIn } from './log.ts';

/** Where answers come from: the data folder, opened under its lock, or the server that has it open. */
export type Source = Readonly<{
  /** Every event of the stream that `id` stands for, oldest first. */
  history(id: string): Promise<readonly EventLine[]>;
  /** How a directive, a task or a matter stands, or stood; as JSON. */
  show(id: string, asOf?: Instant): Promise<unknown>;
}>;

export const withSource = async <T>(dir: string, use: (source: Source) => Promise<T>): Promise<T> => {
  const embedded = await openEmbedded(dir, { create: false, openStore: logNamedIn(process.env) }).catch(
    (error: unknown) => {
      if (error instanceof FolderInUse) return undefined;
      throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
    },
  );
  if (!embedded) return use(await serverOf(dir));
  try {
    const engine = await openEngine({ ...embedded, clock: () => instant(new Date().toISOString()) });
    await engine.drain();
    return await use(folderSource(engine.reader.as(MACHINE)));
  } finally {
    await embedded.close();
  }
};

const folderSource = (reading: Reading): Source => {
  const meant = async (id: string): Promise<string> => {
    const stream = await streamMeant(reading, id);
    if (!stream) throw new UsageError(`Nothing is known under ${id}.`);
    return stream;
  };
  return {
    history: async (id) => (await reading.history(await meant(id))).map(eventLine),
    async show(id, asOf) {
      const found = await shown(reading, await meant(id), asOf);
      if (!found) throw new UsageError(`There is nothing to show of ${id}${asOf ? ` as known at ${asOf}` : ''}.`);
      return found;
    },
  };
};

/** Asks the server that holds the folder, with the token it left there for its owner. */
const serverOf = async (dir: string): Promise<Source> => {
  const { url } = JSON.parse(await fileIn(dir, 'server.json')) as { url: string };
  const token = (await fileIn(dir, 'token')).trim();
  const get = async (path: string): Promise<unknown> => {
    const answer = await fetch(new URL(path, url), { headers: { authorization: `Bearer ${token}` } });
    const body: unknown = await answer.json();
    if (answer.ok) return body;
    const { detail, title } = body as { detail?: string; title?: string };
    throw new UsageError(detail ?? title ?? `The server answered ${answer.status}.`);
  };
  return {
    history: (id) => allOf<EventLine>(get, `/lookup/${encodeURIComponent(id)}/history?limit=500`),
    show: (id, asOf) => get(`/lookup/${encodeURIComponent(id)}${asOf ? `?asOf=${encodeURIComponent(asOf)}` : ''}`),
  };
};

/** Every page of a list, one after the other. */
const allOf = async <T>(get: (path: string) => Promise<unknown>, path: string): Promise<readonly T[]> => {
  const all: T[] = [];
  for (let cursor = ''; ;) {
    const { items, next } = (await get(path + cursor)) as Readonly<{ items: readonly T[]; next: string | null }>;
    all.push(...items);
    if (next === null) return all;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
};

const fileIn = (dir: string, name: string): Promise<string> =>
  readFile(join(dir, name), 'utf8').catch((cause: unknown) => {
    throw new UsageError(`${dir} is open in another process that is not a server (no ${name}).`, { cause });
  });
