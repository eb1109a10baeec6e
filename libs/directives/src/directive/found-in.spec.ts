import { describe, expect, it } from '@jest/globals';
import { fold } from '@edict/kernel';

import type { Finding } from '../document/finding.ts';
import { directiveIssued } from '../testing/directive-examples.ts';
import { directive } from './directive.decider.ts';
import type { DirectiveEvent } from './directive.messages.ts';
import { codesOf, foundIn } from './found-in.ts';

const say = (ref: string, code: Finding['code']): Finding => ({ ref, code, message: 'x' });

describe('What is found of a task', () => {
  it('is what its text leaves open, each once', () => {
    const findings = [
      ...[say('1-1', 'several-leads'), say('1-1', 'placeholder-not-filled'), say('1-1', 'placeholder-not-filled')],
      ...[say('1-11', 'no-lead'), say('1', 'by-reference')],
    ];
    expect(codesOf(findings, { ref: '1-1' })).toStrictEqual(['several-leads', 'placeholder-not-filled']);
    expect(codesOf(findings, { ref: '1-2', parent: null })).toStrictEqual([]);
  });

  it('of a part is how often the whole comes round, however deep it lies', () => {
    const findings = [say('1-1', 'no-interval'), say('1-1', 'several-leads'), say('1-2-d1', 'no-interval')];
    for (const ref of ['1-1-d1', '1-1-d2-d1'])
      expect(codesOf(findings, { ref, parent: 't1' })).toStrictEqual(['no-interval']);
    expect(codesOf(findings, { ref: '1-1-d1' })).toStrictEqual([]);
    expect(codesOf(findings, { ref: '1-1-x', parent: 't1' })).toStrictEqual([]);
    expect(codesOf(findings, { ref: '1-2-d1' })).toStrictEqual(['no-interval']);
  });

  it('stands with the directive, or with its entry where it was entered later', () => {
    const issued = directiveIssued({ findings: [say('1-1', 'no-lead')] });
    const entered = {
      type: 'TaskEntered',
      data: { findings: [say('1-2', 'several-leads')] },
    } as unknown as DirectiveEvent;
    const state = fold(directive, [issued, entered]);
    expect(foundIn({ ref: '1-1' })(state)).toStrictEqual(['no-lead']);
    expect(foundIn({ ref: '1-2' })(state)).toStrictEqual(['several-leads']);
    expect(foundIn({ ref: '1-1' })(directive.initialState)).toStrictEqual([]);
  });
});
