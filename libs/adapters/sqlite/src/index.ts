export { crash, type CrashPoint } from './crash.ts';
export { openDataFolder, FolderInUse, type DataFolder } from './data-folder.ts';
export { FileAnchor } from './file-anchor.ts';
export { verifyFileDigest } from './file-digest.ts';
export { readForAudit, type Audit, type FileProblem } from './read-for-audit.ts';
export { SqliteEventStore } from './sqlite-event-store.ts';
export { recordedFrom, type StoredEvent } from './stored-event.ts';
