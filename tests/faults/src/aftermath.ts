import { openEmbedded, type Embedded } from '@edict/adapter-sqlite';
import { verdictIn } from '@edict/cli/src/commands/verify.ts';
import { logNamedIn } from '@edict/cli/src/log.ts';
import { taskView, type TaskRow } from '@edict/directives';
import { openRehearsal, PROJECTIONS, type Rehearsal } from '@edict/engine';
import { canonical, plusMs, type Instant } from '@edict/kernel';
import { tableOf, type Recorded, type Views } from '@edict/runtime';
import { logOf, memoryPorts } from '@edict/story';

import { brokenPromises, type Ack } from './oracle.ts';
import type { Sending } from './processes.ts';

/** A ring that was under way when its process died is free again after a minute: that is how late anything may be. */
const PATIENCE_MS = 60_000;

export type Aftermath = Readonly<{ broken: readonly string[]; log: readonly Recorded[]; startMs: number }>;

type What = Readonly<{
  now: Instant;
  acks?: readonly Ack[];
  /** Sent once more: nobody knows whether they were heard. */
  send?: readonly Sending[];
  patienceMs?: number;
}>;

/** Opens what a fault has left, lets happen what is still to happen, and holds it against the whole promise. */
export const aftermath = async (dir: string, { acks = [], ...what }: What): Promise<Aftermath> => {
  const openStore = logNamedIn(process.env);
  const asItWasLeft = await verdictIn(dir, openStore);
  const opening = performance.now();
  const embedded = await openEmbedded(dir, { openStore });
  const { startMs, ...found } = await settled(embedded, what, opening).finally(embedded.close);
  const verdicts = [asItWasLeft, await verdictIn(dir, openStore)];
  return { broken: brokenPromises({ ...found, acks, verdicts }), log: found.log, startMs };
};

const settled = async (embedded: Embedded, { now, send = [], patienceMs = PATIENCE_MS }: What, opening: number) => {
  const engine = await openRehearsal(embedded, now);
  const startMs = performance.now() - opening;
  for (const { command, caller } of send) await engine.execute(command, caller);
  await engine.advanceTo(plusMs(now, patienceMs));
  await engine.drain();
  return { startMs, ...(await findings(engine, embedded)) };
};

type Looked = Pick<Embedded, 'store' | 'views' | 'installation' | 'anchor'>;

/** All that the oracle looks at, apart from what was acknowledged and what the verifier says of the files. */
export const findings = async (engine: Rehearsal, ports: Looked) => ({
  log: await logOf(ports.store),
  views: { live: await textOf(ports.views), rebuilt: await rebuilt(ports, engine.now()) },
  tasks: (await ports.views.find(tableOf(taskView), {})) as readonly TaskRow[],
  health: await engine.health(),
  now: engine.now(),
});

export const textOf = async (views: Views): Promise<string> => {
  const tables = [...PROJECTIONS.map(tableOf), 'alarm'];
  return canonical(await Promise.all(tables.map((table) => views.find(table, {}))));
};

/** The same log followed once more, from nothing. */
const rebuilt = async ({ store, installation, anchor }: Looked, now: Instant): Promise<string> => {
  const ports = { ...memoryPorts(), store, installation, anchor };
  const engine = await openRehearsal(ports, now);
  await engine.drain();
  return textOf(ports.views);
};

/** Everything of the events but where they are in the log, which is each store's own. */
const contentOf = (log: readonly Recorded[]): readonly string[] =>
  log.map(({ position: _, ...event }) => canonical(event));

/** What is in one of two logs only. */
export const differences = (one: readonly Recorded[], other: readonly Recorded[]): readonly string[] => {
  const [ones, others] = [new Set(contentOf(one)), new Set(contentOf(other))];
  const only = [...[...ones].filter((each) => !others.has(each)), ...[...others].filter((each) => !ones.has(each))];
  return one.length === other.length ? only : [`${one.length} events, ${other.length} events`, ...only];
};
