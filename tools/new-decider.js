// node tools/new-decider.js <noun> [folder]: writes the files of a new decider, in the shape the others have.
// The noun is in kebab-case, `site-visit`. The folder is libs/directives/src unless another is named.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';

import { filesOf } from './new-decider.templates.js';

const [noun, folder = join(import.meta.dirname, '../libs/directives/src')] = process.argv.slice(2);

const refuse = (reason) => {
  console.error(`${reason}\nUsage: node tools/new-decider.js <noun-in-kebab-case> [folder]`);
  process.exit(1);
};
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(noun ?? '')) refuse(`Not a noun in kebab-case: ${noun ?? '(none)'}`);
const home = join(folder, noun);
if (existsSync(home)) refuse(`There is a ${noun} already: ${home}`);

mkdirSync(home, { recursive: true });
const style = await resolveConfig(import.meta.filename);
for (const [name, text] of Object.entries(filesOf(noun)))
  writeFileSync(join(home, name), await format(text, { ...style, parser: 'typescript' }));

console.log(`Written: ${Object.keys(filesOf(noun)).join(', ')} in ${home}

Next:
1. Rename the commands and events to what people say, and write the first rule as a sentence in ${noun}.spec.ts.
2. Export it from libs/directives/src/index.ts.
3. Name it among the deciders of libs/engine, which refuses to start if a command has none.
4. Record a history of it in tests/histories before the first event is stored: events are for ever.`);
