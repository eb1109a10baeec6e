import {
  EVERYTHING,
  labelView,
  rankOf,
  reaches,
  referenceView,
  successionView,
  unitSearchView,
  unitView,
  type Clearance,
  type LabelRow,
  type Level,
} from '@edict/directives';
import { tableOf, type AnyProjection, type Condition, type Filter } from '@edict/runtime';

/**
 * Who asks, for which unit if they say so, and how far they are cleared. `seen` is told of what is classified before it is shown; if it
 * throws, it is not shown.
 */
export type Viewer = Readonly<{ id: string; unit: string; clearance: Clearance; seen?: Seen }>;

/** Labels above `open`, each of a directive of which something is to be shown. */
export type Seen = (labels: readonly LabelRow[]) => Promise<void>;

/** What asks for nobody: it sees everything, and shows nothing of it to anybody who may not. */
export const MACHINE: Viewer = Object.freeze({ id: 'edict', unit: '', clearance: EVERYTHING });

/** What an installation may hold unless it says otherwise: what is not published, and no state secrets. */
export const STANDARD_CEILING: Level = 'internal';

/** Of no directive, and for everybody: what units there are, by which rules is worked. What counts in a succession is kept back by who shows it. */
const OF_ALL: readonly AnyProjection[] = [unitView, unitSearchView, referenceView, successionView];

/**
 * Which rows of a view somebody may read: those of a directive whose label they may read. Of a view that has no directive and is not named
 * for everybody, none: whoever asks for accounts and offices asks as the machine, and says why.
 */
export const readable = (view: AnyProjection, viewer: Viewer): Filter => {
  if (viewer === MACHINE || OF_ALL.includes(view)) return {};
  const hasLabel = 'directiveId' in view.columns;
  const column = hasLabel ? 'directiveId' : Object.keys(view.columns)[0]!;
  const condition = hasLabel ? labelled(viewer.clearance) : NEVER;
  return { belongsTo: { column, table: tableOf(labelView), condition } };
};

/** No level is below the lowest. */
const NEVER: Condition = { within: { level: { below: 0 } } };

/** Whether nothing that is held here is hidden from somebody: so only may they know how much there is of it. */
export const seesAll = ({ clearance }: Viewer, ceiling: Level = STANDARD_CEILING): boolean =>
  reaches(clearance, { level: ceiling, compartments: 'all' });

/** `mayRead` as a condition on labels. */
const labelled = ({ level, compartments }: Clearance): Condition => ({
  within: { level: { below: rankOf(level) + 1 } },
  ...(compartments === 'all' ? {} : { among: { compartments } }),
});
