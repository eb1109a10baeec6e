export { checkFiles, type CheckReport, type File } from './check-files.ts';
export { MOST_BYTES } from './decode.ts';
export type { Documents, Kind } from './kind.ts';
export { loadFiles, type Loaded, type LoadResult } from './load-files.ts';
export type { Path, Place, Problem } from './problem.ts';
export { readDocument, type Readable, type ReadResult, type Unreadable } from './read-document.ts';
export { schemaOf } from './schema.ts';
