import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { File } from '@edict/documents';

/** The same place from `src` and from `dist`. */
const EXAMPLES = join(import.meta.dirname, '../../../examples');

/** What comes with the product, by name. */
export const example = async (name: string): Promise<File> => ({ name, text: await readFile(join(EXAMPLES, name)) });

/** The units, the policy and the calendar with which the example directives can be issued. */
export const exampleSeed = (): Promise<readonly File[]> =>
  Promise.all(['units.yaml', 'policy-vn-party.yaml', 'calendar-vn-2025-2026.yaml'].map(example));
