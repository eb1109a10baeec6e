import { describe, expect, it } from '@jest/globals';

import type { DirectiveDocument } from '../document/index.ts';
import { directiveDocument, policy } from '../testing/documents.ts';
import { describedBy, directiveIdOf, identityOf, taskIdOf, unnumberedIdOf } from './identity.ts';

const MAY = '2025-05-16';
type Head = Partial<DirectiveDocument['directive']>;

const identity = (head: Head, issuedOn = MAY) => identityOf(directiveDocument({ head }), policy(), issuedOn);
const idOfDirective = (head: Head) => directiveIdOf(identity(head)!);

describe('A directive with a number', () => {
  it('is known by its lead issuer, type, term and number', () =>
    expect(identity({})).toStrictEqual({
      registry: 'politburo',
      type: 'conclusion',
      term: '13',
      number: '155-KL/TW',
    }));

  it('has an id that never changes', () => expect(idOfDirective({})).toBe('224ce503-90f9-5a20-bf7d-6be33dee85c2'));

  it('is another one in another term, of another type, of another lead issuer, or under another number', () => {
    const others: readonly Head[] = [
      {},
      { term: '12' },
      { type: 'directive' },
      { issuers: ['secretariat', 'politburo'] },
      { number: '156-KL/TW' },
    ];
    expect(new Set(others.map(idOfDirective)).size).toBe(others.length);
  });

  it('is the same one whoever issues it too, whatever it says, and whichever day of its term it is of', () => {
    const same: readonly Head[] = [{ issuers: ['politburo'] }, { title: 'Another' }, { adoptedOn: '2025-05-17' }];
    expect(same.map(idOfDirective)).toStrictEqual(same.map(() => idOfDirective({})));
  });

  it('is the same one however the number is written', () => {
    const latin = idOfDirective({ number: '21-BC/ĐU' });
    const others = ['21-БК/ДУ', '021 - bc / đu', '21\u2013BC/ĐU', '\uFF12\uFF11-BC/ĐU\u200B', '21\u2212BC\uFF0FĐU.'];
    expect(others.map((number) => idOfDirective({ number }))).toStrictEqual(others.map(() => latin));
  });
});

describe('The term of a number', () => {
  const term = (head: Head, issuedOn?: string) => identity(head, issuedOn)?.term;

  it('is the one that is stated, else the year in the number, else the one of the policy, else the year', () => {
    expect(term({ term: '12', number: '30/2020/NĐ-CP' })).toBe('12');
    expect(term({ number: '30/2020/NĐ-CP' })).toBe('2020');
    expect(term({ adoptedOn: '2026-01-24' })).toBe('14');
    expect(term({ adoptedOn: '2020-12-31' })).toBe('2020');
  });

  it('goes by the day of adoption, else of signing, else of issue, else of registration', () => {
    const [signedOn, issuedOn, registeredOn] = ['2019-01-01', '2018-01-01', '2017-01-01'];
    expect(term({ adoptedOn: '2020-01-01', signedOn, issuedOn }, registeredOn)).toBe('2020');
    expect(term({ adoptedOn: null, signedOn, issuedOn }, registeredOn)).toBe('2019');
    expect(term({ adoptedOn: null, signedOn: null, issuedOn }, registeredOn)).toBe('2018');
    expect(term({ adoptedOn: null, signedOn: null, issuedOn: null }, registeredOn)).toBe('2017');
  });
});

describe('A directive without a number', () => {
  it('has no identity of its own', () => expect(identity({ number: null, term: '13' })).toBeNull());

  it('has an id that follows from its registration, and from nothing less', () => {
    expect(unnumberedIdOf('a', 'b')).toBe('9719919f-fa25-53a4-9e67-7779892c3068');
    expect(new Set([['a', 'b'], ['a', 'c'], ['ab'], ['a']].map((from) => unnumberedIdOf(...from))).size).toBe(4);
  });

  const described = (head: Head, issuedOn = MAY) =>
    unnumberedIdOf(...describedBy(directiveDocument({ head: { number: null, ...head } }), issuedOn));

  it('is known by its issuers, type, title and day', () => {
    const others: readonly Head[] = [
      {},
      { issuers: ['politburo'] },
      { type: 'directive' },
      { title: 'Another' },
      { adoptedOn: '2025-05-17' },
    ];
    expect(new Set(others.map((head) => described(head))).size).toBe(others.length);
  });

  it('is the same one whatever else it says, in whatever order it names its issuers, and however its title is typed', () => {
    const title = 'A – b  of the\u00A0Year.';
    const one = described({ title, issuers: ['politburo', 'secretariat'] });
    const same: readonly Head[] = [
      { title, issuers: ['secretariat', 'politburo'] },
      { title: 'a - B of the year', issuers: ['politburo', 'secretariat'] },
      { title, issuers: ['politburo', 'secretariat'], id: 'typed-anew', urgency: 'express' },
    ];
    expect(same.map((head) => described(head))).toStrictEqual(same.map(() => one));
  });

  it('is of the day of adoption, else of signing, else of issue, else of registration', () => {
    const none: Head = { adoptedOn: null, signedOn: null, issuedOn: null };
    expect(described(none, '2025-05-17')).not.toBe(described(none));
    for (const day of ['adoptedOn', 'signedOn', 'issuedOn'] as const)
      expect(described({ ...none, [day]: MAY }, '2025-05-17')).toBe(described(none));
  });

  it('has an id that never changes', () =>
    expect(described({ title: 'Six points', adoptedOn: MAY })).toBe('7055cf67-b2fa-5a2d-a51b-8fb2860c03e7'));

  it('never has the id of one with a number', () =>
    expect(unnumberedIdOf('politburo', 'conclusion', '13', '155-KL/TW')).not.toBe(idOfDirective({})));
});

describe('A task of a directive', () => {
  it('has an id that never changes', () =>
    expect(taskIdOf('d1', '1-1', 'whole')).toBe('8b808ef5-51f2-5009-a9b9-f4f2c64a930d'));

  it('is another one in another directive, under another ref, and for another member', () => {
    const ids = [
      taskIdOf('d1', '1', 'a'),
      taskIdOf('d2', '1', 'a'),
      taskIdOf('d1', '2', 'a'),
      taskIdOf('d1', '1', 'b'),
    ];
    expect(new Set(ids).size).toBe(4);
  });
});
