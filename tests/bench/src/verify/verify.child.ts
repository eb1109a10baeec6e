import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { FileAnchor, readForAudit, verifyFileDigest } from '@edict/adapter-sqlite';
import { verifyLog } from '@edict/seal';

import { answer, question } from '../child.ts';

export type VerifyAnswer = Readonly<{ seconds: number; events: number }>;

/** Seconds for what `edict verify` does: SQLite's own check, every link, the Merkle root, each byte of the file. */
const { dir } = question() as { dir: string };
const { installation } = JSON.parse(await readFile(join(dir, 'installation.json'), 'utf8')) as { installation: string };
const from = performance.now();
const checkpoint = await new FileAnchor(join(dir, 'checkpoint')).read();
const audit = readForAudit(join(dir, 'events.db'));
const { events, problems } = verifyLog({ rows: audit.events, installation, checkpoint });
const found = [...problems, ...audit.problems, ...verifyFileDigest(dir)];
if (found.length > 0) throw new Error(JSON.stringify(found.slice(0, 3)));
answer({ seconds: (performance.now() - from) / 1000, events } satisfies VerifyAnswer);
