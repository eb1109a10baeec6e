// node tools/swc-build.js <project folder>: compiles src/**/*.ts to dist/**/*.js with the settings of .swcrc.
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { transformFileSync } from '@swc/core';

const [project] = process.argv.slice(2);
const src = join(project, 'src');
const dist = join(project, 'dist');
rmSync(dist, { recursive: true, force: true });
for (const file of globSync(`${src}/**/*.ts`, { exclude: (name) => name.endsWith('.spec.ts') })) {
  const out = join(dist, relative(src, file)).replace(/\.ts$/, '.js');
  const { code, map } = transformFileSync(file, { sourceFileName: relative(dirname(out), file) });
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${code}//# sourceMappingURL=${out.split('/').at(-1)}.map\n`);
  writeFileSync(`${out}.map`, map);
}
