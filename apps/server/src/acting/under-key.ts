import { MACHINE } from '@edict/engine';
import { plusMs, Rejection } from '@edict/kernel';
import { CommandMismatch, type Caller } from '@edict/runtime';

import { hashOf } from '../access/secrets.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Installation } from '../installation.ts';

const KIND = 'key';
/** For so long somebody who got no answer may send it again. Policy of this server. */
const DAY_MS = 86_400_000;

/** Of each of these what is said names the stream, so that the log finds a key again only where the same is said. */
const NAMING = ['IssueDirective', 'AttachFile', 'PublishReference', 'PlanSuccession', 'FileFormReport'];

export const namesItsStream = (type: string): boolean => NAMING.includes(type);

type Ports = Pick<Installation, 'accessStore' | 'engine'>;

/**
 * Does what a key is for, and for a day nothing else under it: `said` is what both have in common that are the same. Throws `CommandMismatch`. What is
 * refused used up no key, unless it says by `stand` that some of it stands.
 */
export const underKey = async <T>(
  { accessStore, engine }: Ports,
  { commandId, actor }: Pick<Caller, 'commandId' | 'actor'>,
  said: string,
  act: (stand: () => void) => Promise<T>,
): Promise<T> => {
  const now = engine.reader.as(MACHINE).now();
  await accessStore.forget({ kind: KIND, until: now });
  const use = { kind: KIND, key: commandId, account: actor.id, until: plusMs(now, DAY_MS), value: hashOf(said) };
  const isFirst = await accessStore.swap(use, undefined, use);
  const known = isFirst ? use : await accessStore.get(KIND, commandId, now);
  if (known && known.value !== use.value) throw new CommandMismatch('The key was used for something else.');
  const left = { stands: false };
  try {
    return await act(() => (left.stands = true));
  } catch (error) {
    if (isFirst && !left.stands && isNo(error)) await accessStore.swap(use, use, undefined);
    throw error;
  }
};

/** It was refused: it may be put right under the same key. */
const isNo = (error: unknown): boolean =>
  error instanceof Rejection || (error instanceof HttpProblem && error.getStatus() < 500);
