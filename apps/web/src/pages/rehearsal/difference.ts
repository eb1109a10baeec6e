import type { Rehearsal, Step } from '../../api/rehearsal.ts';

/** `was`, `is`: when it happens under the one policy and under the other; `null`: not at all. */
export type Difference = Readonly<{ type: string; ref: string; was: string | null; is: string | null }>;

/** What is the same in both is not said. The nth time that something happens to a task is held against the nth time. */
export const differencesOf = (before: Rehearsal, after: Rehearsal): readonly Difference[] => {
  const [one, other] = [momentsOf(before.steps), momentsOf(after.steps)];
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  const all = keys.flatMap((key) => {
    const [type = '', ref = ''] = key.split(' ');
    const [was = [], is = []] = [one.get(key), other.get(key)];
    const length = Math.max(was.length, is.length);
    return Array.from({ length }, (_, n) => ({ type, ref, was: was[n] ?? null, is: is[n] ?? null }));
  });
  const firstOf = ({ was, is }: Difference) => [was, is].filter((at) => at !== null).toSorted()[0]!;
  return all.filter(({ was, is }) => was !== is).toSorted((a, b) => firstOf(a).localeCompare(firstOf(b)));
};

const momentsOf = (steps: readonly Step[]): ReadonlyMap<string, readonly string[]> => {
  const moments = new Map<string, string[]>();
  for (const { type, refs, at } of steps)
    for (const ref of refs.length === 0 ? [''] : refs)
      moments.set(`${type} ${ref}`, [...(moments.get(`${type} ${ref}`) ?? []), at]);
  return moments;
};
