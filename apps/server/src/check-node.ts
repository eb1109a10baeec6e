const OLDEST = 26;

/** Throws on a Node that lacks what everything here rests on: Temporal, and a recent SQLite. */
export const checkNode = (version: string): void => {
  if (Number.parseInt(version, 10) >= OLDEST) return;
  throw new Error(`Edict needs Node ${OLDEST} or later; this is ${version}. "npm install" brings it along.`);
};
