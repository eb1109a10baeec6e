import { instant, type Instant } from '@edict/kernel';
import { at, ring } from '@edict/kernel/testing';

import type { TaskCommand } from '../task/task.commands.ts';
import { assigned, MAY, ofKind } from './task-examples.ts';

export const callTime: TaskCommand = { type: 'CallTime', data: { assignment: 1 } };

export const rung = (now: string) => at(now, ring);

export const waitsFor = (name: string, when: Instant, command: TaskCommand = callTime) => ({
  key: `1/${name}/${when}`,
  at: when,
  ring: command,
});

/** Without a term for its acknowledgement, so that only its deadline is waited for. */
export const timed = (changes: Parameters<typeof ofKind>[1] = {}, watchFrom: Instant | null = instant(MAY)) =>
  assigned(ofKind('once', { acknowledgeBy: null, ...changes }), watchFrom);
