import { refuse, type Decider, type Message, type Refused } from '@edict/kernel';

type Asked = Readonly<{ view: string; reason: string }>;
type Of = Readonly<{ rebuild: number; view: string }>;

export type RebuildCommand =
  | Message<'RebuildView', Asked>
  | Message<'RecordRebuilt', Of>
  | Message<'RecordRebuildHindered', Of & Readonly<{ reason: string }>>
  | Message<'RecordRebuildFailed', Of & Readonly<{ reason: string }>>;

export type RebuildEvent =
  | Message<'ViewRebuildAsked', Of & Asked>
  | Message<'ViewRebuilt', Of>
  /** Something outside kept it from being built, a disk or a right; `reason` is of what kind, a code and no text. It is tried again. */
  | Message<'ViewRebuildHindered', Of & Readonly<{ reason: string }>>
  /** Its own code made it fail. The view stays as it was. */
  | Message<'ViewRebuildFailed', Of & Readonly<{ reason: string }>>;

type Pending = Of & Readonly<{ hinderedBy: readonly string[] }>;

/** `asked`: how many ever were; the last has that number. `pending`: those of which nobody has said what came of them. */
export type Rebuilds = Readonly<{ asked: number; pending: readonly Pending[] }>;

/** One stream for all views of the installation. */
export const REBUILDS = 'rebuild-views';

type Decision = readonly RebuildEvent[] | Refused<RebuildEvent>;

/** Which views are to be built anew from the log, why, and what came of it. Which views there are it does not know: who builds them does. */
export const rebuild: Decider<Rebuilds, RebuildCommand, RebuildEvent> = {
  category: 'rebuild',
  origins: {
    RebuildView: ['person'],
    RecordRebuilt: ['saga'],
    RecordRebuildHindered: ['saga'],
    RecordRebuildFailed: ['saga'],
  },
  initialState: { asked: 0, pending: [] },
  decide(command, { asked, pending }): Decision {
    const { view } = command.data;
    if (command.type === 'RebuildView')
      return pending.some((each) => each.view === view)
        ? refuse('rebuild/under-way', 'That view is being built anew already.')
        : [{ type: 'ViewRebuildAsked', data: { rebuild: asked + 1, ...command.data } }];
    const waited = pending.find((each) => each.rebuild === command.data.rebuild);
    return waited ? outcome(command, waited) : [];
  },
  evolve({ asked, pending }, { type, data }) {
    const { rebuild: number, view } = data;
    if (type === 'ViewRebuildAsked')
      return { asked: number, pending: [...pending, { rebuild: number, view, hinderedBy: [] }] };
    if (type === 'ViewRebuildHindered') {
      const hindered = (each: Pending) =>
        each.rebuild === number ? { ...each, hinderedBy: [...each.hinderedBy, data.reason] } : each;
      return { asked, pending: pending.map(hindered) };
    }
    return { asked, pending: pending.filter((each) => each.rebuild !== number) };
  },
  alarms: () => [],
};

/** What has hindered it once, and hinders it again, is not said again, whatever has come between. */
const outcome = (
  command: Exclude<RebuildCommand, { type: 'RebuildView' }>,
  { hinderedBy }: Pending,
): readonly RebuildEvent[] => {
  if (command.type === 'RecordRebuilt') return [{ type: 'ViewRebuilt', data: command.data }];
  if (command.type === 'RecordRebuildFailed') return [{ type: 'ViewRebuildFailed', data: command.data }];
  return hinderedBy.includes(command.data.reason) ? [] : [{ type: 'ViewRebuildHindered', data: command.data }];
};
