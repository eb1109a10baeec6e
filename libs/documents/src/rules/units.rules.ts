import type { UnitEntry, UnitsDocument } from '@edict/directives/document';

import type { Flaw } from '../problem.ts';
import { flaw, twice } from './common.ts';
import { successionFlaws } from './directive.rules.ts';

export const unitsFlaws = ({ units, successions = [] }: UnitsDocument): readonly Flaw[] => [
  ...twice(
    units.map(({ id }, index) => ({ name: id, path: ['units', index, 'id'] })),
    'unit/id-twice',
    'The unit',
  ),
  ...units.flatMap(memberFlaws),
  ...successionFlaws(successions),
];

const memberFlaws = ({ kind, members = [] }: UnitEntry, index: number): readonly Flaw[] =>
  kind !== 'group' && members.length > 0
    ? [
        flaw(
          ['units', index, 'members'],
          'unit/members-of-no-group',
          `Only a group has members, and this is a ${kind}.`,
        ),
      ]
    : [];
