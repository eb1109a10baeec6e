import { canonical, dayOf, idOf, refuse, type Context, type Lookup, type Lookups, type Refused } from '@edict/kernel';

import { isRegistrar } from '../capacity.ts';
import type { TaskEffect } from '../document/index.ts';
import { policyOf } from '../time/policy.ts';
import { answering } from '../unit/heirs.ts';
import { superiorsOf } from '../unit/superiors.ts';
import type { Directive } from './directive.decider.ts';
import type { Changed, ChangingDocument, DirectiveEvent, Given, Issued } from './directive.messages.ts';
import { planAll } from './plan-all.ts';
import { type Planned } from './plan.ts';

type Change = Given<'ChangeDirective'>;
type No = Refused<never> | undefined;

/** What an issued directive is for those that it changes: what it is called, who issued it, which tasks it sets. */
export const changing = ({ issued, entered }: Directive): ChangingDocument | null =>
  issued && {
    number: issued.document.directive.number ?? issued.document.directive.id,
    issuers: issued.document.directive.issuers,
    title: issued.document.directive.title,
    on: issued.issuedOn,
    tasks: [...issued.document.tasks, ...entered.map(({ item }) => item)].map(({ ref }) => ref),
  };

const ENDS = ['TaskAccepted', 'TaskLapsed', 'TaskCancelled'];

/** Whether a task is still open, read from its events: `null`, it is not there. */
const openIn: Lookup['select'] = (history) =>
  history.length === 0
    ? null
    : !history.some(
        ({ type, data }) =>
          ENDS.includes(type) ||
          (type === 'DirectiveChangeApplied' && (data as Readonly<{ effect: string }>).effect === 'cancelled'),
      );

/** Every task that it set, as the log knows it, so that none can be passed over. */
export const openTasks = (id: string, state: Directive): Lookups[string] =>
  Object.fromEntries(planAll(id, state).map((each) => [each.id, { stream: `task-${each.id}`, select: openIn }]));

/**
 * A further document amends, supersedes, revokes or reaffirms it, and says of each open task what becomes of it. Regulation 66-QĐ/TW: only
 * the issuer or a competent superior does so, and a new document states what it amends, replaces or annuls.
 */
export const change = (
  data: Change,
  state: Directive,
  context: Context,
): readonly DirectiveEvent[] | Refused<DirectiveEvent> => {
  const { issued, changes } = state;
  if (!issued) return refuse('directive/unknown', 'There is no such directive.');
  if (data.document.value === null)
    return refuse('directive/unknown', 'The document that is to change it was not issued here.');
  const said = saidIn(data);
  const no = mayChange(data, issued, context) ?? notItself(data.directiveId, context);
  if (no) return no;
  if (changes.some((each) => canonical(each) === canonical(said))) return [];
  const wrong = isChangedAlready(said, changes) ?? whatDoesNotFit(data, { ...state, issued }, context);
  return wrong ?? [changedBy(data.document.value, said, data)];
};

const saidIn = ({ directiveId, how, effects, others }: Change): Changed => ({
  directiveId,
  how,
  effects,
  ...(others ? { others } : {}),
});

const changedBy = (
  { number, issuers, title, on }: ChangingDocument,
  said: Changed,
  { reason, document }: Change,
): DirectiveEvent => ({
  type: 'DirectiveChanged',
  data: { ...said, by: { number, issuer: issuers[0]!, title, on }, reason, source: document.source },
});

const isChangedAlready = ({ directiveId }: Changed, changes: readonly Changed[]): No => {
  if (changes.some((each) => each.directiveId === directiveId))
    return refuse('directive/changed', 'That document has changed it already.');
  return changes.some(({ how }) => how === 'supersedes' || how === 'revokes')
    ? refuse('directive/not-in-force', 'It is no longer in force.')
    : undefined;
};

/** By who issued the further document, or has succeeded them, or by its own text; and that is an issuer of this one, has succeeded one, or stands above one. */
const mayChange = ({ document, authorities }: Change, issued: Issued, { actor, now }: Context): No => {
  const { issuers } = document.value!;
  const own = answering(issued.document.directive.issuers, authorities, now);
  const speakers = answering(issuers, authorities, now);
  if (actor.origin === 'person' && !speakers.includes(actor.unit) && !isRegistrar(actor))
    return refuse(
      'directive/not-the-issuer',
      'Who issued the further document, or its secretariat, says what it changes.',
    );
  const { zone } = policyOf(issued.policy.value);
  const above = superiorsOf(own, authorities, { now, zone });
  return issuers.some((unit) => own.includes(unit) || above.includes(unit))
    ? undefined
    : refuse('directive/not-the-superior', `Only ${own.join(', ')} or who stands above changes it.`);
};

const notItself = (directiveId: string, { stream }: Context): No =>
  directiveId === idOf(stream)
    ? refuse('directive/changes-itself', 'A directive is changed by a further one.')
    : undefined;

/** What becomes of a task: as is said of its member, of all that have its ref, or of all others. */
export const effectOn = (
  { task }: Pick<Planned, 'task'>,
  { effects, others }: Pick<Change, 'effects' | 'others'>,
): TaskEffect | undefined =>
  effects.find(({ ref, member }) => ref === task.ref && member === task.member) ??
  effects.find(({ ref, member }) => ref === task.ref && member === undefined) ??
  (others ? { ref: task.ref, effect: others } : undefined);

type InForce = Pick<Directive, 'entered' | 'divided'> & Readonly<{ issued: Issued }>;

const whatDoesNotFit = (data: Change, state: InForce, context: Context): No => {
  const planned = planAll(idOf(context.stream), state);
  const strange = data.effects.find(
    ({ ref, member }) => !planned.some(({ task }) => task.ref === ref && (member ?? task.member) === task.member),
  );
  if (strange) return refuse('directive/no-such-task', `It has no task ${strange.ref}.`);
  const unfit = data.effects.find((effect) => !isWhole(effect, data, state, context));
  if (unfit)
    return refuse(
      'directive/effect-not-whole',
      `What is said of ${unfit.ref} is not all that is needed: ${NEEDS[unfit.effect]}`,
    );
  const silent = planned.filter((each) => data.open[each.id]?.value === true && !effectOn(each, data));
  if (silent.length === 0) return undefined;
  return refuse('directive/effect-missing', `Nothing is said of what becomes of ${namesOf(silent)}.`);
};

const NEEDS: Readonly<Record<TaskEffect['effect'], string>> = {
  keep: 'nothing more.',
  cancel: 'nothing more.',
  change: 'a day to come, of a task that is to be done once.',
  replace: 'the task of the further document that stands in its place.',
};

type Whole = (
  said: TaskEffect,
  known: Readonly<{ kind: string | undefined; today: string; replacing: readonly string[] }>,
) => boolean;

const bare: Whole = ({ toOn, by }) => toOn === undefined && by === undefined;

const WHOLE: Readonly<Record<TaskEffect['effect'], Whole>> = {
  keep: bare,
  cancel: bare,
  change: ({ toOn, by }, { kind, today }) => kind === 'once' && toOn !== undefined && toOn >= today && by === undefined,
  replace: ({ toOn, by }, { replacing }) => by !== undefined && replacing.includes(by) && toOn === undefined,
};

const isWhole = (
  said: TaskEffect,
  { document }: Change,
  { issued, entered }: InForce,
  { occurredAt }: Context,
): boolean => {
  const items = [...issued.document.tasks, ...entered.map(({ item }) => item)];
  const kind = items.find(({ ref }) => ref === said.ref)?.kind;
  const today = dayOf(occurredAt, policyOf(issued.policy.value).zone);
  return WHOLE[said.effect](said, { kind, today, replacing: document.value?.tasks ?? [] });
};

const MOST_NAMED = 5;

const namesOf = (silent: readonly Planned[]): string => {
  const refs = [...new Set(silent.map(({ task }) => task.ref))];
  const more = refs.length - MOST_NAMED;
  return `${refs.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};
