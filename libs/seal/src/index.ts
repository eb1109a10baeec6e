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
export { EMPTY_ROOT, isHash, leafHash, nodeHash, rootOf, type Hash } from './merkle.ts';
export {
  consistencyProof,
  inclusionProof,
  verifyConsistency,
  verifyInclusion,
  type Inclusion,
  type Proof,
  type TreeHead,
} from './proof.ts';
export { sealer } from './sealer.ts';
export type { LogRow } from './stored-event.ts';
export { logVerifier, verifyLog, type LogVerifier, type Problem, type StoredLog, type Verdict } from './verify.ts';
