import { beforeEach, describe, expect, it } from '@jest/globals';
import { bodyOf, recordedFrom, type StoredEvent } from '@edict/runtime';

import { DecodedOnce } from './decoded-once.ts';
import { RecentStreams } from './recent-streams.ts';

describe('A recent stream', () => {
  const stored = (revision: number, stream = 'thing-1'): StoredEvent => {
    const body = bodyOf({ id: `${stream}@${revision}`, type: 'Happened', data: { list: [] }, meta: {} });
    return { position: revision + 1, stream, revision, body };
  };
  const event = (revision: number) => new DecodedOnce(stored(revision));
  const events = (length: number, stream?: string) => Array.from({ length }, (_, n) => stored(n, stream));
  const read = (length: number) => events(length).map(recordedFrom);

  let recent: RecentStreams;
  beforeEach(() => {
    recent = new RecentStreams();
  });

  it('goes on with the event that comes next', () => {
    recent.keep('thing-1', events(2));
    recent.add(event(2));
    expect(recent.of('thing-1')).toStrictEqual(read(3));
  });

  it('begins with its first event where it was known to be empty', () => {
    recent.keep('thing-1', []);
    recent.add(event(0));
    expect(recent.of('thing-1')).toStrictEqual(read(1));
  });

  it('is not changed by an event that it has', () => {
    recent.keep('thing-1', events(3));
    recent.add(event(1));
    expect(recent.of('thing-1')).toStrictEqual(read(3));
  });

  it('is forgotten when an event was passed over, rather than being behind', () => {
    recent.keep('thing-1', events(2));
    recent.add(event(3));
    expect(recent.of('thing-1')).toBeUndefined();
  });

  it('is not made of events alone: what came before them is not known', () => {
    recent.add(event(0));
    expect(recent.of('thing-1')).toBeUndefined();
  });

  it('leaves what was read before as it was', () => {
    recent.keep('thing-1', events(1));
    const before = recent.of('thing-1')!;
    recent.add(event(1));
    expect(before).toHaveLength(1);
  });

  it('is decoded once, however often it is read', () => {
    recent.keep('thing-1', events(1));
    recent.add(event(1));
    expect(recent.of('thing-1')![0]).toBe(recent.of('thing-1')![0]);
    expect(recent.of('thing-1')![1]).toBe(recent.of('thing-1')![1]);
  });

  it('cannot be changed by whoever reads it', () => {
    recent.keep('thing-1', events(1));
    const [{ data }] = recent.of('thing-1') as unknown as [{ data: { list: string[] } }];
    expect(() => data.list.push('more')).toThrow(TypeError);
  });

  it('makes room for others', () => {
    for (let n = 1; n <= 650; n++) recent.keep(`thing-${n}`, events(63, `thing-${n}`));
    expect(recent.of('thing-1')).toBeUndefined();
    expect(recent.of('thing-650')).toHaveLength(63);
  });

  it('is not kept when it is so long that each further event would be dear', () => {
    recent.keep('thing-1', events(64));
    expect(recent.of('thing-1')).toBeUndefined();
  });
});
