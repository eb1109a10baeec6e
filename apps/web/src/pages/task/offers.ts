import type { Act, Task } from '../../api/tasks.ts';
import { OFFERS, type Offer, type Offered } from './acts.ts';
import { nested } from './nested.ts';
import type { Roles } from './roles.ts';

const { acknowledge, report, submit, requestExtension, delegate, accept, demandReport, ...OTHERS } = OFFERS;
const WORKING: readonly Offer[] = [submit, report, requestExtension, delegate, OTHERS.askContribution];
const BY_DECISION: readonly Offer[] = [OTHERS.start, OTHERS.overrideDeadline, OTHERS.correct, OTHERS.lapse];
const ISSUED: readonly Offer[] = [demandReport, OTHERS.reassign, OTHERS.suspend, OTHERS.cancelTask, ...BY_DECISION];
const OPEN: readonly Offer[] = [OTHERS.contribute, ...ISSUED];

const IN_STATE: Readonly<Record<string, readonly Offer[]>> = {
  unassigned: [OTHERS.assign, OTHERS.cancelTask],
  assigned: [acknowledge, report, submit, requestExtension, delegate, OTHERS.askContribution, OTHERS.refuse, ...OPEN],
  acknowledged: [...WORKING, OTHERS.refuse, ...OPEN],
  inProgress: [...WORKING, ...OPEN],
  returned: [...WORKING, ...OPEN],
  delegated: [report, requestExtension, OTHERS.askContribution, ...OPEN],
  refused: [OTHERS.uphold, ...OPEN],
  suspended: [OTHERS.resume, OTHERS.cancelTask],
  submitted: [accept, OTHERS.return, OTHERS.contribute],
};

/** By which key an act is done, on whichever page. */
export const keyOf = (verb: Offered): string => OFFERS[verb].key;

/** What is to be done, and then is done; all else is in force until it ends. */
const isToBeDone = ({ kind }: Task): boolean => kind === 'once' || kind === 'conditional';

/** Acts that not every task takes in the state that it is in. */
const FITS: Readonly<Partial<Record<Act['verb'], (task: Task) => boolean>>> = {
  submit: isToBeDone,
  refuse: ({ request }) => request === null,
  requestExtension: ({ dueAt, request }) => dueAt !== null && request === null,
  start: ({ kind, started }) => kind === 'conditional' && !started,
  overrideDeadline: ({ kind, started }) => kind === 'once' || (kind === 'conditional' && started),
  lapse: (task) => !isToBeDone(task),
};

/** What can be done to a task as it stands, the likeliest first; who may do it is for the server to say. */
export const actsOn = (task: Task): readonly Offer[] => {
  const asked = task.request === null ? [] : [OFFERS.grantExtension, OFFERS.refuseExtension];
  return [...asked, ...(IN_STATE[task.state] ?? []).filter(({ verb }) => FITS[verb]?.(task) ?? true)];
};

/** Performers and coordinators are offered theirs, issuers and secretariats theirs. */
export const isFor = ({ by }: Pick<Offer, 'by'>, roles: Roles): boolean =>
  by === 'either' ? roles.issuer || roles.performer : roles[by];

/** What has something to say is asked for it; what has nothing to say and is for good is asked once. That something has arrived is neither. */
export const isAsked = ({ verb, fields }: Offer): boolean => fields.length > 0 || verb !== 'acknowledge';

/** The body of an act on this task. */
export const bodyOf = ({ names }: Offer, task: Task, said: object): object => ({
  ...nested(said),
  ...(names === undefined ? {} : { [names]: names === 'request' ? requestOf(task)?.request : task[names] }),
});

type Request = Readonly<{ request: number; toOn: string; reason: unknown; progress: unknown }>;

/** More time, where it is asked for and not yet decided. */
export const requestOf = ({ request }: Task): Request | null => request as Request | null;
