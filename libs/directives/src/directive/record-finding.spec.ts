import { describe, expect, it } from '@jest/globals';
import { at, EVENT_ID, person, specify } from '@edict/kernel/testing';

import { directiveIssued } from '../testing/directive-examples.ts';
import { directiveDocument, taskItem } from '../testing/documents.ts';
import { ISSUED_AT } from '../testing/issued.ts';
import { directive } from './directive.decider.ts';
import type { DirectiveEvent } from './directive.messages.ts';
import { directiveView, type DirectiveRow } from './directive.projection.ts';

describe('What an inspection found', () => {
  const given = specify(directive);
  const CLAUSE = '1';
  const clauses = [{ ref: CLAUSE, kind: 'task-bearing', text: 'What is to be done' }] as const;
  const document = { ...directiveDocument({ head: { id: 'one' }, tasks: [taskItem({ ref: '9-1' })] }), clauses };
  const issued = directiveIssued({ document });
  const NOW = '2025-06-02T02:00:00.000Z';
  const inspector = { ...person('inspection-committee'), capacity: 'inspector' };
  const now = at(NOW, inspector, undefined, 'directive-one');
  const finding = 'Of three reports that were due, one is there.';
  const record = (data: { ref?: string; evidence?: string } = {}) =>
    ({ type: 'RecordFinding', data: { finding, ...data } }) as const;
  const recorded = (ref: string | null, evidence: string | null = null): DirectiveEvent => ({
    type: 'FindingRecorded',
    data: { ref, finding, unit: 'inspection-committee', capacity: 'inspector', evidence },
  });

  it('is kept of the directive as a whole, of a clause or of a task, with who found it', () => {
    given(issued).when(record(), now).then(recorded(null));
    given(issued)
      .when(record({ ref: CLAUSE }), now)
      .then(recorded(CLAUSE));
    given(issued)
      .when(record({ ref: '9-1' }), now)
      .then(recorded('9-1'));
  });

  it('is kept each time: the second may say more than the first', () =>
    given(issued, recorded(CLAUSE))
      .when(record({ ref: CLAUSE }), now)
      .then(recorded(CLAUSE)));

  it('is of something that is there', () => {
    given(issued)
      .when(record({ ref: '9-2' }), now)
      .thenRefused('directive/no-such-place');
    given().when(record(), now).thenRefused('directive/unknown');
  });

  it('says how it is known where it is entered later', () => {
    const later = at(NOW, inspector, '2025-06-01T02:00:00.000Z', 'directive-one');
    given(issued).when(record(), later).thenRefused('act/without-evidence');
    given(issued)
      .when(record({ evidence: 'Minutes no. 4' }), later)
      .then(recorded(null, 'Minutes no. 4'));
  });

  it('stands among the findings of the directive, and is read in the history alone where it is sealed', () => {
    const sealed: DirectiveEvent = {
      type: 'FindingRecorded',
      data: { ...recorded(null).data, finding: { sealed: 'x', keyId: 'k' } } as never,
    };
    const rows = [issued, recorded('9-1'), sealed].reduce<DirectiveRow | undefined>((row, event) => {
      const happened = {
        ...event,
        id: EVENT_ID,
        stream: 'directive-one',
        recordedAt: ISSUED_AT,
        occurredAt: ISSUED_AT,
      };
      return directiveView.evolve(row, happened);
    }, undefined);
    expect((JSON.parse(rows!.findings) as object[]).slice(-2)).toStrictEqual([
      { code: 'inspection', ref: '9-1', message: `inspection-committee: ${finding}` },
      { code: 'inspection', ref: 'one', message: 'inspection-committee' },
    ]);
  });
});
