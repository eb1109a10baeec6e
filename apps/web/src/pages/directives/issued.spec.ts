import { describe, expect, it } from '@jest/globals';

import type { EventLine } from '../../api/tasks.ts';
import { issuedIn, linkGroups, type Linked } from './issued.ts';

const link = (rel: string, number: string | null): Linked => ({
  ...{ rel, number, type: 'report', issuers: [], date: null, title: 'A report' },
});

describe('What a document says of itself', () => {
  it('is taken from its issue', () => {
    const directive = { horizon: { from: null, until: '2025-06-30' } };
    const lines = [
      { type: 'DirectiveIssued', data: { document: { directive } } },
      { type: 'WatchBegan', data: {} },
    ];
    expect(issuedIn(lines as unknown as EventLine[])).toStrictEqual(directive);
    expect(issuedIn([])).toBeUndefined();
  });

  it('links to others, which stand together by how, and without a number are counted', () =>
    expect(
      linkGroups([
        link('basedOn', '386-BC/BTCTW'),
        link('cites', null),
        link('basedOn', '21-BC/ĐU'),
        link('cites', null),
      ]),
    ).toStrictEqual([
      { rel: 'basedOn', numbers: ['386-BC/BTCTW', '21-BC/ĐU'], unnumbered: 0 },
      { rel: 'cites', numbers: [], unnumbered: 2 },
    ]));
});
