import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const libs = join(import.meta.dirname, '../../../../libs');
const UNION = /type \w*Event =([\s\S]*?);\n(?:\n|$)/g;

/** How the domain declares its events. */
const unions = globSync('*/src/**/*.ts', { cwd: libs })
  .filter((name) => !name.includes('.spec.'))
  .flatMap((name) => [...readFileSync(join(libs, name), 'utf8').matchAll(UNION)].map(([, union]) => union!));

const each = (pattern: RegExp): readonly string[] => [
  ...new Set(unions.flatMap((union) => [...union.matchAll(pattern)].map(([, name]) => name!))),
];

/** Each event that the domain can say, by its name. */
export const eventTypes = each(/(?:Message<\s*|type: )'(\w+)'/g);
/** What an event calls words that a person has said. */
export const wordsOfEvents = each(/(\w+): Prose\b/g);

const desk = readFileSync(join(libs, 'directives/src/matter/matter.receiving.ts'), 'utf8');
/** Why no desk takes a matter, by the code that is recorded. */
export const objections = [...(/OBJECTIONS = \{([\s\S]*?)\}/.exec(desk)?.[1] ?? '').matchAll(/'(\w+\/[a-z-]+)'/g)].map(
  ([, code]) => code!,
);
