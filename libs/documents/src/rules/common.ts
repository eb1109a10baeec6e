import { quoted, type Flaw, type Path } from '../problem.ts';

/** What names something within a document, and where. */
export type Named = Readonly<{ name: string; path: Path }>;

export const flaw = (path: Path, rule: string, message: string): Flaw => ({ path, rule, message });

export const idsOf = (items: readonly Readonly<{ id: string }>[], key: string): readonly Named[] =>
  items.map(({ id }, index) => ({ name: id, path: [key, index, 'id'] }));

/** One flaw for each name given before. */
export const twice = (names: readonly Named[], rule: string, what: string): readonly Flaw[] => {
  const seen = new Set<string>();
  return names.flatMap(({ name, path }) => {
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew ? [] : [flaw(path, rule, `${what} ${quoted(name)} is given twice; choose another one.`)];
  });
};

type Stretch = Readonly<{ from: string | null; until: string | null }>;

export const reversed = ({ from, until }: Stretch, path: Path): readonly Flaw[] =>
  from !== null && until !== null && from > until
    ? [flaw(path, 'window/reversed', `It ends on ${until} before it begins on ${from}.`)]
    : [];

/** Nodes of one circle in the order of the edges, or undefined. Linear, and deep chains do not recurse. */
export const circleIn = (edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined => {
  const open = new Map([...edges].map(([node, next]) => [node, next.filter((each) => edges.has(each))]));
  const callers = callersOf(open);
  const left = new Map([...open].map(([node, next]) => [node, next.length]));
  const done = [...left].filter(([, count]) => count === 0).map(([node]) => node);
  for (const node of done) {
    left.delete(node);
    for (const caller of callers.get(node) ?? []) {
      const count = (left.get(caller) ?? 0) - 1;
      left.set(caller, count);
      if (count === 0) done.push(caller);
    }
  }
  return walk(open, left);
};

const callersOf = (edges: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> => {
  const callers = new Map<string, string[]>([...edges.keys()].map((node) => [node, []]));
  for (const [node, next] of edges) for (const each of next) callers.get(each)?.push(node);
  return callers;
};

/** What cannot be taken away always leads on to something that cannot either. */
const walk = (edges: ReadonlyMap<string, readonly string[]>, left: ReadonlyMap<string, number>) => {
  const path = new Set<string>();
  let node = left.keys().next().value;
  while (node !== undefined && !path.has(node)) {
    path.add(node);
    node = edges.get(node)?.find((next) => left.has(next));
  }
  return node === undefined ? undefined : [...path].slice([...path].indexOf(node));
};
