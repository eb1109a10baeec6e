import { checkNode } from './check-node.ts';
import { readConfig, roleIn } from './config.ts';
import { explain } from './failing-start.ts';
import { unreadIn } from './unread.ts';

const LINGER_MS = 500;

try {
  checkNode(process.versions.node);
  const env = { ...process.env, ...roleIn(process.argv) };
  const config = readConfig(env);
  for (const name of unreadIn(env))
    console.error(`${name} is set and means nothing here: it is misspelt, or of something that is not chosen.`);
  const { serve } = await import('./serve.ts'); // loads what an old Node cannot
  await serve(config);
  // All is closed, and what a library still tries to reach, such as a Redis that is away, keeps nobody.
  setTimeout(() => process.exit(), LINGER_MS).unref();
} catch (error) {
  const { message, code } = explain(error);
  console.error(message);
  process.exit(code);
}
