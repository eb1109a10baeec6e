import type { Documents, Kind } from './kind.ts';
import type { Flaw } from './problem.ts';
import { calendarFlaws } from './rules/calendar.rules.ts';
import { directiveFlaws } from './rules/directive.rules.ts';
import { formFlaws } from './rules/form.rules.ts';
import { policyFlaws } from './rules/policy.rules.ts';
import { scriptFlaws } from './rules/script.rules.ts';
import { unitsFlaws } from './rules/units.rules.ts';

type Rules = Readonly<{ [K in Kind]: (document: Documents[K]) => readonly Flaw[] }>;

const RULES: Rules = {
  directive: directiveFlaws,
  units: unitsFlaws,
  policy: policyFlaws,
  calendar: calendarFlaws,
  form: formFlaws,
  script: scriptFlaws,
};

/** What a document of the right shape still says wrongly, judged by itself alone. */
export const ruleFlaws = <K extends Kind>(kind: K, document: Documents[K]): readonly Flaw[] => RULES[kind](document);
