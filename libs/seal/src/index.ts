export {
  compareWithLog,
  originOf,
  parseCheckpoint,
  writeCheckpoint,
  type Checkpoint,
  type Head,
  type Parsed,
} from './checkpoint.ts';
export { appendLeaf, emptyFrontier, frontierOf, rootOfFrontier, type Frontier } from './frontier.ts';
export { isHash, type Hash } from './hash.ts';
export { EMPTY_ROOT, leafHash, nodeHash, rootOf } from './merkle.ts';
export {
  consistencyProof,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
  type Inclusion,
  type Proof,
  type TreeHead,
} from './proof.ts';
export { GrowingTree } from './growing-tree.ts';
export type { Evidence, SealedEvent } from './evidence.ts';
export { sealer } from './sealer.ts';
export type { LogRow } from './stored-event.ts';
export { logVerifier, verifyLog, type LogVerifier, type Problem, type StoredLog, type Verdict } from './verify.ts';
