import { describe, expect, it } from '@jest/globals';

import type { DirectiveDocument } from './directive.document.ts';
import { doubledRegistered } from './doubled.ts';
import { findingsOf, successionFindings } from './findings.ts';

const none = { from: null, until: null };
const directive = (
  more: Partial<DirectiveDocument>,
  head: Partial<DirectiveDocument['directive']> = {},
): DirectiveDocument => ({
  directive: {
    ...{ id: 'sample', number: '1-KH/TU', type: 'plan', issuers: [], title: 'Sample', language: 'en' },
    ...{ adoptedOn: '2025-05-16', signedOn: '2025-05-16', issuedOn: '2025-05-16', effective: none, horizon: none },
    ...{ classification: 'open', urgency: 'none', links: [] },
    ...head,
  },
  clauses: [],
  tasks: [],
  ...more,
});
const said = (document: DirectiveDocument) =>
  findingsOf(document, { units: [] }).map(({ code, ref, message }) => [code, ref, message]);

const merger = { id: 's', from: ['body', 'other'], to: 'third', kind: 'merge', effectiveOn: '2025-07-01' } as const;

describe('A unit that two succeed', () => {
  const doubled = 't: body is succeeded in s as well; which it will be is open.';
  const of = (second: object) => {
    const successions = [
      { ...merger, basis: 'B' },
      { ...merger, id: 't', from: ['body'], basis: 'C', ...second },
    ];
    const found = successionFindings({ units: [], successions });
    return found.filter(({ code }) => code === 'succession-doubled').map(({ ref, message }) => [ref, message]);
  };

  it('is a finding where one of them is not settled, of a units file and of a directive', () => {
    for (const open of [{ status: 'planned' }, { status: 'pilot' }, { effectiveOn: null }, { to: null }])
      expect(of(open)).toStrictEqual([['t', doubled]]);
    const successions = [
      { ...merger, basis: 'B', status: 'planned' as const },
      { ...merger, id: 't', from: ['body'], basis: 'C' },
    ];
    expect(said(directive({ successions }))).toContainEqual(['succession-doubled', 'sample', doubled]);
  });

  it('is none where that contradicts itself, which is an error, nor where it goes on, or is split', () => {
    for (const no of [{ to: 'fourth' }, { to: null, successor: 'nobody' }, { from: ['body', 'fifth'], to: 'body' }])
      expect(of(no)).toStrictEqual([]);
    const parts = { from: ['body'], to: ['third', 'fourth'], kind: 'split', effectiveOn: null } as const;
    const found = said(directive({ successions: [{ ...parts, id: 'p', basis: 'B' }] }));
    expect(found.map(([code]) => code)).toStrictEqual(['succession-open', 'succession-open']);
  });
});

it('A unit that is split into parts is succeeded by each of them; one that is split and goes over whole as well is a finding', () => {
  const of = (kind: 'split' | 'merge') => {
    const first = { ...merger, kind: 'split' as const, basis: 'B', status: 'planned' as const };
    const found = successionFindings({ units: [], successions: [first, { ...merger, kind, id: 't', basis: 'C' }] });
    return found.filter(({ code }) => code === 'succession-doubled').length;
  };
  expect([of('split'), of('merge')]).toStrictEqual([0, 2]);
});

it('What is in force, or looks ahead, to an end in words is said in these words', () => {
  const until = { ...none, phrase: 'until it is replaced' };
  expect(said(directive({}, { effective: until, horizon: until }))).toStrictEqual([
    ['window-in-words', 'sample', 'It is in force: until it is replaced.'],
    ['window-in-words', 'sample', 'It looks ahead: until it is replaced.'],
  ]);
});

it('What a directive says of its successions is held against what is registered, and not against itself', () => {
  const [filed, planned] = [
    { ...merger, basis: 'B', effectiveOn: null, notes: 'N' },
    { ...merger, basis: 'B' },
  ];
  const document = directive({ successions: [filed] });
  const against = (first: object, now: object) => {
    const registered = { planned: { ...planned, ...first }, now: { ...planned, ...first, ...now } };
    return doubledRegistered(document, [registered]).map(({ ref, message }) => [ref, message]);
  };
  expect(against({ effectiveOn: null }, { effectiveOn: '2025-07-01', to: 'fourth' })).toStrictEqual([]);
  const open = (id: string) => [['sample', `s: body is succeeded in ${id} as well; which it will be is open.`]];
  expect(against({ id: 't', from: ['body'] }, {})).toStrictEqual(open('t'));
  expect(against({ from: ['body'] }, {})).toStrictEqual(open('s'));
  expect(against({ id: 't', from: ['sixth'] }, {})).toStrictEqual([]);
  expect(doubledRegistered(directive({}), [{ planned, now: planned }])).toStrictEqual([]);
});
