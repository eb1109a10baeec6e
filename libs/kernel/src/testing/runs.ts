/** How often a property that has to hold is tried: ten thousand times in CI, less at a desk. More by hand: `EDICT_RUNS=100000`. */
export const RUNS = Number(process.env['EDICT_RUNS'] ?? (process.env['CI'] === 'true' ? 10_000 : 500));
