import { checkNode } from './check-node.ts';
import { readConfig, roleIn } from './config.ts';
import { explain } from './failing-start.ts';

try {
  checkNode(process.versions.node);
  const config = readConfig({ ...process.env, ...roleIn(process.argv) });
  const { serve } = await import('./serve.ts'); // loads what an old Node cannot
  await serve(config);
} catch (error) {
  const { message, code } = explain(error);
  console.error(message);
  process.exit(code);
}
