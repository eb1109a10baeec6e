import { existsSync } from 'node:fs';
import { open, rename, truncate, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { openEmbedded } from '@edict/adapter-sqlite';
import { canonical } from '@edict/kernel';
import type { EventStore, Position, Recorded } from '@edict/runtime';

import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { headerOf, lineIn, linesOf, Tally, unusable, type Footer } from '../log-file.ts';
import { logNamedIn } from '../log.ts';
import { progress } from '../progress.ts';

export const exportLog: Command = {
  usage: 'export FILE [--data DIR] [--json]',
  what: 'Writes the whole log of a stopped Edict into a file, which `edict import` puts into another store. Interrupted, it goes on where it was.',
  examples: ['export /mnt/safe/edict.log'],
  async run(args) {
    const { values, positionals } = parsed(args, {
      data: { type: 'string', default: 'data' },
      json: { type: 'boolean' },
    });
    const file = sole(positionals, 'the file to write');
    if (existsSync(file)) throw new UsageError(`${file} is there already.`);
    if (!existsSync(join(values.data, 'installation.json')))
      throw new UsageError(`${values.data} is not a data folder of Edict.`);
    const source = await openEmbedded(values.data, { create: false, openStore: logNamedIn(process.env) });
    try {
      progress('writing the log');
      const { events, root } = await exportTo(file, source);
      progress('');
      await print(values.json ? JSON.stringify({ ok: true, events, root }) : `${events} events, Merkle root ${root}`);
      return EXIT.done;
    } finally {
      await source.close();
    }
  },
};

type Source = Readonly<{ store: EventStore; installation: string }>;

/** What was written so far lies in `FILE.part`, which becomes the file when it is complete and on disk. */
export const exportTo = async (file: string, { store, installation }: Source): Promise<Footer> => {
  const part = `${file}.part`;
  const tally = new Tally(installation);
  const after = existsSync(part) ? await resume(part, tally, installation) : undefined;
  const handle = await open(part, 'a', 0o600).catch((cause: unknown) => {
    throw unusable(part, 'written', cause);
  });
  try {
    if (after === undefined) await handle.appendFile(lineOf(headerOf(installation)));
    await writeLog(handle, store, { after: after ?? '', tally });
    await handle.appendFile(lineOf(tally.footer()));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
  return tally.footer();
};

const writeLog = async (
  handle: FileHandle,
  store: EventStore,
  { after, tally }: Readonly<{ after: Position; tally: Tally }>,
): Promise<void> => {
  for await (const { events, live } of store.follow(after, new AbortController().signal)) {
    for (const event of events) tally.add(event);
    await handle.appendFile(events.map(lineOf).join(''));
    if (live) return;
  }
};

/** Where an interrupted export ended. What comes after its last whole event is cut off. `undefined`: nothing is left of it. */
const resume = async (part: string, tally: Tally, installation: string): Promise<Position | undefined> => {
  const lines = linesOf(part);
  const first = (await lines.next()).value as string | undefined;
  if (first === undefined) {
    await truncate(part, 0);
    return undefined;
  }
  if (first !== canonical(headerOf(installation)))
    throw new UsageError(`${part} is of another log. Remove it to begin anew.`);
  let [bytes, position] = [Buffer.byteLength(first) + 1, ''];
  for await (const line of lines) {
    const event = lineIn(line, part) as Recorded | Footer;
    if (!('stream' in event)) break;
    tally.add(event);
    position = event.position;
    bytes += Buffer.byteLength(line) + 1;
  }
  await truncate(part, bytes);
  return position;
};

const lineOf = (value: unknown): string => `${canonical(value)}\n`;
