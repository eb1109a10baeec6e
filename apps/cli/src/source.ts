import { FolderInUse, openEmbedded } from '@edict/adapter-sqlite';
import { ProblemAnswer, type Client } from '@edict/client';
import {
  MACHINE,
  VIEWS,
  chainOf,
  eventLine,
  fileOf,
  openEngine,
  reportOf,
  shown,
  streamMeant,
  whoAnswered,
  type Chain,
  type EventLine,
  type Health,
  type Reading,
  type ReportFormat,
  type ReportKind,
} from '@edict/engine';
import { idOf, instantAt, type Instant, type LocalDate } from '@edict/kernel';

import { clientFor, type OnlineValues } from './access.ts';
import { UsageError } from './command.ts';
import { logNamedIn } from './log.ts';
import { exported } from './exported.ts';
import { directiveMeant, taskMeant } from './meant.ts';

/** Where answers come from: the data folder, opened under its lock, or the server that has it open. */
export type Source = Readonly<{
  /** Every event of the stream that `id` stands for, oldest first. */
  history(id: string): Promise<readonly EventLine[]>;
  /** How a directive, a task or a matter stands, or stood; as JSON. */
  show(id: string, asOf?: Instant): Promise<unknown>;
  /** Who answered for a task at the end of a day. */
  who(id: string, on: LocalDate): Promise<unknown>;
  /** Where a task comes from, and what came of it. */
  chain(id: string): Promise<Chain>;
  /** What became of everything that predecessors held. */
  prove(succession: string): Promise<unknown>;
  /** A report, as it is or as a file. */
  report(asked: AskedReport): Promise<unknown>;
  reportFile(asked: AskedReport, format: ReportFormat, isLater?: boolean): Promise<Uint8Array>;
  /** The four buckets, of any number of tasks. */
  statistics(asked: Omit<AskedReport, 'kind'>): Promise<unknown>;
}>;

/** `directive`: by whatever name a person has for it. */
export type AskedReport = Readonly<{ kind: ReportKind; asOf?: Instant; directive?: string; unit?: string }> & OfForm;

/** Of which form, whose day, and for which task, where it is a report on one. */
type OfForm = Readonly<{ form?: string; on?: LocalDate; ref?: string }>;

export const withSource = async <T>(where: string | OnlineValues, use: (source: Source) => Promise<T>): Promise<T> => {
  const online = typeof where === 'string' ? { data: where } : where;
  const dir = online.data;
  if (process.env['EDICT_URL']) return use(await serverSource(online));
  const embedded = await openEmbedded(dir, { create: false, openStore: logNamedIn(process.env) }).catch(
    (error: unknown) => {
      if (error instanceof FolderInUse) return undefined;
      throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
    },
  );
  if (!embedded) return use(await serverSource(online));
  try {
    const engine = await openEngine({ ...embedded, clock: () => instantAt(Date.now()) });
    await engine.drain();
    warnOfParked(await engine.health());
    return await use(folderSource(engine.reader.as(MACHINE)));
  } finally {
    await embedded.close();
  }
};

/** What views have parked: one line for each stream, with the earliest event that one of them could not take. */
const warnOfParked = ({ subscribers }: Health): void => {
  const parks = subscribers.filter(({ name }) => VIEWS.includes(name)).flatMap(({ parked }) => parked);
  for (const [stream, all] of Map.groupBy(parks, (park) => park.stream)) {
    const { revision, reason } = all.toSorted((a, b) => a.revision - b.revision)[0]!;
    const said = `${stream} is shown as it was before revision ${revision}, which cannot be read: ${reason}`;
    process.stderr.write(`edict: ${said}\n`);
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
    async who(id, on) {
      const answer = await whoAnswered(reading, id, on);
      if (!answer) throw new UsageError(`Nothing is known under ${id}.`);
      return answer;
    },
    async chain(id) {
      const stream = await meant(id);
      const chain = stream.startsWith('task-') ? await chainOf(reading, idOf(stream)) : undefined;
      if (!chain) throw new UsageError(`${id} is not a task.`);
      return chain;
    },
    async prove(succession) {
      const proof = await reading.conservation(succession);
      if (!proof) throw new UsageError(`No succession ${succession} is known.`);
      return proof;
    },
    ...reporting(reading, meant),
  };
};

const reporting = (
  reading: Reading,
  meant: (id: string) => Promise<string>,
): Pick<Source, 'report' | 'reportFile' | 'statistics'> => {
  const scopeOf = async ({ directive, unit }: Omit<AskedReport, 'kind'>) => ({
    ...(unit === undefined ? {} : { unit }),
    ...(directive === undefined ? {} : { directiveId: idOf(await meant(directive)) }),
  });
  const report = async (asked: AskedReport) => {
    const { kind, asOf, form, on, ref } = asked;
    const ofForm = {
      ...(form === undefined ? {} : { form }),
      ...(on === undefined ? {} : { on }),
      ...(ref === undefined ? {} : { ref }),
    };
    return reportOf(reading, { kind, ...(asOf ? { asOf } : {}), ...ofForm, ...(await scopeOf(asked)) });
  };
  return {
    report,
    reportFile: async (asked, format) => fileOf(await report(asked), format).content,
    statistics: async (asked) => (asked.asOf ? reading.asOf(asked.asOf) : reading).statistics(await scopeOf(asked)),
  };
};

/** Asks the server that holds the folder, with the token it left there for its owner, or the one that EDICT_URL names. */
const serverSource = async (online: OnlineValues): Promise<Source> => {
  const client = await clientFor(online);
  return {
    history: (id) => asUsage(allOf((cursor) => client.get('/lookup/{id}/history', historyOf(id, cursor)))),
    show: (id, asOf) => asUsage(client.get('/lookup/{id}', { path: { id }, ...(asOf ? { query: { asOf } } : {}) })),
    who: (id, on) => asUsage(client.get('/lookup/{id}/who', { path: { id }, query: { on } })),
    chain: (id) =>
      asUsage(taskMeant(client, id).then((task) => client.get('/tasks/{id}/chain', { path: { id: task.id } }))),
    prove: (id) => asUsage(client.get('/successions/{id}/proof', { path: { id } })),
    ...reportsOf(client),
  };
};

const reportsOf = (client: Client): Pick<Source, 'report' | 'reportFile' | 'statistics'> => {
  const queryOf = async ({ asOf, directive, unit, form, on, ref }: Omit<AskedReport, 'kind'>) => ({
    ...(form === undefined ? {} : { form }),
    ...(on === undefined ? {} : { on }),
    ...(ref === undefined ? {} : { ref }),
    ...(asOf ? { asOf } : {}),
    ...(directive === undefined ? {} : { directiveId: await directiveMeant(client, directive) }),
    ...(unit === undefined ? {} : { unit }),
  });
  return {
    report: async (asked) =>
      asUsage(client.get('/reports/{kind}', { path: { kind: asked.kind }, query: await queryOf(asked) })),
    reportFile: async (asked, format, isLater) => {
      const query = { ...(await queryOf(asked)), format };
      if (isLater) return asUsage(exported(client, { kind: asked.kind, ...query }));
      return asUsage(client.download('/reports/{kind}/file', { path: { kind: asked.kind }, query }));
    },
    statistics: async (asked) => asUsage(client.get('/statistics', { query: await queryOf(asked) })),
  };
};

const historyOf = (id: string, cursor: string | undefined) => ({
  path: { id },
  query: { limit: 500, ...(cursor === undefined ? {} : { cursor }) },
});

type Page = Readonly<{ items: readonly unknown[]; next: string | null }>;

/** Every page of a list, one after the other. */
const allOf = async (ask: (cursor: string | undefined) => Promise<Page>): Promise<readonly EventLine[]> => {
  const all: unknown[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next } = await ask(cursor);
    all.push(...items);
    if (next === null) return all as EventLine[];
    cursor = next;
  }
};

/** What is not there was named wrongly, whether a folder or a server says so. */
const asUsage = async <T>(asked: Promise<T>): Promise<T> => {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemAnswer && error.status < 500) throw new UsageError(error.message, { cause: error });
    throw error;
  }
};
