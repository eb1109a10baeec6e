import { createHash } from 'node:crypto';

import type { Clearance } from '@edict/directives';
import {
  fileOf,
  reportOf,
  type Engine,
  type Reading,
  type ReportAsked,
  type ReportFormat,
  type ReportKind,
  type Viewer,
} from '@edict/engine';
import { canonical, idFrom, plusMs, Rejection, type Instant } from '@edict/kernel';
import { CommandMismatch, QueueUnavailable, type AccessEntry, type AccessStore, type WorkQueue } from '@edict/runtime';

import { HttpProblem } from '../http/problem.ts';
import type { ExportFiles } from './export-files.ts';

/** The kind of work that making one is. */
export const EXPORT = 'export';

const DAY_MS = 86_400_000;
/** Whoever makes one has this long to say what came of it; then it is handed on again. */
const PATIENCE_MS = 15_000;

export type ExportAsked = Readonly<{ report: ReportAsked; format: ReportFormat }>;

type File = Readonly<{ name: string; mediaType: string; bytes: number; sha256: string }>;
type Refusal = Readonly<{ code: string; detail: string }>;

/** What is kept of one. `directives`: all that whoever asked could read when it was made, so that nothing else is in it. */
type Kept = Readonly<{
  asked: ExportAsked;
  askedAt: Instant;
  for: Readonly<{ unit: string; clearance: Clearance }>;
  made: Readonly<{ file: File; directives: readonly string[] }> | null;
  refusal: Refusal | null;
}>;
type Entry = Omit<AccessEntry, 'value'> & Readonly<{ value: Kept }>;

/** `asked`: somebody makes it. `made`: its file may be fetched until it ends. `refused`: there is no such report, and `refusal` says why. */
export type ExportTold = Readonly<{
  id: string;
  kind: ReportKind;
  format: ReportFormat;
  state: 'asked' | 'made' | 'refused';
  askedAt: Instant;
  until: Instant;
  file: Readonly<{ name: string; bytes: number; sha256: string }> | null;
  refusal: Refusal | null;
}>;

type Ports = Readonly<{
  engine: Pick<Engine, 'reader'>;
  accessStore: AccessStore;
  files: ExportFiles;
  clock: () => Instant;
  queue?: WorkQueue | undefined;
}>;

/**
 * Reports that are made as files while nobody waits: by whoever the queue hands them to, and where there is none by this process. Nothing hangs
 * on the queue: whoever asks how one is has it handed on again if nobody has made it. A day later it is forgotten.
 */
export class Exports {
  readonly #ports: Ports;
  readonly #handed = new Map<string, number>();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** The same asked again under the same key is the same export. Throws `CommandMismatch` for something else under it. */
  async ask(viewer: Viewer, key: string, asked: ExportAsked): Promise<ExportTold> {
    const askedAt = this.#ports.clock();
    await this.#ports.accessStore.forget({ kind: EXPORT, until: askedAt });
    const id = idFrom('export', viewer.id, viewer.unit, key);
    const { unit, clearance } = viewer;
    const value: Kept = { asked, askedAt, for: { unit, clearance }, made: null, refusal: null };
    const entry = { kind: EXPORT, key: id, account: viewer.id, until: plusMs(askedAt, DAY_MS), value };
    const isNew = await this.#ports.accessStore.swap(entry, undefined, entry);
    const known = isNew ? entry : await this.#of(viewer, id);
    if (canonical(known.value.asked) !== canonical(asked))
      throw new CommandMismatch('This Idempotency-Key was used for another export.');
    return this.#goOn(known);
  }

  async told(viewer: Viewer, id: string): Promise<ExportTold> {
    return this.#goOn(await this.#of(viewer, id));
  }

  /**
   * The file, if whoever fetches it may still read everything that they could when it was made; told of by `seen` as everything that is shown.
   * Refuses where it is not made yet, and where it is not for them any more.
   */
  async open(viewer: Viewer, id: string): Promise<File & Readonly<{ content: Uint8Array }>> {
    const { value } = await this.#of(viewer, id);
    const { made, refusal, asked } = value;
    if (refusal) throw new Rejection(refusal.code, refusal.detail);
    const content = made && (await this.#ports.files.get(id));
    if (!made || !content || digestOf(content) !== made.file.sha256) {
      await this.told(viewer, id);
      throw new HttpProblem('export/not-made', 'It is not made yet.', { retryAfter: 1 });
    }
    const readable = new Set(await directivesOf(this.#ports.engine.reader.as(viewer), asked.report));
    if (!made.directives.every((directive) => readable.has(directive)))
      throw new Rejection('export/not-yours', 'You may not read all of it any more. Ask for it anew.');
    return { ...made.file, content };
  }

  /** What the queue hands on. What cannot be done now is tried again when somebody asks. */
  async make(id: string): Promise<void> {
    const { accessStore, clock } = this.#ports;
    const entry = (await accessStore.get(EXPORT, id, clock())) as unknown as Entry | undefined;
    if (!entry || entry.value.refusal || (entry.value.made && (await this.#ports.files.has(id)))) return;
    const value = { ...entry.value, ...(await this.#tried(entry)) };
    await accessStore.swap(entry, entry, { ...entry, value });
  }

  /** Files that nobody may fetch any more. */
  async sweep(): Promise<void> {
    const { files, accessStore, clock } = this.#ports;
    await files.sweep(async (id) => (await accessStore.get(EXPORT, id, clock())) !== undefined);
  }

  async #tried({ key: id, account, value }: Entry): Promise<Pick<Kept, 'made' | 'refusal'>> {
    const { report, format } = value.asked;
    const reading = this.#ports.engine.reader.as({ id: account ?? '', ...value.for });
    try {
      const before = await directivesOf(reading, report);
      const { content, name, mediaType } = fileOf(await reportOf(reading, report), format);
      const directives = [...new Set([...before, ...(await directivesOf(reading, report))])];
      await this.#ports.files.put(id, content);
      const file = { name, mediaType, bytes: content.length, sha256: digestOf(content) };
      return { made: { file, directives }, refusal: null };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { made: null, refusal: { code: error.code, detail: error.message } };
    }
  }

  /** Of another person, or asked for another unit, it is not there. */
  async #of({ id: account, unit }: Viewer, id: string): Promise<Entry> {
    const { accessStore, clock } = this.#ports;
    const entry = (await accessStore.get(EXPORT, id, clock())) as unknown as Entry | undefined;
    if (entry && entry.account === account && entry.value.for.unit === unit) return entry;
    throw new Rejection('export/unknown', 'No such export is known.');
  }

  async #goOn(entry: Entry): Promise<ExportTold> {
    const { key: id, until, value } = entry;
    const { asked, askedAt, made, refusal } = value;
    const isThere = made !== null && (await this.#ports.files.has(id));
    if (isThere || refusal) this.#handed.delete(id);
    else await this.#handOn(id);
    const { kind } = asked.report;
    const told = { id, kind, format: asked.format, askedAt, until: until!, refusal };
    if (refusal) return { ...told, state: 'refused', file: null };
    return isThere ? { ...told, state: 'made', file: fileIn(made) } : { ...told, state: 'asked', file: null };
  }

  async #handOn(id: string): Promise<void> {
    const now = performance.now();
    for (const [known, at] of this.#handed) if (now - at >= PATIENCE_MS) this.#handed.delete(known);
    if (this.#handed.has(id)) return;
    this.#handed.set(id, now);
    if (await this.#isHandedOn(id)) return;
    void this.make(id).catch(() => this.#handed.delete(id));
  }

  async #isHandedOn(id: string): Promise<boolean> {
    const { queue } = this.#ports;
    if (!queue || queue.trouble()) return false;
    try {
      await queue.hand(EXPORT, [`export-${id}`]);
      return true;
    } catch (error) {
      if (error instanceof QueueUnavailable) return false;
      throw error;
    }
  }
}

const fileIn = ({ file: { name, bytes, sha256 } }: NonNullable<Kept['made']>) => ({ name, bytes, sha256 });

/** As the queue names it. */
export const exportIn = (work: string): string => work.slice('export-'.length);

const PAGE = 500;

/** Every directive of which something may be in the report. */
const directivesOf = async (reading: Reading, { directiveId }: ReportAsked): Promise<readonly string[]> => {
  const where = directiveId === undefined ? {} : { directiveId };
  const all: string[] = [];
  for (let after: Parameters<Reading['lists']['directives']>[1]['after']; ;) {
    const { items, next } = await reading.lists.directives(where, { limit: PAGE, after });
    all.push(...items.map((each) => each.directiveId));
    if (next === null) return all;
    after = next;
  }
};

const digestOf = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');
