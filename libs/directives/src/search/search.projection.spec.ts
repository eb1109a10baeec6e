import { describe, expect, it } from '@jest/globals';
import { specifyProjection } from '@edict/kernel/testing';

import { directiveDocument } from '../testing/documents.ts';
import { issued, registration } from '../testing/issued.ts';
import { answered, received, refusedBecause } from '../testing/matter-examples.ts';
import { accepted, assigned, assignment, unassigned } from '../testing/task-examples.ts';
import { searchView, unitSearchView } from './search.projection.ts';

const given = specifyProjection(searchView);
const units = specifyProjection(unitSearchView);

const SEALED = { sealed: 'c2VjcmV0', keyId: 'k1' };

describe('What can be searched', () => {
  it('is a directive by its number and its title', () => {
    const document = directiveDocument({ head: { number: '155-KL/TW', title: 'Kết luận về sắp xếp' } });
    given('directive-d1', { type: 'DirectiveIssued', data: issued({ document }) }).then({
      'directive-d1': {
        stream: 'directive-d1',
        kind: 'directive',
        directiveId: 'd1',
        title: 'Kết luận về sắp xếp',
        words: ' 155 kl tw ket luan ve sap xep',
      },
    });
  });

  it('is a task by its ref and what is to be done, whatever becomes of it, and also before anybody has it', () => {
    const row = {
      stream: 'task-t1',
      kind: 'task',
      directiveId: 'd1',
      title: 'Issue the decrees',
      words: ' 3 2 issue the decrees',
    };
    given('task-t1', assigned(), accepted).then({ 'task-t1': row });
    given('task-t1', unassigned()).then({ 'task-t1': row });
  });

  it('is looked up for nothing that has no words', () =>
    expect(searchView.keys({ ...accepted, stream: 'task-t1' } as Parameters<typeof searchView.keys>[0])).toStrictEqual(
      [],
    ));

  it('is a matter by its subject, also one that was refused', () => {
    const row = {
      stream: 'matter-m-1',
      kind: 'matter',
      directiveId: 'd1',
      title: 'No building is free',
      words: ' no building is free',
    };
    given('matter-m-1', received(), answered()).then({ 'matter-m-1': row });
    given('matter-m-1', refusedBecause('matter/outside-mandate')).then({ 'matter-m-1': row });
  });

  it('is never what is sealed', () =>
    given('task-t1', assigned({ ...assignment, statement: SEALED })).then({
      'task-t1': { stream: 'task-t1', kind: 'task', directiveId: 'd1', title: '', words: ' 3 2' },
    }));

  it('is a unit by its id and by its names in every language, as they were last corrected', () => {
    const named = (names: Record<string, string>) => registration('ministry-of-x', { names });
    units(
      'unit-ministry-of-x',
      { type: 'UnitRegistered', data: named({ en: 'Wrong' }) },
      { type: 'UnitRegistrationCorrected', data: named({ en: 'Ministry', vi: 'Bộ Tài chính' }) },
    ).then({
      'unit-ministry-of-x': {
        stream: 'unit-ministry-of-x',
        kind: 'unit',
        title: 'Ministry',
        words: ' ministry of x ministry bo tai chinh',
      },
    });
  });

  it('is a unit also by what else it is called', () =>
    units('unit-x', {
      type: 'UnitRegistered',
      data: registration('x', { names: { en: 'X' }, aliases: ['Ủy ban'] }),
    }).then({
      'unit-x': { stream: 'unit-x', kind: 'unit', title: 'X', words: ' x x uy ban' },
    }));

  it('is shown by the label of its directive, but for units', () => {
    expect(Object.keys(searchView.columns)).toContain('directiveId');
    expect(Object.keys(unitSearchView.columns)).not.toContain('directiveId');
  });
});
