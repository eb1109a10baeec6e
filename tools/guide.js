// node tools/guide.js [--check] [folder]: writes docs/guide/*.md from docs/guide/*.tmpl.md; --check only says which are stale.
// A line `<!-- region path/to/some.spec.ts name -->` becomes the code between `// #region name` and `// #endregion` of that file,
// so that the guide shows nothing that does not run.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PLACE = /^<!-- region (\S+) (\S+) -->$/gm;

const undent = (lines) => {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return lines.map((line) => line.slice(Math.min(...indents))).join('\n');
};

const region = (file, name) => {
  const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
  const start = lines.findIndex((line) => line.trim() === `// #region ${name}`);
  const length = lines.slice(start + 1).findIndex((line) => line.trim().startsWith('// #endregion'));
  if (start < 0 || length < 0) throw new Error(`${file} has no region ${name}.`);
  return undent(lines.slice(start + 1, start + 1 + length));
};

const render = (template) => {
  const head = `<!-- Written by tools/guide.js from ${basename(template)}: edit that, then run "npm run guide". -->\n\n`;
  const fill = (_, file, name) => `\`\`\`ts\n// ${file}\n${region(file, name)}\n\`\`\``;
  return head + readFileSync(template, 'utf8').replaceAll(PLACE, fill);
};

const stored = (page) => {
  try {
    return readFileSync(page, 'utf8');
  } catch {
    return undefined;
  }
};

const check = process.argv.includes('--check');
const folder = process.argv.slice(2).find((arg) => !arg.startsWith('--')) ?? join(ROOT, 'docs/guide');
const stale = [];
for (const template of globSync(join(folder, '*.tmpl.md')).sort()) {
  const page = template.replace(/\.tmpl\.md$/, '.md');
  const text = render(template);
  if (stored(page) === text) continue;
  stale.push(basename(page));
  if (!check) writeFileSync(page, text);
}
if (stale.length > 0) console.log(`${check ? 'Stale, run "npm run guide"' : 'Written'}: ${stale.join(', ')}`);
process.exitCode = check && stale.length > 0 ? 1 : 0;
