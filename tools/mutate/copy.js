import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NOT_COPIED = /\/(node_modules|dist|\.nx)$/;

/** A copy of the house in which lies can be told while people work in the house itself. Packages are shared, libraries are not. */
export const copyOf = (root) => {
  const home = mkdtempSync(join(tmpdir(), 'edict-mutants-'));
  const filter = (path) => !NOT_COPIED.test(path);
  for (const name of ['libs', 'tests', 'tools', 'docs', 'examples', 'package.json', 'tsconfig.base.json', '.swcrc'])
    cpSync(join(root, name), join(home, name), { recursive: true, filter });
  mkdirSync(join(home, 'node_modules/@edict'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@edict') symlinkSync(join(root, 'node_modules', name), join(home, 'node_modules', name));
  for (const folder of ['libs', 'libs/adapters', 'tests'])
    for (const name of readdirSync(join(home, folder))) linkPackage(home, join(home, folder, name));
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  return {
    home,
    read: (file) => readFileSync(join(home, file), 'utf8'),
    write: (file, text) => writeFileSync(join(home, file), text),
  };
};

const linkPackage = (home, folder) => {
  const { name } = manifest(folder);
  if (name) symlinkSync(folder, join(home, 'node_modules', name));
};

const manifest = (folder) => {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  } catch {
    return {};
  }
};

const JEST = [
  ...['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'],
  ...['-c', 'tools/jest.config.js', '--bail', '--runInBand', '--silent'],
];

/** Whether the unit specs under `folder` pass, only those that reach `file` if it is one of theirs. One that never ends does not pass. */
export const specsPass = (home, folder, { file, limit, stdio = 'ignore' }) =>
  new Promise((resolve) => {
    const related = file?.startsWith(`${folder}/`) ? ['--findRelatedTests', join(home, file)] : [];
    const env = { ...process.env, EDICT_TESTS: 'unit' };
    const args = [...JEST, '--rootDir', join(home, folder), ...related];
    const child = spawn(process.execPath, args, { cwd: home, env, timeout: limit, stdio });
    child.on('close', (code) => resolve(code === 0));
  });
