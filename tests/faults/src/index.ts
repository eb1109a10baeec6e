export { findings } from './aftermath.ts';
export { brokenPromises, type Ack } from './oracle.ts';
export { randomOf } from './random.ts';
