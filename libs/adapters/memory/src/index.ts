export { MemoryAccessLog } from './memory-access-log.ts';
export { MemoryAccessStore } from './memory-access-store.ts';
export { MemoryAnchor } from './memory-anchor.ts';
export { MemoryBlobs } from './memory-blobs.ts';
export { MemoryEventStore } from './memory-event-store.ts';
export { MemoryLeases } from './memory-leases.ts';
export { MemoryTimers } from './memory-timers.ts';
export { MemoryViews } from './memory-views.ts';
