import { refuse, type Decider, type Message, type Refused } from '@edict/kernel';

type Asked = Readonly<{ view: string; reason: string }>;
type Of = Readonly<{ rebuild: number; view: string }>;

export type RebuildCommand =
  | Message<'RebuildView', Asked>
  | Message<'RecordRebuilt', Of>
  | Message<'RecordRebuildFailed', Of & Readonly<{ reason: string }>>;

export type RebuildEvent =
  | Message<'ViewRebuildAsked', Of & Asked>
  | Message<'ViewRebuilt', Of>
  /** Its own code made it fail. The view stays as it was. */
  | Message<'ViewRebuildFailed', Of & Readonly<{ reason: string }>>;

/** `asked`: how many ever were; the last has that number. `pending`: those of which nobody has said what came of them. */
export type Rebuilds = Readonly<{ asked: number; pending: readonly Of[] }>;

/** One stream for all views of the installation. */
export const REBUILDS = 'rebuild-views';

type Decision = readonly RebuildEvent[] | Refused<RebuildEvent>;

/** Which views are to be built anew from the log, why, and what came of it. Which views there are it does not know: who builds them does. */
export const rebuild: Decider<Rebuilds, RebuildCommand, RebuildEvent> = {
  category: 'rebuild',
  origins: { RebuildView: ['person'], RecordRebuilt: ['saga'], RecordRebuildFailed: ['saga'] },
  initialState: { asked: 0, pending: [] },
  decide(command, { asked, pending }): Decision {
    const { view } = command.data;
    if (command.type === 'RebuildView')
      return pending.some((each) => each.view === view)
        ? refuse('rebuild/under-way', 'That view is being built anew already.')
        : [{ type: 'ViewRebuildAsked', data: { rebuild: asked + 1, ...command.data } }];
    if (!pending.some((each) => each.rebuild === command.data.rebuild)) return [];
    return command.type === 'RecordRebuilt'
      ? [{ type: 'ViewRebuilt', data: command.data }]
      : [{ type: 'ViewRebuildFailed', data: command.data }];
  },
  evolve({ asked, pending }, { type, data: { rebuild: number, view } }) {
    if (type === 'ViewRebuildAsked') return { asked: number, pending: [...pending, { rebuild: number, view }] };
    return { asked, pending: pending.filter((each) => each.rebuild !== number) };
  },
  alarms: () => [],
};
