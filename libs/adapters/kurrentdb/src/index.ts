export { KurrentEventStore, type KurrentOptions } from './kurrent-event-store.ts';
export { restrictTo } from './access.ts';
export { InvalidSetting } from './invalid-setting.ts';
export { kurrentSettings, type KurrentSettings } from './settings.ts';
export type { Notice } from './supervisor.ts';
