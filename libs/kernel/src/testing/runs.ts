/** How often a property that has to hold is tried: ten thousand times in CI, less at a desk. More by hand: `EDICT_RUNS=100000`. */
export const RUNS = Number(process.env['EDICT_RUNS'] ?? (process.env['CI'] === 'true' ? 10_000 : 500));

/** Of what is drawn at random: the same seed, the same numbers. Others than usual: `EDICT_RANDOM=7`, or `EDICT_SEED=7` as it was; a word there says what a server begins with. */
export const seedIn = ({ EDICT_RANDOM, EDICT_SEED = '' }: Readonly<Record<string, string | undefined>>): number => {
  const said = EDICT_RANDOM ?? (/^\d+$/.test(EDICT_SEED) ? EDICT_SEED : '155');
  if (!/^\d+$/.test(said)) throw new Error('EDICT_RANDOM must be a whole number.');
  return Number(said);
};

export const SEED = seedIn(process.env);
