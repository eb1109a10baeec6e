export { Wire } from './wire-to-server.ts';
export type { Fault, Kind } from './faults.ts';
export { freshPrefix, serverForTests, type Served } from './for-tests.ts';
export { KurrentTestServer } from './server.ts';
export { AUTHORITY, SERVER } from './certificates.ts';
