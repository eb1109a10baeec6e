import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkFiles, loadFiles, schemaOf, type File } from '@edict/documents';
import { answeringOn, MACHINE, type RehearsalFiles } from '@edict/engine';

import { example, play, type Played } from './stage.ts';

const own = (name: string): File => ({ name, text: readFileSync(new URL(`files/${name}`, import.meta.url), 'utf8') });
const FILES = [own('plan-river.yaml'), own('units-river.yaml')];

type Schema = Readonly<Record<string, unknown>>;
const isMap = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every key that a schema knows, and every choice, as `key: value`. */
const wordsOf = (schema: Schema): readonly string[] =>
  Object.entries(schema).flatMap(([key, value]): readonly string[] => {
    if (key === 'properties' && isMap(value))
      return Object.entries(value).flatMap(([name, of]) => [name, ...(isMap(of) ? wordsOf(of) : [])]);
    return isMap(value) && key !== 'enum' ? wordsOf(value) : [];
  });

const keysIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return isMap(value) ? Object.entries(value).flatMap(([key, of]) => [key, ...keysIn(of)]) : [];
};

describe('The files of an invented province', () => {
  const loaded = loadFiles([...FILES, example('policy-vn-party.yaml'), example('calendar-vn-2025-2026.yaml')]);
  let played: Played;
  const taskOf = (ref: string) => played.summary.tasks.filter((task) => task.ref === ref);

  beforeAll(async () => {
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
    played = await play(loaded.documents as RehearsalFiles, { from: '2025-05-05', until: '2025-12-31' });
  });

  it('use every key of both formats', () => {
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
    const { directive, units } = loaded.documents;
    const unused = (kind: 'directive' | 'units', document: unknown) => {
      const used = new Set(keysIn(document));
      return [...new Set(wordsOf(schemaOf(kind)))].filter((key) => !used.has(key));
    };
    expect(unused('directive', directive)).toStrictEqual([]);
    expect(unused('units', units)).toStrictEqual([]);
  });

  it('have no errors, and everything that they leave open is said', () => {
    const { ok, findings } = checkFiles(FILES);
    expect(ok).toBe(true);
    expect([...new Set(findings.map(({ code }) => code))].toSorted()).toStrictEqual(SAID);
  });

  it('are played from the issue to the end of the year, and what does not go together is refused by name', () =>
    expect(played.refusals).toMatchObject([{ do: 'merge', code: 'succession/exists' }]));

  it('a task has the deadline of its clause, and says of which', () =>
    expect([...taskOf('1.a-1'), ...taskOf('1.b-1')].map(({ dueAt, says }) => [dueAt, says.due?.clause])).toStrictEqual([
      ['2025-06-30T17:00:00.000Z', '1'],
      ['2025-06-30T17:00:00.000Z', '1'],
      ['2025-07-31T17:00:00.000Z', '1.b'],
    ]));

  it('what is only proposed or announced lies with nobody, and is late for nobody', () => {
    expect(
      [...taskOf('2-7'), ...taskOf('2-8')].map(({ state, unit, dueAt, says }) => [state, unit, dueAt, says.status]),
    ).toStrictEqual([
      ['unassigned', null, null, 'proposed'],
      ['unassigned', null, null, 'announced'],
    ]);
  });

  it('a task begins when the one that it names is not done in time', () => {
    const begun = played.log.filter(({ type }) => type === 'TaskStarted');
    expect(begun.map(({ stream }) => stream)).toStrictEqual(taskOf('2-3').map(({ id }) => `task-${id}`));
    expect(begun[0]!.meta['recordedAt']).toBe('2025-06-30T17:00:00.000Z');
  });

  it('each has the task, also the members of groups in a group, and the group that nobody has listed', () =>
    expect(
      played.log
        .flatMap(({ type, data }) => (type === 'TaskAssigned' ? [taskIn(data)] : []))
        .filter(({ ref }) => ref === '2-10')
        .map(({ unit }) => unit),
    ).toStrictEqual(['health', 'welfare', 'north-district', 'south-district', 'villages']));

  it('units succeed one another pair by pair, are created, and some are succeeded by nobody', () =>
    expect(
      played.summary.successions.map(({ id, kind, to, status, successor, moved, balanced }) =>
        [id, kind, to, status, successor, moved, balanced].join(' '),
      ),
    ).toStrictEqual([
      'departments-become-one merge health-and-welfare decided  9 true',
      'districts-to-wards-1 transfer north-ward done  2 true',
      'districts-to-wards-2 transfer south-ward done  2 true',
      'inspectorate transfer  decided unknown 0 true',
      'newspaper-closes dissolve   nobody 0 false',
      'provinces merge  planned unknown 0 true',
      'river-and-coast merge river-coast-party   5 true',
      'transition-office-created create transition-office pilot  0 true',
    ]));

  it('what is stated of a document that is not known here is refused, and that is recorded', () => {
    const refused = played.log.filter(({ stream }) => stream.startsWith('refusal-'));
    expect(refused.filter(({ data }) => JSON.stringify(data).includes('directive/unknown')).length).toBe(1);
  });

  it('two units bear one name, and are told apart by their ids: in findings, in the search, and when one follows the other', async () => {
    const reading = played.rehearsal.reader.as(MACHINE);
    const named = (await reading.units()).filter(({ names }) => names.includes('River Provincial Party Committee'));
    expect(named.map(({ unitId }) => unitId).toSorted()).toStrictEqual(['river-coast-party', 'river-party']);
    const { items: found } = await reading.lists.search('River Provincial Party', 'unit', { limit: 10 });
    expect(found.map(({ stream }) => stream).toSorted()).toStrictEqual(['unit-river-coast-party', 'unit-river-party']);
    expect(taskOf('2-6')).toMatchObject([{ unit: 'river-coast-party', accountable: ['river-coast-party'] }]);
    const [{ id }] = taskOf('2-6') as [Played['summary']['tasks'][0]];
    const history = await reading.history(`task-${id}`);
    expect(['2025-06-30', '2025-07-01'].map((day) => answeringOn(id, history, day).accountable)).toStrictEqual([
      ['river-party'],
      ['river-coast-party'],
    ]);
  });

  it('other names, how many there are and who is meant stand in the register', async () => {
    const units = new Map((await played.rehearsal.reader.as(MACHINE).units()).map((row) => [row.unitId, row]));
    expect(units.get('river-party')).toMatchObject({ aliases: '["the province","Tỉnh uỷ Sông"]', size: null });
    expect(units.get('villages')).toMatchObject({ size: 1204, kind: 'group' });
    expect(units.get('heads')).toMatchObject({ size: 40, kind: 'persons' });
    expect(units.get('one-department')).toMatchObject({ oneOf: '["health","welfare"]' });
  });
});

const taskIn = (data: unknown) => (data as Readonly<{ task: Readonly<{ ref: string; unit: string }> }>).task;

const SAID = [
  'by-reference',
  'common-or-each',
  'date-inferred',
  'date-inherited',
  'date-set-elsewhere',
  'date-vague',
  'effects-not-stated',
  'figure-not-exact',
  'group-members-incomplete',
  'group-without-members',
  'no-accountable',
  'no-end',
  'no-interval',
  'no-lead',
  'nobody-succeeds',
  'not-assigned',
  'one-of-several',
  'open-coordinators',
  'open-issue',
  'or-as-ordered',
  'placeholder-not-filled',
  'recommended-upward',
  'several-leads',
  'starts-on-event',
  'succession-doubled',
  'succession-not-decided',
  'succession-open',
  'succession-pairwise',
  'window-in-words',
];
