import { describe, expect, it } from '@jest/globals';
import { canonical, instant } from '@edict/kernel';
import { specifyProjection } from '@edict/kernel/testing';

import { conclusion, directiveIssued } from '../testing/directive-examples.ts';
import { taskItem } from '../testing/documents.ts';
import { ISSUED_AT } from '../testing/issued.ts';
import type { Changed, DirectiveEvent } from './directive.messages.ts';
import { directiveView, type DirectiveRow } from './directive.projection.ts';
import { implementedIn } from './implement.ts';

const given = specifyProjection(directiveView);
const RECORDED = '2025-01-01T00:00:00.000Z';
const SOURCE = { number: '386-BC/BTCTW', type: 'report', issuers: [], date: null, title: 'Two weeks' };
const JUNE = instant('2025-06-01T00:00Z');
const watchBegan: DirectiveEvent = { type: 'WatchBegan', data: { from: JUNE } };

const row: DirectiveRow = {
  directiveId: 'd1',
  slug: 'conclusion-155',
  number: '155-KL/TW',
  type: 'conclusion',
  term: '13',
  issuers: '["politburo","secretariat"]',
  title: 'Apparatus and administrative units',
  adoptedOn: '2025-05-16',
  issuedOn: '2025-05-16',
  issuedAt: ISSUED_AT,
  recordedAt: RECORDED,
  classification: 'open',
  urgency: 'none',
  watchFrom: ISSUED_AT,
  findings: '[]',
  implements: '[]',
  force: 'inForce',
  changes: '[]',
};

describe('The list of directives', () => {
  it('shows what was issued, when, and when that was recorded', () =>
    given('directive-d1', directiveIssued()).then({ d1: row }));

  it('shows the day of issue that was asked for, not the one that the text names', () =>
    given('directive-d1', directiveIssued({ issuedOn: '2025-05-19' })).then({
      d1: { ...row, issuedOn: '2025-05-19' },
    }));

  it('shows what the text leaves open', () =>
    given('directive-d1', directiveIssued({ findings: [{ code: 'no-lead', ref: '1-1', message: 'Nobody.' }] })).then({
      d1: { ...row, findings: '[{"code":"no-lead","message":"Nobody.","ref":"1-1"}]' },
    }));

  it('shows what is without a number, of no term, and adopted on a day that nobody knows', () => {
    const document = { ...conclusion, directive: { ...conclusion.directive, number: null, adoptedOn: null } };
    given('directive-d1', directiveIssued({ document, identity: null })).then({
      d1: { ...row, number: null, term: null, adoptedOn: null },
    });
  });

  it('shows from when on what was entered late is watched, once that is said', () => {
    const late = directiveIssued({ watchFrom: null });
    given('directive-d1', late).then({ d1: { ...row, watchFrom: null } });
    given('directive-d1', late, watchBegan).then({ d1: { ...row, watchFrom: JUNE } });
  });

  it('shows which clauses of higher directives it implements, and since when that is known', () => {
    const clauses = [{ clause: '2.6', by: ['1'] }];
    const link = {
      rel: 'implements',
      type: 'plan',
      issuers: ['politburo'],
      date: '2025-01-01',
      title: 'A plan',
    } as const;
    const links = [{ ...link, number: '1-KH/TW', clauses }];
    const document = { ...conclusion, directive: { ...conclusion.directive, links } };
    const said = { directiveId: 'd2', clause: '5', by: [] };
    const implemented: DirectiveEvent = { type: 'ClauseImplemented', data: { ...said, source: 'directive-d2@0' } };
    const [first] = implementedIn(directiveIssued({ document }).data);
    given('directive-d1', directiveIssued({ document }), implemented).then({
      d1: {
        ...row,
        implements: canonical([
          { ...first!, at: RECORDED },
          { ...said, at: RECORDED },
        ]),
      },
    });
    const withdrawn: DirectiveEvent = { type: 'ImplementationWithdrawn', data: { ...said, reason: 'It was 4' } };
    given('directive-d1', directiveIssued(), implemented, withdrawn, implemented).then({
      d1: {
        ...row,
        implements: canonical([
          { ...said, at: RECORDED, until: RECORDED },
          { ...said, at: RECORDED },
        ]),
      },
    });
    given('directive-d1', implemented).then({ d1: undefined as unknown as DirectiveRow });
  });

  it('shows what a task leaves open that was entered later', () => {
    const finding = { code: 'no-lead', ref: '1-9', message: 'Nobody is named to lead this task.' } as const;
    const data = { item: taskItem({ ref: '1-9' }), source: SOURCE, named: {}, at: ISSUED_AT, findings: [finding] };
    given('directive-d1', directiveIssued(), { type: 'TaskEntered', data }).then({
      d1: { ...row, findings: canonical([finding]) },
    });
  });

  it('shows by which further documents it was changed, and whether it is still in force', () => {
    const by = { number: '160-KL/TW', issuer: 'politburo' };
    const changed = (how: Changed['how']): DirectiveEvent => ({
      type: 'DirectiveChanged',
      data: { directiveId: 'd2', how, effects: [], by, reason: 'Why', source: 'directive-d2@0' },
    });
    const shown = (how: Changed['how']) => ({ at: RECORDED, by, directiveId: 'd2', how });
    given('directive-d1', directiveIssued(), changed('amends'), changed('reaffirms')).then({
      d1: { ...row, changes: canonical([shown('amends'), shown('reaffirms')]) },
    });
    given('directive-d1', directiveIssued(), changed('supersedes'), changed('amends')).then({
      d1: { ...row, force: 'superseded', changes: canonical([shown('supersedes'), shown('amends')]) },
    });
    given('directive-d1', directiveIssued(), changed('revokes')).then({
      d1: { ...row, force: 'revoked', changes: canonical([shown('revokes')]) },
    });
  });

  it('has no row for a directive that it has not seen issued', () =>
    given('directive-d1', watchBegan).then({ d1: undefined as unknown as DirectiveRow }));

  it('has nothing of other streams', () => given('task-d1', directiveIssued()).then({}));

  it('has a column of text for everything it shows, and finds directives by slug and by number', () => {
    expect(directiveView.table).toBe('directive');
    expect(directiveView.columns).toStrictEqual(Object.fromEntries(Object.keys(row).map((column) => [column, 'text'])));
    expect(directiveView.indexes).toStrictEqual([['slug'], ['number'], ['issuedAt']]);
  });
});
