import { describe, expect, it } from '@jest/globals';
import { derive, termEnd, type Deadline, type Term } from '@edict/directives';
import { canonical, genesisOf } from '@edict/kernel';
import { isIntact, type Recorded } from '@edict/runtime';

import { names, read, replay, type Line } from './history.ts';

/** Where today's code makes something else of an event than was recorded, by stream and revision. */
const differences = (recorded: readonly Line[]): readonly string[] =>
  replay(recorded.map(({ event }) => event)).flatMap((now, n) => {
    const then = recorded[n]!;
    const same = canonical([now.effects, now.alarms]) === canonical([then.effects, then.alarms]);
    return same ? [] : [`${now.event.stream}@${now.event.revision} ${now.event.type}`];
  });

/** Every deadline and term that an event holds, wherever in it. */
const within = (value: unknown): readonly (Deadline | Term)[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'derivation' in value || 'endsAt' in value ? [value as Deadline | Term] : [];
  return [...own, ...Object.values(value).flatMap(within)];
};

const followsFromItself = (dated: Deadline | Term): boolean =>
  'derivation' in dated ? canonical(derive(dated.derivation)) === canonical(dated) : termEnd(dated) === dated.endsAt;

describe.each(names())('The recorded history %s', (name) => {
  const recorded = read(name);
  const events: readonly Recorded[] = recorded.map(({ event }) => event);

  it('leads to the same effects and the same alarms as when it was recorded', () =>
    expect(differences(recorded)).toStrictEqual([]));

  it('is linked back to its installation, stream by stream', () => {
    const broken = [...Map.groupBy(events, ({ stream }) => stream)].filter(
      ([, h]) => !isIntact(h, genesisOf('rehearsal')),
    );
    expect(broken.map(([stream]) => stream)).toStrictEqual([]);
  });

  it('holds no date that does not follow from what is kept with it', () => {
    const dated = events.flatMap(({ data }) => within(data));
    expect(dated.length).toBeGreaterThan(0);
    expect(dated.filter((each) => !followsFromItself(each))).toStrictEqual([]);
  });
});

it('There are histories to be read', () => expect(names().length).toBeGreaterThanOrEqual(3));
