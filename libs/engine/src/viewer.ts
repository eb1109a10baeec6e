import { EVERYTHING, labelView, rankOf, type Clearance, type LabelRow } from '@edict/directives';
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

/** Which rows of a view somebody may read: those of a directive whose label they may read. Views that have no directive are for all. */
export const readable = (view: AnyProjection, viewer: Viewer): Filter =>
  viewer !== MACHINE && 'directiveId' in view.columns
    ? { belongsTo: { column: 'directiveId', table: tableOf(labelView), condition: labelled(viewer.clearance) } }
    : {};

/** `mayRead` as a condition on labels. */
const labelled = ({ level, compartments }: Clearance): Condition => ({
  within: { level: { below: rankOf(level) + 1 } },
  ...(compartments === 'all' ? {} : { among: { compartments } }),
});
