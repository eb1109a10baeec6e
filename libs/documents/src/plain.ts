import { isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';

import { badCharacter } from './decode.ts';
import { quoted, type Flaw, type Path, type Place } from './problem.ts';
import type { Tree } from './tree.ts';

export type Plain = Readonly<{ value: unknown; flaws: readonly Flaw[] }>;

/** The tree as plain values. A key that is refused is never assigned, and of a doubled one the first stays. */
export const plainOf = ({ root }: Tree): Plain => {
  const flaws: Flaw[] = [];
  return { value: valueOf(root, [], flaws), flaws };
};

const valueOf = (node: ParsedNode | null, path: Path, flaws: Flaw[]): unknown => {
  if (isMap<ParsedNode, ParsedNode | null>(node)) return mapOf(node, path, flaws);
  if (isSeq<ParsedNode>(node)) return node.items.map((item, index) => valueOf(item, [...path, index], flaws));
  if (!isScalar(node)) return null;
  if (typeof node.value === 'string') flaws.push(...characterFlaws(node.value, path));
  return node.value;
};

const mapOf = (map: YAMLMap<ParsedNode, ParsedNode | null>, path: Path, flaws: Flaw[]): object => {
  const seen = new Set<string>();
  const result: Record<string, unknown> = {};
  for (const { key, value } of map.items) {
    const at = [...path, keyOf(key)];
    const flaw = keyFlaw(key, at, seen);
    if (flaw) flaws.push(flaw);
    else result[keyOf(key)] = valueOf(value, at, flaws);
    seen.add(keyOf(key));
  }
  return result;
};

const keyOf = (key: ParsedNode): string => (isScalar(key) ? String(key.value) : '?');

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

const keyFlaw = (key: ParsedNode, path: Path, seen: ReadonlySet<string>): Flaw | undefined => {
  const name = keyOf(key);
  const flaw = (rule: string, message: string): Flaw => ({ path, onKey: true, rule, message });
  if (!isScalar(key) || typeof key.value !== 'string')
    return flaw(
      'yaml/key-not-text',
      `A key must be a text, not ${quoted(isScalar(key) ? key.value : 'a list or map')}.`,
    );
  if (FORBIDDEN.has(name)) return flaw('yaml/forbidden-key', `${quoted(name)} must not be a key; delete it.`);
  if (name === '<<') return flaw('yaml/merge-key', 'Merge keys (<<) are not read; write the keys out.');
  if (seen.has(name)) return flaw('yaml/duplicate-key', `${quoted(name)} stands here twice; keep one.`);
  return characterFlaws(name, path).map((found) => ({ ...found, onKey: true }))[0];
};

const characterFlaws = (text: string, path: Path): readonly Flaw[] => {
  const found = badCharacter(text);
  return found ? [{ path, rule: found.rule, message: found.message }] : [];
};

/** Where a path leads: to a value, or to its key where the value spans lines. A path that leads nowhere ends at the last thing found. */
export const locate = ({ root, placeOf }: Tree, path: Path, onKey = false): Place => {
  const [last = { key: null, value: root }, isWhole] = follow(root, path);
  const { key, value } = last;
  const wantsKey = !isScalar(value) || (onKey && isWhole);
  return placeOf(startOf(wantsKey ? (key ?? value) : value));
};

type Step = Readonly<{ key: ParsedNode | null; value: ParsedNode | null }>;

const follow = (root: ParsedNode, path: Path): readonly [last: Step | undefined, isWhole: boolean] => {
  let last: Step | undefined;
  for (const step of path) {
    const next = childOf(last ? last.value : root, step);
    if (!next) return [last, false];
    last = next;
  }
  return [last, true];
};

const childOf = (node: ParsedNode | null, step: string | number): Step | undefined => {
  if (isSeq<ParsedNode>(node)) {
    const value = node.items[Number(step)];
    return value && { key: null, value };
  }
  return isMap<ParsedNode, ParsedNode | null>(node)
    ? node.items.findLast(({ key }) => keyOf(key) === String(step))
    : undefined;
};

const startOf = (node: ParsedNode | null): number => node?.range[0] ?? 0;
