import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { FileAnchor, readForAudit, verifyFileDigest } from '@edict/adapter-sqlite';
import type { AccessLog, EventStore } from '@edict/runtime';
import { verifyLog, type Problem, type Verdict } from '@edict/seal';

import { EXIT, parsed, print, UsageError, type Command } from '../command.ts';
import { accessLogNamedIn, logNamedIn } from '../log.ts';
import { progress } from '../progress.ts';
import { problemsOfSums } from '../sums.ts';
import { problemsOfAccessLog, problemsOfSharedAccessLog } from '../verify-access-log.ts';
import { NamedFiles } from '../verify-files.ts';
import { verdictOnProof, type ProofVerdict } from '../verify-proof.ts';
import { NO_CHECKPOINT, verdictOnServer } from '../verify-server.ts';

export const verify: Command = {
  usage: 'verify [--data DIR | --proof FILE] [--json]',
  what: 'Checks a closed data folder, or the log on the server that EDICT_STORE names, without trusting it: every hash chain, the Merkle root at the last checkpoint, the access log and the attached files (in the folder, or where EDICT_FILES says); of a folder also each byte of the file, and of a backup those of all files. With --proof: what a proof of one stream says that was saved from the console, without asking anybody.',
  examples: ['verify', 'verify --data /mnt/safe/2026-11-24 --json', 'verify --proof task-1.proof.json'],
  async run(args) {
    const { values } = parsed(args, {
      data: { type: 'string' },
      proof: { type: 'string' },
      json: { type: 'boolean' },
    });
    const { data = 'data', proof } = values;
    if (proof !== undefined && values.data !== undefined) throw new UsageError('Name --data or --proof, not both.');
    if (proof !== undefined) return ofProof(proof, values.json);
    progress('verifying');
    const verdict = await verdictIn(data, logNamedIn(process.env), accessLogNamedIn(process.env));
    progress('');
    await print(values.json ? JSON.stringify(verdict) : inWords(verdict));
    return verdict.ok ? EXIT.done : EXIT.unverified;
  },
};

const ofProof = async (file: string, asJson = false): Promise<number> => {
  const verdict = await verdictOnProof(file);
  await print(asJson ? JSON.stringify(verdict) : proofInWords(verdict));
  return verdict.ok ? EXIT.done : EXIT.unverified;
};

/** Of the log that the folder belongs to, wherever that lies. */
export const verdictIn = async (
  dir: string,
  openLog: (() => Promise<EventStore & Readonly<{ installation?: string }>>) | undefined,
  openAccessLog?: (genesis: string) => AccessLog,
): Promise<Verdict> => {
  const files = process.env['EDICT_FILES'];
  if (!openLog) return verdictOn(dir, files);
  const ofFolder = await installationOf(dir, 'installation.json');
  const checkpoint = await new FileAnchor(join(dir, 'checkpoint')).read();
  const store = await openLog();
  const named = new NamedFiles();
  try {
    const { installation = ofFolder } = store; // a log that says it itself knows better
    const verdict = await verdictOnServer(store, { installation, checkpoint }, named);
    const ofAccess = openAccessLog
      ? await problemsOfSharedAccessLog(dir, installation, openAccessLog)
      : await problemsOfAccessLog(dir, installation);
    const problems = [...verdict.problems, ...ofAccess, ...(await named.problemsIn(files ?? join(dir, 'blobs')))];
    return { ...verdict, ok: problems.length === 0, problems };
  } finally {
    await store.close();
  }
};

/** Reads only. The folder is taken as it lies there; while a server has it open, its file digest says nothing yet. `files`: where attached files lie. */
export const verdictOn = async (dir: string, files = join(dir, 'blobs')): Promise<Verdict> => {
  const installation = await installationOf(dir, 'events.db');
  const checkpoint = await new FileAnchor(join(dir, 'checkpoint')).read();
  const audit = readForAudit(join(dir, 'events.db'));
  const named = new NamedFiles();
  const rows = named.noting(audit.events);
  const { problems, head, ...verdict } = verifyLog({ rows, installation, checkpoint });
  const ofFile = [
    ...audit.problems,
    ...[...verifyFileDigest(dir), ...((await problemsOfSums(dir)) ?? [])].map((problem) => ({
      position: null,
      problem,
    })),
    ...(await problemsOfAccessLog(dir, installation)),
    ...(checkpoint === undefined && verdict.events > 0 ? [{ position: null, problem: NO_CHECKPOINT }] : []),
  ];
  const ofFiles = await named.problemsIn(files);
  const all = [...problems, ...ofFile.map((each) => ({ ...each, stream: null })), ...ofFiles].map(
    ({ position, stream, problem }): Problem => ({ position: padded(position), stream, problem }),
  );
  return { ...verdict, head: padded(head), ok: all.length === 0, problems: all };
};

/** Positions as the store and the API write them. */
const padded = (position: string | number | null): string | null =>
  position === null ? null : String(position).padStart(16, '0');

const installationOf = async (dir: string, having: string): Promise<string> => {
  if (!existsSync(join(dir, having))) throw new UsageError(`${dir} is not a data folder of Edict.`);
  const text = await readFile(join(dir, 'installation.json'), 'utf8').catch(() => '');
  return /"installation":"([0-9a-f-]{36})"/.exec(text)?.[1] ?? '';
};

const inWords = ({ ok, events, streams, head, problems }: Verdict): string =>
  [
    ...problems.map(({ position, stream, problem }) => `${position ?? '-'}  ${stream ?? ''}  ${problem}`),
    `${events} events in ${streams} streams, up to position ${head ?? '-'}: ${ok ? 'every link holds.' : `${problems.length} problems.`}`,
  ].join('\n');

const proofInWords = ({ ok, stream, events, size, problems }: ProofVerdict): string =>
  [
    ...problems.map(({ revision, problem }) => `${revision ?? '-'}  ${problem}`),
    `${events} events of ${stream}, of ${size ?? 'no'} events under the checkpoint: ${ok ? 'each holds.' : `${problems.length} problems.`}`,
  ].join('\n');
