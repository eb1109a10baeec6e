import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { checkFiles, loadFiles, readDocument } from './index.ts';

const snippet = fc.constantFrom(
  'directive:',
  'units:',
  'policy:',
  'calendar:',
  'tasks:',
  '\n',
  '\n  ',
  '\n- ',
  '{',
  '}',
  '[',
  ']',
  ', ',
  ': ',
  '? ',
  '"',
  "'",
  '|\n',
  '>-\n',
  '&a ',
  '*a',
  '!!x ',
  '<<: ',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '# x\n',
  '\t',
  '\r\n',
  '__proto__: ',
  '2025-06-31',
  '\uFEFF',
  '\ud800',
  '\\ud800',
  '~',
  '.nan',
  '0x1F',
  '1e999',
);

const soup = fc
  .array(fc.oneof(snippet, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

const readable = (text: string | Uint8Array): void => {
  const { document, errors } = readDocument('any.yaml', text);
  expect(document === undefined).toBe(errors.length > 0);
  for (const { line, column } of errors) expect(Math.min(line, column)).toBeGreaterThan(0);
};

describe('whatever a file holds', () => {
  it('it is either read or has an error with a place', () => {
    fc.assert(fc.property(soup, readable), { numRuns: 2000 });
  });

  it('the same goes for bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), readable), { numRuns: 500 });
  });

  it('the same goes for any value of JSON under a known key', () => {
    const file = fc.tuple(fc.constantFrom('directive', 'units', 'policy', 'calendar'), fc.json({ maxDepth: 4 }));
    fc.assert(
      fc.property(file, ([key, json]) => readable(`{"${key}": ${json}}`)),
      { numRuns: 500 },
    );
  });

  it('checking and loading it do not throw either', () => {
    fc.assert(
      fc.property(fc.array(soup, { maxLength: 3 }), (texts) => {
        const files = texts.map((text, index) => ({ name: `${index}.yaml`, text }));
        expect(loadFiles(files).ok).toBe(checkFiles(files).ok);
      }),
      { numRuns: 300 },
    );
  });
});
