import { describe, expect, it } from '@jest/globals';
import { saga as bySaga, at, specify, specifySaga } from '@edict/kernel/testing';

import { findingsOf, type Link } from '../document/index.ts';
import { conclusion, CONCLUSION, directiveIssued, unitFact } from '../testing/directive-examples.ts';
import { directiveDocument, taskItem } from '../testing/documents.ts';
import { ISSUED_AT } from '../testing/issued.ts';
import { directive } from './directive.decider.ts';
import { statedChange } from './stated-change.saga.ts';

const link: Link = {
  ...{ rel: 'amends', number: '155-KL/TW', type: 'conclusion', issuers: ['politburo', 'secretariat'] },
  ...{
    date: '2025-05-16',
    title: 'Apparatus',
    effects: [{ ref: '1-1', effect: 'replace', by: '9-1' }],
    others: 'keep',
  },
};
const documentOf = (...links: readonly Link[]) =>
  directiveDocument({ head: { id: 'further', number: '160-KL/TW', links }, tasks: [taskItem({ ref: '9-1' })] });
const issuedWith = (...links: readonly Link[]) => directiveIssued({ document: documentOf(...links) });
const given = () => specifySaga(statedChange, directive, 'directive-further')();
const told = {
  key: `amends ${CONCLUSION.slice('directive-'.length)}`,
  send: {
    stream: CONCLUSION,
    type: 'ChangeDirective' as const,
    data: {
      ...{ directiveId: 'further', how: 'amends' as const, effects: link.effects!, others: 'keep' as const },
      reason: 'So it is stated in 160-KL/TW.',
    },
  },
};

describe('A further document that states in its text what becomes of open tasks', () => {
  it('changes the other one as soon as it is issued', () => given().when(issuedWith(link)).then(told));

  it('changes nothing where it states nothing, or does not say which document it means', () => {
    const { effects: _, others: __, ...silent } = link;
    given()
      .when(issuedWith(silent, { ...link, number: null }, { ...link, issuers: [] }))
      .then();
    given()
      .when(issuedWith({ ...link, rel: 'cites' }))
      .then();
  });

  it('leaves it open otherwise, and only then', () => {
    const open = (more: Partial<Link>) =>
      findingsOf(documentOf({ ...link, ...more }), { units: [] }).filter(({ code }) => code === 'effects-not-stated')
        .length;
    const { effects: _, others: __, ...silent } = link;
    expect([open({}), open({ number: null })]).toStrictEqual([0, 1]);
    expect(findingsOf(documentOf(silent), { units: [] }).map(({ code }) => code)).toContain('effects-not-stated');
  });

  it('needs the same authority as if somebody said it', () => {
    const document = { ...conclusion, tasks: [taskItem({ ref: '1-1' })] };
    const change = (issuers: readonly string[]) => ({
      type: 'ChangeDirective' as const,
      data: {
        ...told.send.data,
        document: {
          value: { number: '160-KL/TW', issuers, title: 'T', on: '2025-06-02', tasks: ['9-1'] },
          source: 's',
        },
        authorities: unitFact({ id: 'politburo' }),
        open: {},
      },
    });
    const here = at(ISSUED_AT, bySaga, ISSUED_AT, CONCLUSION);
    specify(directive)(directiveIssued({ document }))
      .when(change(['ministry']), here)
      .thenRefused('directive/not-the-superior');
    specify(directive)(directiveIssued({ document }))
      .when(change(['politburo']), here)
      .then({
        type: 'DirectiveChanged',
        data: {
          ...told.send.data,
          ...{ by: { number: '160-KL/TW', issuer: 'politburo', title: 'T', on: '2025-06-02' }, source: 's' },
        },
      });
  });
});
