import { idOf, streamOf, type Effect, type Saga } from '@edict/kernel';

import type { UnitCommand } from '../unit/unit.decider.ts';
import type { Succession } from './succession.decider.ts';
import type { SuccessionEvent } from './succession.messages.ts';
import { effectOf } from './succession.state.ts';

const TOLD: readonly SuccessionEvent['type'][] = [
  'SuccessionPlanned',
  'SuccessorNamed',
  'EffectiveDayFixed',
  'SuccessionWithdrawn',
];

const calledOff = ({ withdrawn }: Succession) => (withdrawn ? { withdrawn: true as const } : {});

/** Tells the registry of a succession as soon as it is known, so that authority goes over at its moment without anybody's doing. */
export const successionRegistry: Saga<Succession, SuccessionEvent, UnitCommand> = {
  name: 'succession-registry',
  react(event, state): readonly Effect<UnitCommand>[] {
    const { plan } = state;
    if (!plan || !TOLD.includes(event.type)) return [];
    const { from, to, kind, effectiveOn } = plan;
    const note = {
      succession: idOf(event.stream),
      from,
      to,
      kind,
      on: effectiveOn,
      at: effectOf(state),
      ...calledOff(state),
    };
    const units = new Set([...from, ...(to === null ? [] : [to])]);
    return [...units].map((id) => ({
      key: `${state.withdrawn ? 'off' : 'note'} ${id}`, // of its own: before, what was called off was told as if it were not
      send: { stream: streamOf('unit', id), type: 'NoteSuccession', data: note },
    }));
  },
};
