import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

import { DECIDERS, SAGAS } from '@edict/engine';
import { canonical, categoryOf, fold, sha256, type Effect, type Message } from '@edict/kernel';
import { happened, type Recorded } from '@edict/runtime';

const folder = new URL('../recorded/', import.meta.url);
const LINES = '.jsonl.gz';

/** An event, and what followed from it when it was recorded: each saga's effects, and what its stream waited for. */
export type Line = Readonly<{ event: Recorded; effects: readonly string[]; alarms: readonly string[] }>;

export const names = (): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(LINES))
    .map((file) => file.slice(0, -LINES.length));

export const read = (name: string): readonly Line[] =>
  gunzipSync(readFileSync(new URL(name + LINES, folder)))
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** A history is for ever: what is there is never written again. */
export const write = (name: string, lines: readonly Line[]): void =>
  writeFileSync(new URL(name + LINES, folder), gzipSync(lines.map(canonical).join('\n')), { flag: 'wx' });

/** What the code of today makes of the events: the same as then, or the histories in the field would be read otherwise. */
export const replay = (log: readonly Recorded[]): readonly Line[] => {
  const histories = new Map<string, Recorded[]>();
  return log.map((event) => {
    const history = [...(histories.get(event.stream) ?? []), event];
    histories.set(event.stream, history);
    return { event, effects: effectsOf(event, history), alarms: alarmsOf(event, history) };
  });
};

const effectsOf = (event: Recorded, history: readonly Recorded[]): readonly string[] =>
  SAGAS.filter(([, of]) => of.category === categoryOf(event.stream)).flatMap(([saga, of]) =>
    saga.react(happened(event), fold(of, history.map(happened))).map((effect) => told(saga.name, effect)),
  );

/** Commands by their digest: a history need not hold each command a second time. */
const told = (saga: string, { key, send, ifRefused }: Effect<Message>): string =>
  [saga, key, send.type, send.stream, sha256(canonical(send)).slice(0, 16), ifRefused?.type ?? ''].join(' ');

const alarmsOf = ({ stream }: Recorded, history: readonly Recorded[]): readonly string[] => {
  const decider = DECIDERS.find(({ category }) => category === categoryOf(stream))!;
  return decider.alarms(fold(decider, history.map(happened))).map(({ key, ring }) => `${key} ${ring.type}`);
};
