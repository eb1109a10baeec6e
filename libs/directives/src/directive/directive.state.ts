import { labelOf } from '../classification/label.ts';
import type { Directive } from './directive.decider.ts';
import type { DirectiveEvent } from './directive.messages.ts';
import { implementedIn, otherThan } from './implement.ts';

type Evolvers = {
  readonly [Type in DirectiveEvent['type']]: (
    state: Directive,
    data: Extract<DirectiveEvent, { type: Type }>['data'],
  ) => Directive;
};

const EVOLVERS: Evolvers = {
  DirectiveIssued: (_, issued) => ({
    issued,
    watchFrom: issued.watchFrom,
    label: labelOf(issued.document.directive),
    delegates: [],
    implemented: implementedIn(issued),
    entered: [],
    divided: [],
    changes: [],
    refused: [],
  }),
  WatchBegan: (state, { from }) => ({ ...state, watchFrom: from }),
  ClauseImplemented: (state, { source: _, ...said }) => ({ ...state, implemented: [...state.implemented, said] }),
  ImplementationWithdrawn: (state, said) => ({ ...state, implemented: state.implemented.filter(otherThan(said)) }),
  TaskEntered: (state, entered) => ({ ...state, entered: [...state.entered, entered] }),
  TaskDivided: (state, divided) => ({ ...state, divided: [...state.divided, divided] }),
  DirectiveChanged: (state, { by: _, reason: __, source: ___, ...said }) => ({
    ...state,
    changes: [...state.changes, said],
  }),
  StatedChangeRefused: (state, { directiveId }) => ({ ...state, refused: [...state.refused, directiveId] }),
  FindingRecorded: (state) => state,
  DirectiveReclassified: (state, { to }) => ({ ...state, label: to }),
};

/** An event of a newer version changes nothing. */
export const evolveDirective = (state: Directive, { type, data }: DirectiveEvent): Directive =>
  Object.hasOwn(EVOLVERS, type)
    ? (EVOLVERS[type] as (state: Directive, data: object) => Directive)(state, data)
    : state;
