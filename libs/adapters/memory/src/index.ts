export { MemoryAnchor } from './memory-anchor.ts';
export { MemoryEventStore } from './memory-event-store.ts';
export { MemoryTimers } from './memory-timers.ts';
export { MemoryLeases, MemoryViews } from './memory-views.ts';
