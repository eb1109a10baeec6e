import type { DirectiveCommand, ScriptLine } from '@edict/directives';
import { Rejection, type Sent } from '@edict/kernel';

import { directiveNamed } from './look-up.ts';
import { dayIn } from './script-time.ts';
import { field, listed, maybe, text, type Verb } from './script-tools.ts';

type Change = Extract<Sent<DirectiveCommand>, { type: 'ChangeDirective' }>['data'];
type Said = Change['effects'][number];

/** A task as `3.b5-2` or, where several units have it, `5.b1-1@ppc-ha-noi`. */
const taskIn = (name: string): Pick<Said, 'ref' | 'member'> => {
  const [ref = '', member] = name.split('@');
  return { ref, ...maybe('member', member) };
};

const pair = (each: string): readonly [string, string] => {
  const [task = '', ...more] = each.split('=');
  return [task.trim(), more.join('=').trim()];
};

/** `keep` and `cancel` name tasks, `change` tasks with days and `replace` tasks with tasks, as `3.b5-2=2025-07-31`; all with commas between. */
export const effectsIn = (line: ScriptLine): Change['effects'] => [
  ...(listed(line, 'keep') ?? []).map((each): Said => ({ ...taskIn(each), effect: 'keep' })),
  ...(listed(line, 'cancel') ?? []).map((each): Said => ({ ...taskIn(each), effect: 'cancel' })),
  ...(listed(line, 'change') ?? [])
    .map(pair)
    .map(([task, toOn]): Said => ({ ...taskIn(task), effect: 'change', toOn: dayIn(toOn) })),
  ...(listed(line, 'replace') ?? []).map(pair).map(([task, by]): Said => ({ ...taskIn(task), effect: 'replace', by })),
];

const othersIn = (line: ScriptLine): Change['others'] => {
  const others = field(line, 'others');
  if (others === undefined || others === 'keep' || others === 'cancel') return others;
  throw new Rejection('script/unknown-kind', 'What becomes of others is keep or cancel.');
};

const changing =
  (how: Change['how']): Verb =>
  async ({ reading, directiveId: target }, line) => {
    const name = field(line, 'with') ?? '';
    const further = await directiveNamed(reading, name);
    if (!further) throw new Rejection('script/no-such-directive', `No directive ${name} has been issued.`);
    const { directiveId } = further;
    const data = { directiveId, how, effects: effectsIn(line), ...maybe('others', othersIn(line)), reason: text(line) };
    return [{ unit: line.as, command: { stream: `directive-${target}`, type: 'ChangeDirective', data } }];
  };

/** What a further document does to the directive of the line; `with` names it. */
export const CHANGE_VERBS = {
  amend: changing('amends'),
  supersede: changing('supersedes'),
  revoke: changing('revokes'),
  reaffirm: changing('reaffirms'),
};
