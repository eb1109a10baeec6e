import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '@edict/directives';

import { DECIDERS } from './catalogue.ts';

const sentByPersons = DECIDERS.flatMap(({ origins }) =>
  Object.keys(origins).filter((type) => origins[type]!.includes('person')),
);

describe('The permission matrix', () => {
  it('says of every command that a person may send who may send it', () =>
    expect(sentByPersons.filter((type) => !Object.hasOwn(PERMISSIONS, type))).toStrictEqual([]));
});
