import type { PolicyDocument } from '@edict/directives/document';

import { quoted, type Flaw } from '../problem.ts';
import { flaw, reversed, twice } from './common.ts';

export const policyFlaws = ({ policy, rules }: PolicyDocument): readonly Flaw[] => [
  ...(isZone(policy.zone) ? [] : [flaw(['policy', 'zone'], 'zone/unknown', NO_ZONE(policy.zone))]),
  ...reversed(policy.valid, ['policy', 'valid']),
  ...Object.entries(rules).flatMap(([name, rule]) =>
    rule.basis === 'source' && rule.source === undefined
      ? [
          flaw(
            ['rules', name, 'basis'],
            'basis/no-source',
            'The basis is source, but none is named; name it, or say assumed.',
          ),
        ]
      : [],
  ),
  ...termFlaws(rules.terms.value),
];

const NO_ZONE = (zone: string): string =>
  `${quoted(zone)} is no time zone; right would be, for instance, Asia/Ho_Chi_Minh.`;

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

type Terms = PolicyDocument['rules']['terms']['value'];

const termFlaws = (terms: Terms): readonly Flaw[] => {
  const path = ['rules', 'terms', 'value'];
  const sorted = terms.map((term, index) => ({ ...term, index })).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return [
    ...twice(
      terms.map(({ name }, index) => ({ name, path: [...path, index, 'name'] })),
      'term/twice',
      'The term',
    ),
    ...terms.flatMap((term, index) => reversed(term, [...path, index])),
    ...sorted.flatMap(({ from, index, name }, place) => {
      const before = sorted[place - 1];
      return before && (before.until === null || before.until >= from)
        ? [
            flaw(
              [...path, index, 'from'],
              'term/overlap',
              `Term ${quoted(name)} begins before term ${quoted(before.name)} has ended.`,
            ),
          ]
        : [];
    }),
  ];
};
