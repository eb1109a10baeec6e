import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { SCRIPT_VERBS } from '@edict/directives/document';

import { CONCLUSION, example, filesOf, play } from './stage.ts';

const text = readFileSync(new URL('../../../docs/scripts.md', import.meta.url), 'utf8');
const blocks = [...text.slice(text.indexOf('### One line for each verb')).matchAll(/```yaml\n([\s\S]*?)```/g)];
const [played, shown] = blocks.map(([, script], n) =>
  filesOf(example(CONCLUSION), example('form-premises.yaml'), { name: `scripts-${n}.yaml`, text: script! }),
);

describe('docs/scripts.md', () => {
  it('has a row for each verb', () => {
    const table = text.split('\n').filter((line) => line.startsWith('| `'));
    const named = table.flatMap((line) => [...line.split('|')[1]!.matchAll(/`([a-z-]+)`/g)].map(([, verb]) => verb));
    expect(SCRIPT_VERBS.filter((verb) => !named.includes(verb))).toStrictEqual([]);
  });

  it('has a line for each verb, and every line can be read', () => {
    const verbs = [...played!.script!, ...shown!.script!].map((line) => line.do);
    expect(SCRIPT_VERBS.filter((verb) => !verbs.includes(verb))).toStrictEqual([]);
  });

  it('shows lines of which none is refused', async () => {
    const { refusals } = await play(played!, { until: '2025-07-10' });
    expect(refusals).toStrictEqual([]);
  });
});
