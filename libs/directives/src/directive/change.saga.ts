import { idOf, streamOf, type Effect, type Saga } from '@edict/kernel';

import type { TaskEffect } from '../document/index.ts';
import type { TaskCommand } from '../task/task.commands.ts';
import { effectOn } from './change.ts';
import type { Directive } from './directive.decider.ts';
import type { DirectiveEvent } from './directive.messages.ts';
import { planAll } from './plan-all.ts';

const APPLIED = { keep: 'continues', change: 'changed', cancel: 'cancelled', replace: 'cancelled' } as const;

/** Tells each task what the further document says of it. Of what is over by then nothing is changed. */
export const directiveChange: Saga<Directive, DirectiveEvent, TaskCommand> = {
  name: 'directive-change',
  react(event, state): readonly Effect<TaskCommand>[] {
    if (event.type !== 'DirectiveChanged') return [];
    const { directiveId, by, reason } = event.data;
    const replacing = ({ by: ref }: TaskEffect) => (ref === undefined ? {} : { replacedBy: { directiveId, ref } });
    return planAll(idOf(event.stream), state).flatMap((planned) => {
      const said = effectOn(planned, event.data);
      if (!said) return [];
      const { effect, toOn } = said;
      const moved = toOn === undefined ? {} : { toOn };
      const data = { by, effect: APPLIED[effect], reason, ...moved, ...replacing(said) };
      const key = `change ${planned.task.ref} ${planned.task.member}`;
      return [{ key, send: { stream: streamOf('task', planned.id), type: 'ApplyChange', data } }];
    });
  },
};
