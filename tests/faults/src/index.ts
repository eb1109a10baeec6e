export { findings } from './aftermath.ts';
export { brokenPromises, type Ack } from './oracle.ts';
export { randomOf, SEED } from './random.ts';
