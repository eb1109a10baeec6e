import { idOf, streamOf, type Effect, type Happened, type Saga } from '@edict/kernel';

import type { DirectiveCommand, TermsInForce } from '../directive/directive.messages.ts';
import { taskIdOf } from '../directive/identity.ts';
import type { TaskCommand } from './task.commands.ts';
import type { TaskEvent } from './task.events.ts';
import { isAssigned, type Assigned, type Task } from './task.state.ts';

type Effects = readonly Effect<DirectiveCommand | TaskCommand>[];

/** Lets the directive give each member its own, where an authority has decided so; and hands on what the one for all is still told. */
export const division: Saga<Task, TaskEvent, DirectiveCommand | TaskCommand> = {
  name: 'division',
  react(event, state): Effects {
    if (!isAssigned(state)) return [];
    if (event.type === 'FindingDecided' && event.data.divided)
      return [
        {
          key: 'divide',
          send: {
            stream: streamOf('directive', state.task.directiveId),
            type: 'DivideTask',
            data: {
              ref: state.task.ref,
              ...event.data.divided,
              terms: termsOf(state),
              predecessors: state.course.predecessors,
              started: state.course.started,
            },
          },
        },
      ];
    return handingOn(event, state);
  },
};

/** With every extension and correction: what was granted to all together holds for each. */
const termsOf = ({ task, rhythm: { every } }: Assigned): TermsInForce => {
  const { statement, output, urgent, coordinating, reportsTo, deadline, milestones } = task;
  return {
    statement,
    output,
    urgent,
    coordinating,
    reportsTo,
    deadline,
    milestones,
    ...(every === null ? {} : { every }),
  };
};

const handingOn = (event: Happened<TaskEvent>, { task, course }: Assigned): Effects =>
  (course.divided ?? []).flatMap((member): Effects => {
    const stream = streamOf('task', taskIdOf(task.directiveId, task.ref, member));
    if (event.type === 'PredecessorDone')
      return [{ key: `tell ${member}`, send: { stream, type: 'NotePredecessor', data: event.data } }];
    if (event.type !== 'TaskStarted') return [];
    const data = { task: idOf(event.stream), event: `Task ${task.ref} began for all together.` };
    return [{ key: `start ${member}`, send: { stream, type: 'StartBecause', data } }];
  });
