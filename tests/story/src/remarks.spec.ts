import { readdirSync, readFileSync } from 'node:fs';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { doubledAcross, findingsOf, type DirectiveDocument, type Finding, type TaskItem } from '@edict/directives';
import { checkFiles, loadFiles, type File } from '@edict/documents';
import { MACHINE, rehearse } from '@edict/engine';
import { remarkFor, sentences } from '@edict/web/remarks';

import { AGREEMENT, CONCLUSION, example, filesOf, memoryPorts } from './stage.ts';

const at = (path: string): URL => new URL(path, import.meta.url);
const own = (name: string): File => ({ name, text: readFileSync(at(`files/${name}`), 'utf8') });
const RIVER = [own('plan-river.yaml'), own('units-river.yaml')];
const EXAMPLES = readdirSync(at('../../../examples'))
  .filter((name) => name.endsWith('.yaml'))
  .map(example);
/** What a finding quotes is data, and stays as it was written. */
const QUOTED: readonly Finding['code'][] = ['inspection', 'open-issue'];

const river = loadFiles(RIVER);
if (!river.ok) throw new Error(JSON.stringify(river.errors));
const units = river.documents.units;
const plan = river.documents.directive!;
const until = { bound: 'by', firmness: 'firm' } as const;

/** What the files leave out. */
const REST: DirectiveDocument = {
  ...plan,
  directive: { ...plan.directive, number: 'the fifth', horizon: { from: null, until: null, phrase: 'for years' } },
  standingUnits: { ...plan.standingUnits!, mandate: { from: null, until: null, inclusive: true } },
  successions: [
    { id: 'new', kind: 'create', from: [], to: null, effectiveOn: null, basis: '1' },
    { id: 'river', kind: 'merge', from: ['river-party'], to: 'coast-party', effectiveOn: '2025-07-01', basis: '1' },
  ],
  tasks: [
    { ...(plan.tasks[0] as TaskItem), direction: 'up', reportsTo: [], due: { ...until, vague: true } },
    {
      ...(plan.tasks[0] as TaskItem),
      due: { ...until, on: '2025-06-30' },
      milestones: [{ name: 'Drafts', due: { ...until, on: '2025-07-01' } }],
      targets: [
        { value: 5, bound: 'at-most' },
        { value: 5, bound: 'less-than' },
      ],
    },
  ],
};
const OTHER = [{ ...REST.successions![1]!, id: 'other', to: 'river-coast-party' }];

/** Issued when a day of it has passed; what it states of open tasks is not whole, and refused. */
const further = (): File => ({
  name: 'further.yaml',
  text: `directive:
  {id: conclusion-160, number: 160-KL/TW, type: conclusion, issuers: [politburo], title: What follows (written for this spec), language: vi,
   adoptedOn: 2025-06-02, signedOn: null, issuedOn: null, effective: {from: null, until: null}, horizon: {from: null, until: null},
   classification: open, urgency: none,
   links: [{rel: amends, number: 155-KL/TW, type: conclusion, issuers: [politburo, secretariat], date: 2025-05-16, title: Apparatus,
            effects: [{ref: 3.b5-2, effect: cancel}]}]}
clauses:
  - {ref: '1', kind: task-bearing, text: Issue the decrees.}
tasks:
  - {ref: '1-1', clause: '1', statement: Issue the decrees., kind: once, accountable: [government-party-committee], lead: [government-party-committee],
     leadBasis: stated, urgency: false, due: {'on': 2025-05-31, bound: by, firmness: firm}}
`,
});

const ofIssued = async (): Promise<readonly Finding[]> => {
  const span = { from: '2025-05-16', until: '2025-06-03' };
  const { rehearsal, directiveIds } = await rehearse(memoryPorts(), filesOf(example(CONCLUSION), further()), span);
  const row = (await rehearsal.reader.as(MACHINE).directive(directiveIds[1]!))!;
  return JSON.parse(row.findings) as readonly Finding[];
};

type Catalogue = Readonly<Record<string, string>>;
const catalogue = (language: string): Catalogue =>
  JSON.parse(readFileSync(at(`../../../apps/web/src/i18n/${language}.json`), 'utf8')) as Catalogue;

/** As the console says it: an id without words, and a place that nothing fills, are told. */
const readerOf = (language: string, names: ReadonlyMap<string, string> = new Map()) => {
  const words = catalogue(language);
  const asked: string[] = [];
  const filled = (id: string, values: Readonly<Record<string, string>>) =>
    (words[id] ?? `{${id}}`).replace(/\{([\w.-]+)\}/g, (place, name: string) => values[name] ?? place);
  const say = (id: string, values = {}) => {
    asked.push(id);
    return filled(id, values);
  };
  const unit = (id: string) => names.get(id) ?? id;
  return {
    asked,
    reader: {
      ...{ say, unit, day: (date: string) => `<${date}>`, and: (all: readonly string[]) => all.join(' + ') },
      why: (code: string) => code,
    },
  };
};

describe('The sentences of findings', () => {
  let said: readonly Finding[] = [];

  beforeAll(async () => {
    const all = [
      ...checkFiles(EXAMPLES).findings,
      ...checkFiles(RIVER).findings,
      ...findingsOf(REST, units),
      ...doubledAcross([REST], { ...units, successions: OTHER }),
      ...(await ofIssued()),
    ];
    said = all.filter(({ code }) => !QUOTED.includes(code));
  });

  it.each(['vi', 'ru', 'uk'])('are said in %s, whatever the engine says, and none in English', (language) => {
    const { reader } = readerOf(language);
    expect(said.length).toBeGreaterThan(150);
    expect(said.filter((finding) => remarkFor(reader, finding) === finding.message)).toStrictEqual([]);
    expect(
      said.map((finding) => remarkFor(reader, finding)).filter((words) => /\{[\w.-]+\}/.test(words)),
    ).toStrictEqual([]);
  });

  it('are in English word for word what was recorded, but for ids and dates', () => {
    const { reader } = readerOf('en');
    const plain = said.filter(({ message }) => !/\d{4}-\d\d|\([\w-]+\)| and from which day/.test(message));
    expect(plain.length).toBeGreaterThan(60);
    expect(plain.map((finding) => remarkFor(reader, finding))).toStrictEqual(plain.map(({ message }) => message));
  });

  it('are all ones that the engine says', () => {
    const { asked, reader } = readerOf('en');
    for (const finding of said) remarkFor(reader, finding);
    expect(sentences.filter((each) => !asked.includes(`remark.${each}`))).toStrictEqual([]);
  });

  it.each([CONCLUSION, AGREEMENT, 'plan-thai-nguyen-155.yaml'])('of %s name each unit in Vietnamese', (name) => {
    const registered = loadFiles([example('units.yaml')]);
    if (!registered.ok) throw new Error(JSON.stringify(registered.errors));
    const vietnamese = registered.documents.units.units.filter(({ names }) => names.vi !== undefined);
    const { reader } = readerOf('vi', new Map(vietnamese.map((each) => [each.id, each.names.vi!])));
    const shown = checkFiles([example(name), ...EXAMPLES.filter((file) => file.name.startsWith('units'))])
      .findings.filter(({ code }) => !QUOTED.includes(code))
      .map((finding) => remarkFor(reader, finding));
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.filter((words) => vietnamese.some(({ id }) => id.includes('-') && words.includes(id)))).toStrictEqual(
      [],
    );
  });

  it('of an inspection are its own, after the unit that found it', () => {
    const { reader } = readerOf('vi', new Map([['inspectors', 'Ủy ban Kiểm tra']]));
    const found = (message: string) => remarkFor(reader, { code: 'inspection', message });
    expect(found('inspectors: Nothing\nwas done.')).toBe('Ủy ban Kiểm tra: Nothing\nwas done.');
    expect(found('inspectors')).toBe('Ủy ban Kiểm tra');
  });

  it('of what was refused say why, and not by a code alone', () => {
    const refused = said.filter(({ code }) => code === 'effects-refused');
    const reader = { ...readerOf('vi').reader, why: (code: string) => `<why ${code}>` };
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter((finding) => !/<why \w+\/[\w-]+>/.test(remarkFor(reader, finding)))).toStrictEqual([]);
  });

  it('that nobody knows any more are shown as they were recorded', () =>
    expect(remarkFor(readerOf('vi').reader, { code: 'no-lead', message: 'Who leads it?' })).toBe('Who leads it?'));
});
