import { describe, expect, it } from '@jest/globals';

import { isView, mayPassOver } from './kinds.ts';

describe('Who follows the log', () => {
  it.each([
    ['task_v9', true, false],
    ['alarm', true, false],
    ['succession', false, false],
    ['escalation', false, true],
    ['task-notices', false, true],
    ['deliveries', false, true],
  ])('%s is built anew: %s, passes over an event: %s', (name, built, passes) =>
    expect([isView(name), mayPassOver(name)]).toStrictEqual([built, passes]),
  );
});
