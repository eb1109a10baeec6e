import { idFrom } from '@edict/kernel';

import { WHY, type Deed } from './matrix-deed.ts';
import { DUE_AT, type Sort } from './matrix-world.ts';

const ORDER = { order: { number: '1-KL/TW', issuer: 'superior' }, toOn: '2026-01-15', ...WHY };
const REPORT = { assignment: 1, report: 'All of it.' };
const ASKING = { assignment: 1, toOn: '2026-01-15', ...WHY, progress: 'Half of it.' };

type Step = readonly [unit: string, act: string, body: object];

type Body = object | ((id: string) => object);

const onSort = (sort: Sort, act: string, body: Body, steps: readonly Step[] = []): Deed => ({
  to: 'unit',
  async make(world) {
    const id = world.task(sort);
    for (const [unit, step, said] of steps) await world.as(unit, `/tasks/${id}/${step}`, said);
    return { method: 'POST', url: `/tasks/${id}/${act}`, body: typeof body === 'function' ? body(id) : body };
  },
});

const onTask = (act: string, body: Body, steps: readonly Step[] = []): Deed => onSort('once', act, body, steps);

const SUBMITTED: Step = ['performer', 'submit', REPORT];
const ASKED: Step = ['performer', 'request-extension', ASKING];
const PASSED: Step = ['performer', 'delegate', { assignment: 1, unit: 'other' }];

const TASKS = {
  acknowledge: onTask('acknowledge', { assignment: 1 }),
  report: onTask('report', REPORT),
  forms: onTask('forms', { form: 'matrix', on: '2025-05-16', values: [{ key: 'total', value: 1 }] }),
  submit: onTask('submit', REPORT),
  accept: onTask('accept', { submission: 1 }, [SUBMITTED]),
  return: onTask('return', { submission: 1, ...WHY }, [SUBMITTED]),
  lapse: onSort('standing', 'lapse', WHY),
  assign: onSort('nobody', 'assign', { unit: 'performer' }),
  'request-extension': onTask('request-extension', ASKING),
  'grant-extension': onTask('grant-extension', { request: 1 }, [ASKED]),
  'refuse-extension': onTask('refuse-extension', { request: 1, ...WHY }, [ASKED]),
  'override-deadline': onTask('override-deadline', ORDER),
  'confirm-deadline': onTask('confirm-deadline', { from: DUE_AT, ...WHY }),
  refuse: onTask('refuse', { assignment: 1, ...WHY }),
  uphold: onTask('uphold', { assignment: 1, ...WHY }, [['performer', 'refuse', { assignment: 1, ...WHY }]]),
  reassign: onTask('reassign', { assignment: 1, unit: 'other', ...WHY }),
  suspend: onTask('suspend', WHY),
  resume: onTask('resume', WHY, [['issuer', 'suspend', WHY]]),
  cancel: onTask('cancel', WHY),
  delegate: onTask('delegate', { assignment: 1, unit: 'other' }),
  'decide-on-part': onTask(
    'decide-on-part',
    (id) => ({ child: idFrom(id, 'delegated', '1'), decision: 'leave', ...WHY }),
    [PASSED],
  ),
  contribute: onTask('contribute', { contribution: 'A chapter.' }),
  'ask-contribution': onTask('ask-contribution', { assignment: 1, unit: 'coordinator', what: 'A chapter.' }),
  'demand-report': onTask('demand-report', { what: 'How it stands.' }),
  decide: onSort('periodic', 'decide', { finding: 'no-interval', ruling: { every: 'month' }, ...WHY }),
  correct: onTask('correct', { changes: { output: 'A report' }, ...WHY }),
  start: onSort('conditional', 'start', { event: 'It has come about.' }),
};

const onMatter = (act: string, body: object): Deed => ({
  to: 'unit',
  make: async (world) => ({ method: 'POST', url: `/matters/${await world.matter()}/${act}`, body }),
});

const ACTS: Readonly<Record<string, Deed>> = {
  ...Object.fromEntries(Object.entries(TASKS).map(([act, deed]) => [`POST /tasks/:id/${act}`, deed])),
  'POST /directives': { to: 'unit', make: (world) => ({ method: 'POST', url: '/directives', body: world.issuing() }) },
  'POST /directives/:id/watch': {
    to: 'unit',
    make: async (world) => {
      const id = await world.directiveOf('2025-05-12T02:00:00Z');
      return { method: 'POST', url: `/directives/${id}/watch`, body: { from: '2025-05-16T02:00:00Z' } };
    },
  },
  'POST /directives/:id/reclassify': {
    to: 'unit',
    make: async (world) => {
      const body = { classification: 'internal', basis: 'Decision 1' };
      return { method: 'POST', url: `/directives/${await world.directiveOf()}/reclassify`, body };
    },
  },
  'POST /directives/:id/findings': {
    to: 'unit',
    make: async (world) => {
      const body = { finding: 'Of three reports that were due, one is there.' };
      return { method: 'POST', url: `/directives/${await world.directiveOf()}/findings`, body };
    },
  },
  'POST /directives/:id/implement': {
    to: 'unit',
    make: async (world) => {
      const body = { directiveId: world.directive, clause: '1' };
      return { method: 'POST', url: `/directives/${await world.directiveOf()}/implement`, body };
    },
  },
  'POST /directives/:id/withdraw-implementation': {
    to: 'unit',
    make: async (world) => {
      const body = { directiveId: world.directive, clause: '1', ...WHY };
      return { method: 'POST', url: `/directives/${await world.directiveOf()}/withdraw-implementation`, body };
    },
  },
  'POST /directives/:id/tasks': {
    to: 'unit',
    make: async (world) => {
      const task = { ref: '1-99', clause: '1', statement: 'See to it.', kind: 'once', accountable: [], lead: [] };
      const body = { ...task, source: { type: 'report', title: 'On staff' } };
      return { method: 'POST', url: `/directives/${await world.directiveOf()}/tasks`, body };
    },
  },
  'POST /directives/:id/change': {
    to: 'unit',
    perRelation: true,
    make: async (world, { relation }) => {
      const directiveId = await world.directiveBy(relation === 'superior' ? 'superior' : 'issuer');
      const body = { directiveId, how: 'reaffirms', effects: [], others: 'keep', ...WHY };
      return { method: 'POST', url: `/directives/${await world.directiveOf()}/change`, body };
    },
  },
  'POST /directives/:id/confirm-deadlines': {
    to: 'unit',
    make: ({ directive }) => ({ method: 'POST', url: `/directives/${directive}/confirm-deadlines`, body: WHY }),
  },
  'POST /directives/:id/standing-units': {
    to: 'unit',
    make: async (world) => ({
      method: 'POST',
      url: `/directives/${await world.directiveOf()}/standing-units`,
      body: {},
    }),
  },
  'POST /matters': {
    to: 'unit',
    perRelation: true,
    make: ({ directive }, { relation }) => {
      const from = relation === 'submitter' ? {} : { from: 'submitter' };
      const body = { directiveId: directive, kind: 'obstacle', subject: 'Funds', desk: 'desk', ...from };
      return { method: 'POST', url: '/matters', body };
    },
  },
  'POST /matters/:id/direct': onMatter('direct', { how: 'guide', to: 'other', text: 'Go on.' }),
  'POST /matters/:id/answer': onMatter('answer', { answer: 'Yes.' }),
  'POST /matters/:id/recommend': onMatter('recommend', { to: 'superior', recommendation: 'Decide.' }),
  'POST /matters/:id/mark': onMatter('mark', { collective: true, ...WHY }),
  'POST /matters/:id/consult': onMatter('consult', { unit: 'coordinator', question: 'Is it so?', on: '2025-06-30' }),
  'POST /matters/:id/answer-consultation': {
    to: 'unit',
    make: async (world) => {
      const id = await world.matter();
      await world.as('desk', `/matters/${id}/consult`, {
        unit: 'coordinator',
        question: 'Is it so?',
        on: '2025-06-30',
      });
      const body = { consultation: 1, answer: 'It is.' };
      return { method: 'POST', url: `/matters/${id}/answer-consultation`, body };
    },
  },
  'POST /views/:view/rebuild': {
    to: 'anything',
    make: () => ({ method: 'POST', url: '/views/nothing_v1/rebuild', body: WHY }),
    but: [404],
  },
  'POST /attachments': {
    to: 'unit',
    make: (world) => ({
      method: 'POST',
      url: `/attachments?about=task-${world.task()}`,
      body: Buffer.from('So it stands.'),
      headers: {
        'content-type': 'application/octet-stream',
        'edict-file-name': 'report.txt',
        'edict-classification': 'open',
      },
    }),
  },
};

export const DEEDS_OF_UNITS: Readonly<Record<string, Deed>> = ACTS;
