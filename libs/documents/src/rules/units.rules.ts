import type { UnitEntry, UnitsDocument } from '@edict/directives/document';

import { quoted, type Flaw } from '../problem.ts';
import { flaw, twice } from './common.ts';
import { successionFlaws } from './succession.rules.ts';

export const unitsFlaws = ({ units, successions = [] }: UnitsDocument): readonly Flaw[] => [
  ...twice(
    units.map(({ id }, index) => ({ name: id, path: ['units', index, 'id'] })),
    'unit/id-twice',
    'The unit',
  ),
  ...units.flatMap(memberFlaws),
  ...successionFlaws(successions),
];

const memberFlaws = ({ id, kind, members = [], oneOf = [] }: UnitEntry, index: number): readonly Flaw[] => [
  ...classFlaws(kind, members, index),
  ...(members.includes(id) || oneOf.includes(id)
    ? [flaw(['units', index], 'unit/in-itself', `${quoted(id)} cannot be a member of itself, nor one of itself.`)]
    : []),
];

const classFlaws = (kind: UnitEntry['kind'], members: readonly string[], index: number): readonly Flaw[] =>
  kind !== 'group' && kind !== 'persons' && members.length > 0
    ? [
        flaw(
          ['units', index, 'members'],
          'unit/members-of-no-group',
          `Only a group has members, and this is a ${kind}.`,
        ),
      ]
    : [];
