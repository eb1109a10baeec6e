import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { startBuilt, type Running } from './testing/built-server.ts';
import { eventually } from './testing/test-server.ts';

type Run = Readonly<{ code: number; out: string; err: string }>;

const ROOT = join(import.meta.dirname, '../../..');
const ACADEMY = 'ho-chi-minh-national-academy-of-politics';
const TASK = '155-KL/TW#5.b3-1';

jest.setTimeout(120_000);

describe('The command line beside a running server', () => {
  let dir: string;
  let server: Running;

  const edict = (...args: readonly string[]): Promise<Run> =>
    new Promise((resolve) => {
      const all = [join(ROOT, 'apps/cli/bin/edict.js'), ...args, ...(args[0] === 'help' ? [] : ['--data', dir])];
      execFile(process.execPath, all, { maxBuffer: 2 ** 26 }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
      );
    });
  const lines = ({ out }: Run) =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'edict-terminal-'));
    server = await startBuilt(dir);
  });
  afterAll(async () => {
    server.signal('SIGTERM');
    await server.ended;
    await rm(dir, { recursive: true });
  });

  it('issues a directive from its file, once under one key', async () => {
    const days = ['--issued-on', '2025-05-16', '--occurred-at', '2025-05-16T08:00:00+07:00'];
    const args = ['issue', join(ROOT, 'examples/conclusion-155-kl-tw.yaml'), ...days, '--unit', 'secretariat'];
    const first = await edict(...args, '--as', 'secretariat', '--key', 'issue', '--json');
    expect([first.code, first.err]).toStrictEqual([0, '']);
    expect(lines(await edict(...args, '--as', 'secretariat', '--key', 'issue', '--json'))).toStrictEqual(lines(first));
    const given = await eventually(
      () => edict('tasks', '155-KL/TW', '--json'),
      (run) => run.code === 0 && lines(run).length === 512,
    );
    expect(lines(given)[0]).toMatchObject({ ref: expect.any(String), deadlineClass: expect.any(String) });
  });

  it('takes a task from its inbox to its submission, and back', async () => {
    const as = ['--unit', ACADEMY];
    expect(lines(await edict('inbox', ...as, '--json')).map(({ ref }) => ref)).toContain('5.b3-1');
    expect(await edict('acknowledge', TASK, ...as)).toMatchObject({
      code: 0,
      out: expect.stringContaining('revision'),
    });
    expect(await edict('report', TASK, 'Half of it.', ...as, '--if-match', '1')).toMatchObject({ code: 0 });
    expect(await edict('submit', TASK, 'All of it.', ...as)).toMatchObject({ code: 0 });
    expect(await edict('show', TASK, '--json')).toMatchObject({ code: 0 });
    expect(lines(await edict('history', TASK, '--json')).map(({ type }) => type)).toEqual(
      expect.arrayContaining(['TaskAssigned', 'TaskAcknowledged', 'ProgressReported', 'TaskSubmitted']),
    );
  });

  it('exits with 4 and the code of the rule where the server refuses', async () => {
    const run = await edict('submit', TASK, 'Again.', '--unit', ACADEMY, '--json');
    expect([run.code, lines(run)]).toMatchObject([4, [{ ok: false, errors: [{ rule: 'task/awaits-acceptance' }] }]]);
    const moved = await edict('acknowledge', TASK, '--unit', ACADEMY, '--if-match', '0', '--json');
    expect([moved.code, lines(moved)]).toMatchObject([4, [{ errors: [{ rule: 'act/stream-moved' }] }]]);
  });

  it.each([
    ['directives', ['directives'], '155-KL/TW'],
    ['findings', ['findings', '155-KL/TW'], 'no-lead'],
    ['standing units', ['standing-units', '155-KL/TW'], 'missing'],
    ['matters', ['matters', '--unit', 'secretariat'], 'None.'],
  ])('lists %s in words, without colours where it is no terminal', async (_, args, words) => {
    const run = await edict(...args);
    expect([run.code, run.err]).toStrictEqual([0, '']);
    expect(run.out).toContain(words);
    expect(run.out).not.toContain('\u001b[');
  });

  it('says what is meant wrongly with 2, and that nobody serves a folder with 5', async () => {
    expect(await edict('tasks', 'nothing-of-that-name')).toMatchObject({ code: 2 });
    const nowhere = join(ROOT, 'docs');
    const alone = await new Promise<Run>((resolve) => {
      const all = [join(ROOT, 'apps/cli/bin/edict.js'), 'inbox', '--data', nowhere];
      execFile(process.execPath, all, (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }));
    });
    expect(alone).toMatchObject({ code: 5, err: expect.stringContaining('npm start') });
  });

  it('fetches a report that is made while nobody waits', async () => {
    const of = ['report', 'late', '--csv', '--as-of', '2025-05-16T02:00:00Z'];
    const [now, later] = [await edict(...of), await edict(...of, '--later')];
    expect(later).toStrictEqual({ ...now, code: 0, err: expect.any(String) });
    expect(await edict('report', 'late', '--later')).toMatchObject({ code: 2 });
    expect(await edict(...of.with(-1, '2999-01-01T00:00:00Z'), '--later')).toMatchObject({ code: 2 });
  });

  it('teaches: every command has help with an example, and both shells can complete', async () => {
    const { out } = await edict('help');
    for (const name of ['check', 'issue', 'acknowledge', 'verify']) expect(out).toContain(name);
    expect((await edict('help', 'report')).out).toContain('$ edict report');
    const { out: bash } = await new Promise<Run>((resolve) => {
      const all = [join(ROOT, 'apps/cli/bin/edict.js'), 'completion', 'bash'];
      execFile(process.execPath, all, (error, stdout, err) =>
        resolve({ code: Number(error?.code ?? 0), out: stdout, err }),
      );
    });
    expect(bash).toContain('complete -o filenames -F _edict edict');
  });
});
