import type { FormDocument, FormDocumentLine } from '@edict/directives/document';

import { quoted, type Flaw } from '../problem.ts';
import { circleIn, flaw, reversed, twice } from './common.ts';

export const formFlaws = ({ form, lines }: FormDocument): readonly Flaw[] => {
  const keys = lines.map(({ key }, index) => ({ name: key, path: ['lines', index, 'key'] }));
  const known = new Set(keys.map(({ name }) => name));
  return [
    ...reversed(form.valid, ['form', 'valid']),
    ...twice(keys, 'form/key-twice', 'The key'),
    ...lines.flatMap((line, index) => partFlaws(line, index, known)),
    ...circle(lines),
  ];
};

const partFlaws = ({ key, parts = [] }: FormDocumentLine, index: number, known: ReadonlySet<string>) => {
  const named = parts.map((name, n) => ({ name, path: ['lines', index, 'parts', n] }));
  return [
    ...twice(named, 'form/part-twice', 'The part'),
    ...named
      .filter(({ name }) => !known.has(name))
      .map(({ name, path }) =>
        flaw(path, 'form/part-unknown', `${quoted(key)} has no line ${quoted(name)} beside it.`),
      ),
  ];
};

/** What is a total of itself would be checked against nothing. */
const circle = (lines: readonly FormDocumentLine[]): readonly Flaw[] => {
  const found = circleIn(new Map(lines.map(({ key, parts = [] }) => [key, parts])));
  if (!found) return [];
  const index = lines.findIndex(({ key }) => key === found[0]);
  const words = [...found.slice(0, 8), found[0]!].map(quoted).join(', ');
  return [flaw(['lines', index, 'parts'], 'form/circle', `Each of these has the next for a part: ${words}.`)];
};
