import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEmbedded } from '@edict/adapter-sqlite';
import { loadFiles } from '@edict/documents';
import { rehearse, type RehearsalFiles } from '@edict/engine';

const bin = fileURLToPath(new URL('../bin/edict.js', import.meta.url));
const example = (name: string): string => fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));
const [conclusion, agreement, units] = [
  'conclusion-155-kl-tw.yaml',
  'thai-nguyen-bac-kan-agreement.yaml',
  'units.yaml',
].map(example) as [string, string, string];

type Run = Readonly<{ code: number; out: string; err: string }>;

const edict = (...args: readonly string[]): Promise<Run> =>
  new Promise((resolve) =>
    execFile(process.execPath, [bin, ...args], { maxBuffer: 2 ** 26 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    ),
  );
const json = ({ out }: Run): Readonly<Record<string, unknown>> => JSON.parse(out) as Record<string, unknown>;

/** What anybody but its owner may do anything with, of a folder and all in it. */
const openToOthers = (of: string): readonly string[] =>
  ['', ...(readdirSync(of, { recursive: true }) as string[])].filter(
    (name) => (statSync(join(of, name)).mode & 0o077) !== 0,
  );

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'edict-cli-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('edict check', () => {
  it('reads of no file more than what it takes, though it has no end', async () => {
    const { code, out } = await edict('check', '/dev/zero', '--json');
    const { errors } = JSON.parse(out) as { errors: readonly { rule: string }[] };
    expect([code, errors.map(({ rule }) => rule)]).toStrictEqual([2, ['file/too-big']]);
  });

  it('counts what a directive asks for, and says what its text leaves open', async () => {
    const run = await edict('check', conclusion, units, '--json');
    expect([run.code, run.err]).toStrictEqual([0, '']);
    expect(json(run)).toMatchObject({
      ok: true,
      errors: [],
      counts: {
        clauses: 34,
        tasks: 50,
        byKind: { once: 19, standing: 26, periodic: 2, until: 3, conditional: 0 },
        dated: 6,
        urgent: 10,
        noLead: 1,
        severalLeads: 5,
      },
    });
    expect(json(run)['findings']).toContainEqual({
      code: 'no-lead',
      ref: '5-1',
      message: expect.any(String),
    });
  });

  it('names the place and the rule of what is wrong, and exits with 2', async () => {
    const file = join(dir, 'bad.yaml');
    writeFileSync(file, readFileSync(conclusion, 'utf8').replace("'on': '2025-06-25'", "'on': '2025-06-31'"));
    const run = await edict('check', file, units, '--json');
    expect(run.code).toBe(2);
    expect(json(run)).toMatchObject({
      ok: false,
      errors: [{ file, rule: 'date/not-a-day', line: expect.any(Number) }],
    });
  });

  it.each([
    ['no file', ['check']],
    ['a file that is not there', ['check', 'nowhere.yaml']],
    ['an unknown option', ['check', conclusion, '--jsom']],
    ['an unknown command', ['chekc', conclusion]],
    ['a name from the prototype', ['constructor']],
  ])('answers %s with one line and exit 2', async (_, args) => {
    const run = await edict(...args);
    expect([run.code, run.err.trimEnd().split('\n').length]).toStrictEqual([2, 1]);
  });
});

describe('What is wrong with a call or its files', () => {
  it.each([
    ['a file that is not there', ['check', 'nowhere.yaml'], 'file/unreadable', 'nowhere.yaml'],
    [
      'an end before the beginning',
      ['rehearse', 'd.yaml', '--from', '2025-05-16', '--until', '2025-05-15'],
      'call/usage',
      null,
    ],
  ])('is one object where JSON is asked for: %s', async (_, args, rule, file) => {
    const run = await edict(...args, '--json');
    expect([run.code, json(run)]).toMatchObject([2, { ok: false, errors: [{ rule, file }] }]);
  });

  it('names the line of a script on which somebody is to do what nobody can', async () => {
    const flawOf = async (act: string) => {
      const script = join(dir, 'script.yaml');
      writeFileSync(script, `- {at: 2025-05-20T09:00, as: a, do: accept}\n- {at: 2025-05-20T09:00, as: a, ${act}}\n`);
      const run = await edict('check', script, '--json');
      return [run.code, json(run)];
    };
    expect(await flawOf('do: dance')).toMatchObject([2, { errors: [{ line: 2, rule: 'script/unknown-verb' }] }]);
    expect(await flawOf('do: submit, occurredAt: soon')).toMatchObject([
      2,
      { errors: [{ line: 2, path: '/1/occurredAt' }] },
    ]);
    expect(await flawOf('do: submit, occurredAt: 2025-02-30T09:00')).toMatchObject([
      2,
      { errors: [{ line: 2, rule: 'date/not-a-day' }] },
    ]);
  });

  it('is a policy that is not valid on the day of issue', async () => {
    const days = ['--from', '2024-05-16', '--until', '2024-05-17', '--json'];
    const run = await edict('rehearse', conclusion, '--units', units, ...days);
    expect([run.code, json(run)]).toMatchObject([2, { errors: [{ rule: 'policy/unknown' }] }]);
  });
});

describe('edict rehearse', () => {
  const span = ['--from', '2025-05-16', '--until', '2025-11-01'];

  it('prints every event in the order of time, and the summary last', async () => {
    const run = await edict('rehearse', conclusion, '--units', units, ...span, '--json');
    const lines = run.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const summary = lines.pop()!['summary'] as { tasks: object[]; standingUnits: { expected: string[] } };
    const times = lines.map(({ at }) => String(at));
    expect(times).toStrictEqual(times.toSorted());
    expect(Object.keys(lines[0]!)).toStrictEqual(['at', 'stream', 'revision', 'type', 'data', 'actor', 'cause']);
    expect([summary.tasks.length, summary.standingUnits.expected.length]).toStrictEqual([512, 70]);
  });

  it('runs to the end of the last day and not into the next', async () => {
    const dueOf = async (until: string) => {
      const run = await edict(
        'rehearse',
        conclusion,
        '--units',
        units,
        '--from',
        '2025-05-16',
        '--until',
        until,
        '--json',
      );
      return run.out.includes('"TaskBecameOverdue"');
    };
    expect([await dueOf('2025-05-31'), await dueOf('2025-06-01')]).toStrictEqual([false, true]);
  });

  it.each([
    ['a day that does not exist', ['--from', '2025-02-30', '--until', '2025-03-01']],
    ['an end before the beginning', ['--from', '2025-05-16', '--until', '2025-05-15']],
    ['no end', ['--from', '2025-05-16']],
  ])('refuses %s', async (_, days) =>
    expect((await edict('rehearse', conclusion, '--units', units, ...days)).code).toBe(2),
  );

  it('refuses a file that is no directive', async () =>
    expect((await edict('rehearse', units, '--units', units, ...span)).code).toBe(2));
});

describe('edict on a data folder', () => {
  let data: string;
  beforeAll(async () => {
    data = join(dir, 'data');
    const loaded = loadFiles(
      [agreement, units, example('policy-vn-party.yaml'), example('calendar-vn-2025-2026.yaml')].map((name) => ({
        name,
        text: readFileSync(name),
      })),
    );
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
    const embedded = await openEmbedded(data);
    await rehearse(embedded, loaded.documents as RehearsalFiles, { from: '2025-04-21', until: '2025-07-31' });
    await embedded.close();
  });

  it('verifies it, and finds a byte that was changed', async () => {
    const good = await edict('verify', '--data', data, '--json');
    expect([good.code, json(good)]).toMatchObject([0, { ok: true, problems: [] }]);
    const copy = join(dir, 'copy');
    mkdirSync(copy);
    for (const name of ['events.db', 'events.digest', 'installation.json', 'checkpoint'])
      copyFileSync(join(data, name), join(copy, name));
    const bytes = readFileSync(join(copy, 'events.db'));
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(join(copy, 'events.db'), bytes);
    const bad = await edict('verify', '--data', copy, '--json');
    expect([bad.code, json(bad)['ok']]).toStrictEqual([3, false]);
  });

  it('misses a checkpoint that is gone', async () => {
    const copy = join(dir, 'unsealed');
    mkdirSync(copy);
    for (const name of ['events.db', 'events.digest', 'installation.json'])
      copyFileSync(join(data, name), join(copy, name));
    const run = await edict('verify', '--data', copy, '--json');
    expect([run.code, json(run)]).toMatchObject([
      3,
      { problems: [{ position: null, problem: expect.stringContaining('checkpoint') }] },
    ]);
  });

  it('shows a task as it is and as it was known, and its history', async () => {
    const task = 'thai-nguyen-bac-kan-agreement#2-2';
    const escalatedTo = async (...asOf: readonly string[]) =>
      json(await edict('show', task, ...asOf, '--data', data, '--json'))['escalatedTo'];
    expect([
      await escalatedTo('--as-of', '2025-04-30T17:00:00Z'),
      await escalatedTo('--as-of', '2025-06-29T17:00:00Z'),
      await escalatedTo(),
    ]).toStrictEqual([null, 'ppc-thai-nguyen-standing-committee', 'ppc-thai-nguyen-2025-standing-committee']);
    const history = (await edict('history', task, '--data', data, '--json')).out.trimEnd().split('\n');
    expect(JSON.parse(history[0]!)).toMatchObject({ type: 'TaskAssigned', revision: 0 });
  });

  it('shows all else where an event cannot be read, and says which, and of that stream what came before', async () => {
    const copy = join(dir, 'poisoned');
    cpSync(data, copy, { recursive: true });
    const [task, other] = ['2-2', '2-3'].map((ref) => `thai-nguyen-bac-kan-agreement#${ref}`) as [string, string];
    const show = (name: string) => edict('show', name, '--data', copy, '--json');
    const history = async () => (await edict('history', task, '--data', copy, '--json')).out.trimEnd().split('\n');
    const [before, lines] = [json(await show(task)), await history()];
    const { stream } = JSON.parse(lines[0]!) as { stream: string };
    const embedded = await openEmbedded(copy);
    const { revision, meta } = (await embedded.store.read(stream)).at(-1)!;
    const unreadable = { id: randomUUID(), type: 'TaskAssigned', data: null, meta };
    await embedded.store.append(stream, revision, [unreadable]);
    await embedded.close();
    const { code, err } = await show(other);
    expect([code, err]).toStrictEqual([0, expect.stringContaining(`${stream} is shown as it was before`)]);
    expect(json(await show(task))).toStrictEqual(before);
    expect(await history()).toHaveLength(lines.length + 1);
  });

  it('makes reports of any moment, the same byte for byte each time: as text, JSON, CSV and XLSX', async () => {
    const at = ['--as-of', '2025-06-30T17:00:00Z', '--data', data];
    const bytes = (...args: readonly string[]) =>
      new Promise<Buffer>((resolve, reject) => {
        const options = { encoding: 'buffer', maxBuffer: 2 ** 26 } as const;
        execFile(process.execPath, [bin, 'report', ...args, ...at], options, (error, out) =>
          error ? reject(new Error(error.message)) : resolve(out),
        );
      });
    const report = JSON.parse((await bytes('statistics', '--json')).toString()) as { figures: { statistics: object } };
    const counts = JSON.parse((await bytes('statistics', '--counts', '--json')).toString()) as object;
    const { tasks: _, ...statistics } = report.figures.statistics as { tasks: object };
    expect(counts).toStrictEqual({
      ...statistics,
      at: '2025-06-30T17:00:00.000Z',
      formula: 'statistics@1',
      rounding: 'half-up-1',
    });
    const [csv, xlsx] = [await bytes('unit-form', '--csv'), await bytes('late', '--xlsx')];
    expect(csv.subarray(0, 3)).toStrictEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(xlsx.subarray(0, 4).toString()).toBe('PK\u0003\u0004');
    expect(await bytes('late', '--xlsx')).toStrictEqual(xlsx);
    expect((await bytes('late', '--directive', 'thai-nguyen-bac-kan-agreement')).toString()).toMatch(
      /^late, as of 2025-06-30/,
    );
  });

  it.each([
    ['of two kinds of files', ['late', '--csv', '--xlsx']],
    ['of a moment that is none', ['late', '--as-of', 'yesterday']],
    ['of a moment to come', ['late', '--as-of', '9998-01-01T00:00:00Z']],
    ['of a directive that there is not', ['late', '--directive', '1-KL/TW']],
    ['of a task', ['late', 'Done']],
    ['of counts of what is late', ['late', '--counts']],
  ])('refuses a report %s', async (_, args) =>
    expect(await edict('report', ...args, '--data', data)).toMatchObject({ code: 2 }),
  );

  it('is backed up and restored: a drill, also while somebody has it open', async () => {
    const [safe, again] = [join(dir, 'safe'), join(dir, 'again')];
    const embedded = await openEmbedded(data);
    const made = await edict('backup', safe, '--data', data, '--json').finally(() => embedded.close());
    expect([made.code, made.err, json(made)]).toMatchObject([0, '', { ok: true, problems: [] }]);
    expect((await edict('backup', safe, '--data', data)).code).toBe(2);
    expect((await edict('backup', join(data, 'safe'), '--data', data)).code).toBe(2);
    expect(existsSync(join(data, 'safe'))).toBe(false);
    expect(openToOthers(safe)).toStrictEqual([]);
    for (const name of ['', 'events.db', 'checkpoint']) chmodSync(join(safe, name), 0o755);
    const restored = await edict('restore', safe, '--data', again, '--json');
    expect(openToOthers(again)).toStrictEqual([]);
    expect([restored.code, json(restored)]).toMatchObject([0, { ok: true, head: json(made)['head'] }]);
    const task = ['show', 'thai-nguyen-bac-kan-agreement#2-2', '--as-of', '2025-07-30T00:00:00Z', '--json', '--data'];
    expect(json(await edict(...task, again))).toStrictEqual(json(await edict(...task, data)));
    expect((await edict('restore', safe, '--data', again)).code).toBe(2);
  });

  it('is not exported while somebody has it open, and says so to programs, too', async () => {
    const embedded = await openEmbedded(data);
    const run = await edict('export', join(dir, 'open.log'), '--data', data, '--json').finally(() => embedded.close());
    expect([run.code, json(run)]).toMatchObject([2, { ok: false, errors: [{ rule: 'folder/in-use' }] }]);
    expect((await edict('export', join(dir, 'none.log'), '--data', join(dir, 'none'))).code).toBe(2);
  });

  it('is not restored from a backup in which a byte was changed', async () => {
    const [safe, nowhere] = [join(dir, 'changed'), join(dir, 'never')];
    expect((await edict('backup', safe, '--data', data)).code).toBe(0);
    const bytes = readFileSync(join(safe, 'events.db'));
    const place = bytes.indexOf('TaskAssigned');
    bytes[place]! ^= 1;
    writeFileSync(join(safe, 'events.db'), bytes);
    expect(json(await edict('restore', safe, '--data', nowhere, '--json'))).toMatchObject({ ok: false });
    expect((await edict('restore', safe, '--data', nowhere)).code).toBe(3);
    expect(existsSync(nowhere)).toBe(false);
  });

  it('is replayed by a saga that would send what it sent; sagas that there are not are refused', async () => {
    const run = await edict('replay', '--saga', 'escalation', '--data', data, '--json');
    expect([run.code, json(run)]).toMatchObject([0, { ok: true, saga: 'escalation', wouldSend: [], didSend: [] }]);
    expect(json(run)['commands']).toBeGreaterThan(0);
    expect((await edict('replay', '--saga', 'constructor', '--data', data)).code).toBe(2);
  });

  it('says that nothing is known, or that there is no data folder', async () => {
    expect((await edict('show', 'nothing', '--data', data)).code).toBe(2);
    expect((await edict('history', 'nothing', '--data', join(dir, 'nowhere'))).code).toBe(2);
    expect((await edict('verify', '--data', join(dir, 'nowhere'))).code).toBe(2);
  });
});
