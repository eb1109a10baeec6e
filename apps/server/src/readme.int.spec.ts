import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { openTestServer, TOKEN, type TestServer } from './testing/test-server.ts';

const ROOT = join(import.meta.dirname, '../../..');
const HAS_CURL = spawnSync('curl', ['--version']).status === 0;

type Step = Readonly<{ command: string; answer: string }>;

/** The commands of a section of the README, each with what it is said to print. A line that is indented goes on with the command. */
const stepsIn = (readme: string): readonly Step[] => {
  const section = /^## Over HTTP\n(.*?)^## /msu.exec(readme)?.[1] ?? '';
  return [...section.matchAll(/^```console\n(.*?)^```/gmsu)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((text): Step => {
        const lines = text.trimEnd().split('\n');
        const length = 1 + lines.slice(1).findIndex((line) => !line.startsWith('    '));
        const end = length === 0 ? lines.length : length;
        return { command: lines.slice(0, end).join('\n'), answer: lines.slice(end).join('\n') };
      }),
  );
};

/** “…” stands for whatever is there. */
const pattern = (answer: string): RegExp => new RegExp(`^${answer.split('…').map(literally).join('.*')}$`, 's');

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

/** Between what one command prints and the next. */
const MARK = '\u001e';

// A client that shares no line with ours: sh and curl. Where there is no curl: apt-get install curl, as .ci/run does.
(HAS_CURL ? describe : describe.skip)('The README, over HTTP', () => {
  let server: TestServer;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edict-readme-'));
    server = await openTestServer();
    server.setTime(new Date().toISOString());
    await server.app.listen(0, '127.0.0.1');
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data/token'), `${TOKEN}\n`);
    await symlink(join(ROOT, 'examples'), join(folder, 'examples'));
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  /** In one shell, in a folder that has what a checkout has. */
  const printedBy = async (steps: readonly Step[]): Promise<readonly string[]> => {
    const url = await server.app.getUrl();
    const script = steps.map(({ command }) => `${command}\nprintf '%s' '${MARK}'\n`).join('');
    const out = await new Promise<string>((resolve, reject) => {
      const shell = execFile('sh', ['-eu'], { cwd: folder, maxBuffer: 2 ** 24 }, (error, stdout, stderr) =>
        error ? reject(new Error(stderr || error.message)) : resolve(stdout),
      );
      shell.stdin!.end(script.replaceAll('http://127.0.0.1:3000', url));
    });
    return out
      .split(MARK)
      .slice(0, -1)
      .map((text) => text.trim());
  };

  it('says what curl is answered, line by line', async () => {
    const steps = stepsIn(await readFile(join(ROOT, 'README.md'), 'utf8'));
    expect(steps.length).toBeGreaterThan(12);
    const printed = await printedBy(steps);
    const other = steps.flatMap(({ command, answer }, n) =>
      pattern(answer).test(printed[n] ?? '') ? [] : [{ command, answer, printed: printed[n] }],
    );
    expect(other).toStrictEqual([]);
  });
});
