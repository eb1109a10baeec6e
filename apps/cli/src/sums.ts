import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What every file of a backup is, in the form that `sha256sum --check` reads. The log is not enough: accounts, for one, are in no event. */
export const SUMS = 'SHA256SUMS';

const LINE = /^([0-9a-f]{64}) {2}(.+)$/;

/** To be called once nothing is written to the folder any more. */
export const writeSums = async (dir: string): Promise<void> => {
  const lines: string[] = [];
  for (const name of await filesIn(dir)) lines.push(`${await sumOf(join(dir, name))}  ${name}\n`);
  await writeFile(join(dir, SUMS), lines.join(''), { mode: 0o600 });
};

/** What is not as it was when the sums were written. `undefined`: the folder has none. */
export const problemsOfSums = async (dir: string): Promise<readonly string[] | undefined> => {
  const text = await readFile(join(dir, SUMS), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const written = sumsIn(text);
  if (written === undefined) return [`${SUMS} is damaged.`];
  const there = new Set(await filesIn(dir));
  const missing = [...written.keys()].filter((name) => !there.has(name)).map((name) => `${name} is missing.`);
  const wrong: string[] = [];
  for (const name of there) {
    const sum = written.get(name);
    if (sum === undefined) wrong.push(`${name} was not in the backup when it was made.`);
    else if (sum !== (await sumOf(join(dir, name)))) wrong.push(`${name} is not what was backed up.`);
  }
  return [...missing, ...wrong];
};

/** By name; `undefined` where it is not what `writeSums` writes. */
const sumsIn = (text: string): ReadonlyMap<string, string> | undefined => {
  if (!text.endsWith('\n')) return undefined;
  const lines = text
    .slice(0, -1)
    .split('\n')
    .map((line) => LINE.exec(line));
  return lines.includes(null) ? undefined : new Map(lines.map((line) => [line![2]!, line![1]!]));
};

/** All but the sums themselves, by their place in the folder. */
const filesIn = async (dir: string): Promise<readonly string[]> => {
  const all = await readdir(dir, { recursive: true, withFileTypes: true });
  return all
    .filter((each) => !each.isDirectory())
    .map((each) => join(each.parentPath, each.name).slice(join(dir, '/').length))
    .filter((name) => name !== SUMS)
    .toSorted();
};

const sumOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};
