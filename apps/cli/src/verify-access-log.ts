import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { FileAnchor, SqliteAccessLog } from '@edict/adapter-sqlite';
import { genesisOf } from '@edict/kernel';
import { accessHash, type AccessLog, type KeptAccess } from '@edict/runtime';
import { originOf, parseCheckpoint, sealer, type Checkpoint, type Problem } from '@edict/seal';

const BATCH = 1_000;

/** What is wrong with the access log of a data folder: every link, and the Merkle root at its last checkpoint. A folder from before has none. */
export const problemsOfAccessLog = async (dir: string, installation: string): Promise<readonly Problem[]> => {
  const text = await new FileAnchor(join(dir, 'checkpoint-access')).read();
  const file = join(dir, 'access-log.db');
  if (!existsSync(file)) return text === undefined ? [] : [problem('The access log is missing: it was sealed.')];
  return problemsOf(SqliteAccessLog.openToRead(file, genesisOf(installation)), installation, text);
};

/** The same of one that lies elsewhere; only its checkpoint is in the folder. */
export const problemsOfSharedAccessLog = async (
  dir: string,
  installation: string,
  open: (genesis: string) => AccessLog,
): Promise<readonly Problem[]> => {
  const text = await new FileAnchor(join(dir, 'checkpoint-access')).read();
  return problemsOf(open(genesisOf(installation)), installation, text);
};

const problemsOf = async (log: AccessLog, installation: string, text: string | undefined) => {
  try {
    return await problemsIn(log, installation, text);
  } catch (error) {
    return [problem(`The access log cannot be read: ${(error as Error).message}.`)];
  } finally {
    await log.close();
  }
};

const problemsIn = async (log: AccessLog, installation: string, text: string | undefined) => {
  const parsed = text === undefined ? MISSING : parseCheckpoint(text);
  if ('reason' in parsed) {
    const isNew = text === undefined && (await log.last()) === undefined;
    return isNew ? [] : [problem(`Access log: ${parsed.reason}`), ...(await changesIn(log, installation))];
  }
  const { checkpoint } = parsed;
  const isSealed = isSame(await sealOf(log, installation, checkpoint.frontier.size), checkpoint);
  return [...(await changesIn(log, installation)), ...(isSealed ? [] : [problem(ANOTHER)])];
};

const MISSING = { reason: 'Its checkpoint is missing.' };
const ANOTHER = 'The access log is not the one that was sealed: it was cut, exchanged or put back.';

const changesIn = async (log: AccessLog, installation: string): Promise<readonly Problem[]> => {
  const problems: Problem[] = [];
  let last = { n: -1, hash: genesisOf(installation) };
  for await (const kept of all(log)) {
    if (!follows(kept, last)) problems.push(problem(`The access log was changed at entry ${kept.n}.`));
    last = kept;
  }
  return problems;
};

/** Over the first `size` entries. */
const sealOf = async (log: AccessLog, installation: string, size: number): Promise<Checkpoint> => {
  let seal = sealer.begin(undefined, `${originOf(installation)}/access`);
  for await (const kept of all(log)) {
    if (seal.frontier.size >= size) break;
    seal = sealer.append(seal, [headOf(kept)]);
  }
  return seal;
};

const all = async function* (log: AccessLog): AsyncGenerator<KeptAccess> {
  for (let after = -1; ;) {
    const kept = await log.read({ after }, BATCH);
    yield* kept;
    if (kept.length < BATCH) return;
    after = kept.at(-1)!.n;
  }
};

const follows = (kept: KeptAccess, last: Readonly<{ n: number; hash: string }>): boolean =>
  kept.n === last.n + 1 && kept.hash === accessHash(last.hash, kept.n, kept);

const headOf = ({ n, hash }: KeptAccess) => ({
  position: String(n).padStart(16, '0'),
  stream: 'access',
  revision: n,
  hash,
});

const isSame = (found: Checkpoint, sealed: Checkpoint): boolean =>
  found.origin === sealed.origin && found.root === sealed.root && found.frontier.size === sealed.frontier.size;

const problem = (text: string): Problem => ({ position: null, stream: null, problem: text });
