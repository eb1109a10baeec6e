import { describe, expect, it } from '@jest/globals';
import { fold } from '@edict/kernel';
import { specify } from '@edict/kernel/testing';

import { allFound, on, rulesFact } from '../testing/life-examples.ts';
import { assigned, registered, unassigned } from '../testing/task-examples.ts';
import type { TaskCommand } from './task.commands.ts';
import type { Ruling } from './task.course.messages.ts';
import { task } from './task.decider.ts';
import type { TaskEvent } from './task.events.ts';

const given = specify(task);
const issuer = on('2025-05-21', 'politburo');
const decided = (command: TaskCommand, history: readonly TaskEvent[], context = issuer) =>
  task.decide(command, fold(task, history), context) as readonly TaskEvent[];
const decide = (finding: string, ruling: Ruling): TaskCommand => ({
  type: 'DecideFinding',
  data: {
    finding: finding as never,
    ruling,
    reason: 'One must chair',
    units: Object.fromEntries(
      [ruling.lead, ...(ruling.coordinating ?? [])].flatMap((id) => (id ? [[id, registered(id, null)]] : [])),
    ),
    leads: {},
    rules: rulesFact,
    found: { value: allFound.value, source: 'directive-d1@0' },
    members: null,
  },
});

describe('A further decision on a finding', () => {
  it('names no other lead once somebody has said who leads: that is a reassignment, and counted', () => {
    const first = decided(decide('several-leads', { lead: 'bureau' }), [assigned()]);
    const ministry = decide('several-leads', { lead: 'ministry' });
    given(assigned(), ...first)
      .when(ministry, issuer)
      .thenRefused('task/no-such-finding');
    const named = decided(decide('no-lead', { lead: 'board' }), [unassigned()]);
    for (const said of [named, named.slice(0, 1)])
      given(unassigned(), ...said)
        .when(ministry, issuer)
        .thenRefused('task/no-such-finding');
    const to = { unit: 'archive', committee: registered('archive', null), rules: rulesFact };
    const reassign: TaskCommand = { type: 'ReassignTask', data: { assignment: 1, reason: 'It is theirs', ...to } };
    given(assigned(), ...decided(reassign, [assigned()]))
      .when(ministry, issuer)
      .thenRefused('task/no-such-finding');
  });

  it('may name who coordinates beside the lead that was named, anew', () => {
    const first = decided(decide('several-leads', { lead: 'bureau' }), [assigned()]);
    const other = decide('several-leads', { lead: 'bureau', coordinating: ['archive'] });
    expect(decided(other, [assigned(), ...first])).toMatchObject([
      { data: { assignment: 2, ruling: { lead: 'bureau', coordinating: ['archive'] } } },
    ]);
    const open = (coordinating: readonly string[]) => decide('open-coordinators', { coordinating });
    const listed = decided(open(['archive']), [assigned()]);
    expect(decided(open(['archive', 'board']), [assigned(), ...listed])).toHaveLength(1);
  });
});
