import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openEmbedded } from '@edict/adapter-sqlite';
import { canonical } from '@edict/kernel';
import type { EventStore, Recorded } from '@edict/runtime';

import { EXIT, parsed, print, sole, UsageError, type Command } from '../command.ts';
import { headerOf, lineIn, linesOf, Tally, type Footer, type Header } from '../log-file.ts';
import { logNamedIn } from '../log.ts';
import { progress } from '../progress.ts';

export const importLog: Command = {
  usage: 'import FILE [--data DIR] [--json]',
  what: 'Puts an exported log into the store that EDICT_STORE names, or into a new data folder, event by event in its order. Interrupted, it goes on where it was.',
  examples: ['import /mnt/safe/edict.log --data data'],
  async run(args) {
    const { values, positionals } = parsed(args, {
      data: { type: 'string', default: 'data' },
      json: { type: 'boolean' },
    });
    const file = sole(positionals, 'the file to read');
    progress('reading the file');
    const exported = await checked(file);
    prepareFolder(values.data, exported.installation);
    const target = await openEmbedded(values.data, { openStore: logNamedIn(process.env) });
    try {
      if (target.installation !== exported.installation)
        throw new UsageError(
          `The store is that of installation ${target.installation}, the file of ${exported.installation}.`,
        );
      progress('writing the log');
      const { tally, already } = await importFrom(file, exported, target.store);
      await target.anchor.write(tally.checkpoint());
      progress('');
      const { events, root } = exported;
      const words = `${events} events, ${already} of them there already, Merkle root ${root}`;
      await print(values.json ? JSON.stringify({ ok: true, events, already, root }) : words);
      return EXIT.done;
    } finally {
      await target.close();
    }
  },
};

export type Exported = Footer & Readonly<{ installation: string }>;

/** Reads the whole file before anything is written. Throws `UsageError` if it is not whole, or not what was exported. */
export const checked = async (file: string): Promise<Exported> => {
  const lines = linesOf(file);
  const first = (await lines.next()).value as string | undefined;
  const { installation } = headerIn(lineIn(first ?? '{}', file), file);
  const tally = new Tally(installation);
  let footer: Footer | undefined;
  for await (const line of lines) {
    const value = lineIn(line, file) as Recorded | Footer;
    if ('stream' in value) tally.add(value);
    else footer = value;
  }
  if (!footer || canonical(footer) !== canonical(tally.footer()))
    throw new UsageError(`${file} is not a whole log: it does not come to the root at its end.`);
  return { ...footer, installation };
};

const headerIn = (value: object, file: string): Header => {
  const { installation = '' } = value as Partial<Header>;
  if (canonical(value) !== canonical(headerOf(installation))) throw new UsageError(`${file} is not an exported log.`);
  return { ...headerOf(installation) };
};

/** Brings the store to where the file ends. Throws `UsageError` if it holds anything that is not in the file at the same place. */
export const importFrom = async (
  file: string,
  { installation, root }: Exported,
  store: EventStore,
): Promise<Readonly<{ tally: Tally; already: number }>> => {
  const there = await hashesIn(store);
  const writer = inGroups(store);
  let n = 0;
  for await (const line of linesOf(file)) {
    const event = JSON.parse(line) as Recorded | Header | Footer;
    if (!('stream' in event)) continue;
    const hash = there[n++];
    if (hash === undefined) await writer.add(event);
    else if (hash !== event.meta['hash'])
      throw new UsageError(`The store holds another log: it differs at event ${n}.`);
  }
  await writer.flush();
  return { tally: await tallied(store, installation, root), already: there.length };
};

/** Events of one stream that follow one another go in together. */
const GROUP = 100;

const inGroups = (store: EventStore) => {
  let waiting: Recorded[] = [];
  const flush = async () => {
    const [first] = waiting;
    if (first) await store.append(first.stream, first.revision - 1, waiting.map(written));
    waiting = [];
  };
  const add = async (event: Recorded) => {
    if (waiting.length >= GROUP || (waiting[0] && waiting[0].stream !== event.stream)) await flush();
    waiting.push(event);
  };
  return { add, flush };
};

const written = ({ id, type, data, meta }: Recorded) => ({ id, type, data, meta });

const hashesIn = async (store: EventStore): Promise<readonly string[]> => {
  const hashes: string[] = [];
  await eachEvent(store, ({ meta }) => hashes.push(meta['hash'] ?? ''));
  return hashes;
};

/** Read back from the store itself. */
const tallied = async (store: EventStore, installation: string, root: string): Promise<Tally> => {
  const tally = new Tally(installation);
  await eachEvent(store, (event) => tally.add(event));
  if (tally.footer().root !== root) throw new Error('The store does not hold what was put into it: the roots differ.');
  return tally;
};

const eachEvent = async (store: EventStore, take: (event: Recorded) => unknown): Promise<void> => {
  for await (const { events, live } of store.follow('', new AbortController().signal)) {
    events.forEach(take);
    if (live) return;
  }
};

/** A new folder is given the id that the log begins its chains with. */
const prepareFolder = (dir: string, installation: string): void => {
  const file = join(dir, 'installation.json');
  const text = `{"installation":"${installation}"}\n`;
  if (!existsSync(file)) {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(file, text, { mode: 0o600 });
  } else if (readFileSync(file, 'utf8') !== text)
    throw new UsageError(`${dir} is the data folder of another installation.`);
};
