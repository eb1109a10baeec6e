import { beforeAll, describe, expect, it } from '@jest/globals';
import { EVERYTHING, type Clearance, type DirectiveDocument } from '@edict/directives';
import {
  issuing,
  MACHINE,
  openRehearsal,
  publishing,
  registering,
  shown,
  streamMeant,
  summaryOf,
  type Reading,
  type Rehearsal,
} from '@edict/engine';
import { categoryOf, idOf, instant, type Actor, type Command } from '@edict/kernel';
import { byPerson } from '@edict/runtime';

import { CONCLUSION, example, filesOf, logOf, memoryPorts, type Stage } from './stage.ts';

const { directive: open, policy, calendar, units } = filesOf(example(CONCLUSION));
const actor: Actor = { id: 'ann', unit: 'politburo', capacity: 'secretariat', origin: 'person' };
const ISSUED = instant('2025-05-16T02:00:00Z');
const LATER = instant('2025-06-08T00:00:00Z');

/** Of the same number in another term, so that a name can be borne twice. */
const hidden: DirectiveDocument = {
  ...open,
  directive: {
    ...open.directive,
    id: 'hidden',
    term: '12',
    title: 'Hidden',
    classification: 'internal',
    compartments: ['energy'],
  },
};

type World = Readonly<{ engine: Rehearsal; ports: Stage; ids: readonly string[] }>;

const worldOf = async (...documents: readonly DirectiveDocument[]): Promise<World> => {
  const ports = memoryPorts();
  const engine = await openRehearsal(ports, ISSUED);
  const send = (command: Command) => engine.execute(command, byPerson(actor, command.stream));
  for (const command of [publishing(policy), publishing(calendar), ...registering(units)]) await send(command);
  const calendarId = calendar.calendar.id;
  const issues = documents.map((document) =>
    issuing({ document, policy, calendarId, issuedOn: '2025-05-16', registration: [document.directive.id] }),
  );
  for (const issue of issues) await send(issue);
  await engine.advanceTo(LATER);
  return { engine, ports, ids: issues.map(({ stream }) => idOf(stream)) };
};

const as = ({ engine }: World, clearance: Clearance): Reading =>
  engine.reader.as({ id: 'ann', unit: 'politburo', clearance });

describe('What somebody is not cleared for', () => {
  let full: World;
  let bare: World;
  let directiveId: string;
  let streams: readonly string[];

  beforeAll(async () => {
    [full, bare] = await Promise.all([worldOf(open, hidden), worldOf(open)]);
    directiveId = full.ids[1]!;
    const inBare = new Set((await logOf(bare.ports.store)).map(({ stream }) => stream));
    const inFull = new Set((await logOf(full.ports.store)).map(({ stream }) => stream));
    const sorts = Map.groupBy(
      [...inFull].filter((stream) => !inBare.has(stream)),
      categoryOf,
    );
    streams = [...sorts.values()].flatMap((each) => [...each.slice(0, 3), ...each.slice(-3)]);
  });

  const questions: Readonly<Record<string, (reading: Reading) => Promise<unknown>>> = {
    'the list of directives': (reading) => reading.directives(),
    'a directive': (reading) => reading.directive(directiveId),
    'a directive as it was': (reading) => reading.directive(directiveId, LATER),
    'what was issued': (reading) => reading.issued(directiveId),
    'its tasks': (reading) => reading.tasks(directiveId),
    'its tasks as they were': (reading) => reading.tasks(directiveId, LATER),
    'its standing units': (reading) => reading.standingUnits(directiveId),
    'its summary, with its counts': (reading) => summaryOf(reading, directiveId),
    'an inbox': (reading) => reading.inbox('ho-chi-minh-national-academy-of-politics'),
    'all matters': (reading) => reading.matters({}),
    notices: async (reading) =>
      (await reading.notices('ho-chi-minh-national-academy-of-politics')).map(({ notice }) => notice),
    'a name that it bears alone': (reading) => streamMeant(reading, 'hidden'),
    'a name that it shares': (reading) => streamMeant(reading, '155-KL/TW'),
    'the name of a task': (reading) => streamMeant(reading, 'hidden#5.b3-1'),
    'its tasks one by one': async (reading) =>
      Promise.all(streams.filter((stream) => stream.startsWith('task-')).map((stream) => reading.task(idOf(stream)))),
    'its tasks one by one, as they were': async (reading) =>
      Promise.all(
        streams.filter((stream) => stream.startsWith('task-')).map((stream) => reading.task(idOf(stream), LATER)),
      ),
    'its matters one by one': async (reading) =>
      Promise.all(
        streams.filter((stream) => stream.startsWith('matter-')).map((stream) => reading.matter(idOf(stream))),
      ),
    'its matters one by one, as they were': async (reading) =>
      Promise.all(
        streams.filter((stream) => stream.startsWith('matter-')).map((stream) => reading.matter(idOf(stream), LATER)),
      ),
    'every stream that hangs on it': async (reading) =>
      Promise.all(streams.map(async (stream) => (await reading.history(stream)).length)),
    'every stream that hangs on it, by id': async (reading) =>
      Promise.all(streams.map((stream) => streamMeant(reading, idOf(stream)))),
    'how each of them stands': async (reading) => Promise.all(streams.map((stream) => shown(reading, stream))),
  };

  const answer = async (world: World, clearance: Clearance, ask: (reading: Reading) => Promise<unknown>) =>
    ask(as(world, clearance)).catch((error: unknown) => String(error));

  it('is all there: a directive, tasks, matters, notices and refusals', () =>
    expect(new Set(streams.map(categoryOf))).toStrictEqual(
      new Set(['directive', 'task', 'matter', 'notification', 'refusal']),
    ));

  describe.each<[string, Clearance]>([
    ['not for its level', { level: 'open', compartments: 'all' }],
    ['not for its compartment', { level: 'top-secret', compartments: ['border'] }],
  ])('%s', (_, clearance) =>
    it.each(Object.entries(questions))('is not there for them: %s', async (__, ask) =>
      expect(await answer(full, clearance, ask)).toStrictEqual(await answer(bare, clearance, ask)),
    ),
  );

  it.each(Object.entries(questions))('is there for who is cleared: %s', async (_, ask) => {
    const clearance: Clearance = { level: 'internal', compartments: ['energy'] };
    expect(await answer(full, clearance, ask)).not.toStrictEqual(await answer(bare, clearance, ask));
    expect(await answer(full, clearance, ask)).toStrictEqual(await answer(full, EVERYTHING, ask));
  });

  it('is there for machines, which show it to nobody', async () =>
    expect((await full.engine.reader.as(MACHINE).directives()).length).toBe(2));

  it('is shown by no stream of a sort that nobody has thought of', async () => {
    const event = { id: 'e', type: 'SomethingHappened', data: {}, meta: { hash: '0'.repeat(64) } };
    await full.ports.store.append('unheard-1', -1, [event]);
    await full.engine.drain();
    expect(await as(full, EVERYTHING).history('unheard-1')).toStrictEqual([]);
  });
});
