import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { EXIT } from '../command.ts';
import { OUTCOME, standIn } from '../testing/stand-in.ts';
import { enterTask } from './enter-task.ts';

type Schema = Readonly<{ required: readonly string[]; properties: Readonly<Record<string, unknown>> }>;
const api = JSON.parse(readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8')) as Readonly<{
  components: Readonly<{ schemas: Readonly<Record<string, Schema>> }>;
}>;
const fieldsOf = (schema: string): readonly string[] => Object.keys(api.components.schemas[schema]!.properties);

const ID = '377382a2-872e-52f5-a595-b42487faf286';
const BARE = ['155-KL/TW', '--ref', '1-1', '--clause', '1', '--statement', 'Take stock.', '--source', '386-BC/BTCTW'];
const SOURCE = { number: '386-BC/BTCTW', type: 'document', title: '386-BC/BTCTW' };
const WHOLE = { ref: '1-1', clause: '1', statement: 'Take stock.', kind: 'once', accountable: [], lead: [] };

describe('A task that is entered on the command line', () => {
  let server: Awaited<ReturnType<typeof standIn>>;
  let asked: Record<string, unknown>[];
  const entered = async (...args: readonly string[]) => {
    expect(await enterTask.run([...BARE, ...args])).toBe(EXIT.done);
    return asked.at(-1)!;
  };

  beforeAll(async () => {
    server = await standIn(({ method, url, body }) => {
      if (method === 'GET') return { directiveId: ID };
      asked.push({ url, ...(body as object) });
      return OUTCOME;
    });
  });
  beforeEach(() => {
    asked = [];
  });
  afterAll(() => server.close());

  it('says nothing that was not said of it', async () =>
    expect(await entered()).toStrictEqual({ url: `/directives/${ID}/tasks`, ...WHOLE, source: SOURCE }));

  it.each([
    [['--due', '2025-08-31'], { due: { on: '2025-08-31', bound: 'by', firmness: 'firm' } }],
    [['--due', '2025-08'], { due: { month: '2025-08', bound: 'by', firmness: 'firm' } }],
    [
      ['--due', '2025-08', '--bound', 'within', '--firmness', 'expected', '--phrase', 'some time in August'],
      { due: { month: '2025-08', bound: 'within', firmness: 'expected', phrase: 'some time in August' } },
    ],
    [['--phrase', 'in good time'], { due: { phrase: 'in good time', bound: 'by', firmness: 'firm' } }],
    [
      ['--milestone', 'draft=2025-07-31', '--milestone', 'a=b =2025-08'],
      {
        milestones: [
          { name: 'draft', due: { on: '2025-07-31', bound: 'by', firmness: 'firm' } },
          { name: 'a=b', due: { month: '2025-08', bound: 'by', firmness: 'firm' } },
        ],
      },
    ],
    [['--after', '3.b5-2', '--after', '4.b1-1'], { after: ['3.b5-2', '4.b1-1'] }],
    [['--kind', 'periodic', '--every', 'month'], { kind: 'periodic', every: 'month' }],
    [['--each', '--urgent', '--output', 'An inventory.'], { each: true, urgent: true, output: 'An inventory.' }],
    [
      ['--accountable', 'a', '--lead', 'a', '--lead', 'b', '--coordinating', 'c', '--reports-to', 'd'],
      { accountable: ['a'], lead: ['a', 'b'], coordinating: ['c'], reportsTo: ['d'] },
    ],
    [
      ['--source-type', 'report', '--source-title', 'Two weeks', '--source-issuer', 'a', '--source-date', '2025-05-14'],
      { source: { ...SOURCE, type: 'report', title: 'Two weeks', issuers: ['a'], date: '2025-05-14' } },
    ],
    [['--occurred-at', '2025-06-01T00:00:00Z'], { occurredAt: '2025-06-01T00:00:00Z' }],
  ])('says with %j what the API knows by that name', async (args, said) => {
    const body = await entered(...args);
    expect(body).toStrictEqual({ url: `/directives/${ID}/tasks`, ...WHOLE, source: SOURCE, ...said });
    const { url: _, source, due = {}, ...others } = body;
    expect(Object.keys(others).filter((key) => !fieldsOf('EnterTaskDto').includes(key))).toStrictEqual([]);
    expect(Object.keys(source as object).filter((key) => !fieldsOf('SourceDto').includes(key))).toStrictEqual([]);
    expect(Object.keys(due as object).filter((key) => !fieldsOf('EnteredDueDto').includes(key))).toStrictEqual([]);
  });

  it('leaves nothing that the API knows of it to HTTP alone', () => {
    const usage = enterTask.usage;
    const option = (field: string) => `--${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const known = [...fieldsOf('EnterTaskDto'), 'phrase', 'bound', 'firmness'].map((field) =>
      option(field === 'milestones' ? 'milestone' : field),
    );
    const ofSource = fieldsOf('SourceDto').map((field) =>
      field === 'number' ? '--source' : `--source-${field === 'issuers' ? 'issuer' : field}`,
    );
    expect([...known, ...ofSource].filter((each) => !usage.includes(each))).toStrictEqual([]);
  });

  it.each(['draft', '=2025-07-31'])('says what a milestone is where it is called %j', async (milestone) => {
    await expect(enterTask.run([...BARE, '--milestone', milestone])).rejects.toThrow('--milestone NAME=DAY is wanted.');
    expect(asked).toStrictEqual([]);
  });

  it.each(['--bound', '--firmness'])('says that %s is of a deadline, where there is none', async (option) => {
    await expect(enterTask.run([...BARE, option, 'by'])).rejects.toThrow('--due or --phrase');
    expect(asked).toStrictEqual([]);
  });

  it.each(['--ref', '--clause', '--statement', '--source'])('says that it lacks %s', async (option) => {
    const at = BARE.indexOf(option);
    await expect(enterTask.run(BARE.toSpliced(at, 2))).rejects.toThrow(option);
    await expect(enterTask.run(BARE.slice(1))).rejects.toThrow('the directive');
    await expect(enterTask.run([...BARE, '--by-when', 'soon'])).rejects.toThrow('by-when');
    expect(asked).toStrictEqual([]);
  });
});
