import type { Row } from '@edict/kernel';
import type { AnyProjection, Query } from '@edict/runtime';

/** Rows of a view that the reader may see. */
export type Find = <R extends Row>(view: AnyProjection, query: Query) => Promise<readonly R[]>;
