import { EVERYTHING, labelView, rankOf, type Clearance } from '@edict/directives';
import { tableOf, type AnyProjection, type Condition, type Filter } from '@edict/runtime';

/** Who asks, for which unit if they say so, and how far they are cleared. */
export type Viewer = Readonly<{ id: string; unit: string; clearance: Clearance }>;

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
