import type { Context, Message } from '@edict/kernel';

import type { Decision } from './task.decider.ts';
import type { Assigned } from './task.state.ts';

type DataOf<M extends Message, Type> = Extract<M, { type: Type }>['data'];

/** How each command of a chapter is decided, by its name: one that is left out does not compile. */
export type Deciders<C extends Message> = {
  readonly [Type in C['type']]: (data: DataOf<C, Type>, task: Assigned, context: Context) => Decision;
};

/** What each event of a chapter makes of a task. */
export type Evolvers<E extends Message, S = Assigned> = {
  readonly [Type in E['type']]: (state: S, data: DataOf<E, Type>) => S;
};
