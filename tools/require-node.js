// Says what is wrong before something stranger does. Runs on any Node: the wrong one is what it looks for.
import { existsSync } from 'node:fs';

const WANTED = 26;
const major = Number(process.versions.node.split('.')[0]);

if (major < WANTED) {
  const installed = existsSync(new URL('../node_modules', import.meta.url));
  const reason = installed
    ? 'The pinned Node is not in node_modules/.bin: npm drops it silently when a download fails or optional packages are left out. Run "npm install" again, without --omit=optional.'
    : 'Nothing is installed yet, and the pinned Node comes with it. Run "npm install".';
  console.error(`Edict needs Node ${WANTED}; this is Node ${process.versions.node}. ${reason}`);
  process.exitCode = 1;
}
