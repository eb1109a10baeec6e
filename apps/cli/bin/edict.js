#!/usr/bin/env node
// Starts the command line on the Node that this project pins, from its sources in a checkout and from `dist` elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const source = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const built = fileURLToPath(new URL('../dist/main.js', import.meta.url));

const isNewEnough = Number(process.versions.node.split('.')[0]) >= 26;
const pinned = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
if (!isNewEnough && !existsSync(pinned)) {
  console.error(
    `edict needs Node 26 or later, this is ${process.versions.node}. Run npm install in the checkout first.`,
  );
  process.exit(1);
}

const node = isNewEnough ? process.execPath : pinned;
const program = existsSync(source) ? ['--conditions=@edict/source', source] : [built];
const { status, signal } = spawnSync(
  node,
  ['--disable-warning=ExperimentalWarning', ...program, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
if (signal) process.kill(process.pid, signal);
else process.exitCode = status ?? 1;
