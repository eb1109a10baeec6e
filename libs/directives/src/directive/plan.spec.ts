import { describe, expect, it } from '@jest/globals';

import type { TaskItem } from '../document/index.ts';
import { deadlineOf } from '../task/deadline.ts';
import { calendar, directiveDocument, due, policyDocument, SOURCES, taskItem, ZONE } from '../testing/documents.ts';
import { known } from '../testing/directive-examples.ts';
import { issued } from '../testing/issued.ts';
import { taskIdOf } from './identity.ts';
import type { Issued } from './directive.messages.ts';
import { membersOf, plan, rulesOf } from './plan.ts';

const planned = (item: Partial<TaskItem>, parts: Partial<Issued> = {}) =>
  plan('d1', issued({ document: directiveDocument({ tasks: [taskItem(item)] }), ...parts }));
const figures = (...[changes]: Parameters<typeof policyDocument>) => ({
  policy: { value: policyDocument(changes), source: SOURCES.policy },
});

/** In whose inbox each task is, by member. */
const inboxes = (item: Partial<TaskItem>, parts: Partial<Issued> = {}) =>
  planned(item, parts).map(({ task, ...rest }) => [
    task.member,
    rest.assigned ? (task as { unit: string }).unit : null,
  ]);

const term = {
  from: '2025-05-16',
  workingDays: 3,
  daysOff: ['2025-05-17', '2025-05-18'],
  covered: true,
  zone: ZONE,
  sources: SOURCES,
  endsAt: '2025-05-21T17:00:00.000Z',
};
const escalation = { route: ['own-standing-unit', 'superior-standing-unit', 'issuer'], opens: 'matter' };
const quiet = { zone: ZONE, hours: { from: '21:00', until: '07:00' } };
const provinces = known(['north', 'south']);
const communes = known(['south', 'west']);

describe('A task of a directive', () => {
  it('carries what the text says, and nothing is said where the text is silent', () =>
    expect(planned({})).toStrictEqual([
      {
        id: taskIdOf('d1', '1-1', 'whole'),
        assigned: true,
        task: {
          directiveId: 'd1',
          ref: '1-1',
          member: 'whole',
          clause: '1',
          statement: 'Issue the decrees',
          kind: 'once',
          issuers: ['politburo', 'secretariat'],
          accountable: ['ministry'],
          lead: ['ministry'],
          coordinating: [],
          directs: [],
          reportsTo: [],
          output: null,
          urgent: false,
          after: [],
          deadline: null,
          milestones: [],
          inForceUntil: null,
          quiet,
          unit: 'ministry',
          acknowledgeBy: term,
        },
        escalation: { committee: 'ministry', ...escalation },
      },
    ]));

  it('carries all that the text says, its dates reckoned by the policy and the calendar of the issue', () => {
    const [by, draft, fromThen] = [
      due({ on: '2025-06-25' }),
      due({ month: '2025-05', bound: 'within', firmness: 'expected' }),
      due({ on: '2025-06-01', bound: 'from' }),
    ];
    const said = {
      coordinating: ['academy'],
      directs: ['provinces'],
      reportsTo: ['politburo'],
      output: 'Decree',
      after: ['1-0'],
    };
    const milestones = [
      { name: 'Draft', due: draft },
      { name: 'Start', due: fromThen },
    ];
    const rules = rulesOf(issued());
    expect(planned({ ...said, urgency: true, due: by, milestones })[0]!.task).toMatchObject({
      ...said,
      urgent: true,
      deadline: deadlineOf(by, rules)!,
      milestones: [
        { name: 'Draft', deadline: deadlineOf(draft, rules)! },
        { name: 'Start', deadline: null },
      ],
    });
  });

  it('is reminded of its milestones where the policy says so, and says so of each', () => {
    const milestones = [{ name: 'Draft', due: due({ on: '2025-06-10' }) }];
    const remindsUnder = (policy: Parameters<typeof figures>[0]) =>
      planned({ due: due({ on: '2025-06-25' }), milestones }, figures(policy))[0]!.task.milestones.map(
        ({ reminds }) => reminds,
      );
    expect(remindsUnder({ milestoneReminders: true })).toStrictEqual([true]);
    expect(remindsUnder({ milestoneReminders: false })).toStrictEqual([undefined]);
    expect(remindsUnder({})).toStrictEqual([undefined]);
  });

  it('comes in the order of the text, and then of the members', () => {
    const tasks = [taskItem({ ref: '2-1', each: true, accountable: ['provinces'] }), taskItem({ ref: '1-1' })];
    const all = plan('d1', issued({ document: directiveDocument({ tasks }), named: { provinces } }));
    expect(all.map(({ id, task }) => [id, task.ref, task.member])).toStrictEqual([
      [taskIdOf('d1', '2-1', 'north'), '2-1', 'north'],
      [taskIdOf('d1', '2-1', 'south'), '2-1', 'south'],
      [taskIdOf('d1', '1-1', 'whole'), '1-1', 'whole'],
    ]);
  });

  it('is to be acknowledged within the term of the policy, from its issue on, or in no time where there is none', () => {
    expect(planned({}, figures({ acknowledgementWorkingDays: 0 }))[0]!.task).toMatchObject({
      acknowledgeBy: { ...term, workingDays: 0, daysOff: [], endsAt: '2025-05-16T17:00:00.000Z' },
    });
    expect(planned({}, figures({ acknowledgementWorkingDays: null }))[0]!.task).toHaveProperty('acknowledgeBy', null);
  });

  it('is escalated on the route of the policy, from the standing unit of the first who is accountable', () => {
    const route = ['issuer'] as const;
    expect(
      planned({ accountable: ['bureau', 'ministry'] }, figures({ escalationRoute: route, escalationOpens: 'notice' })),
    ).toMatchObject([{ escalation: { committee: 'bureau', route, opens: 'notice' } }]);
    expect(planned({ accountable: [], lead: ['academy'] })).toMatchObject([{ escalation: { committee: 'academy' } }]);
  });
});

describe('The rules of an issue', () => {
  it('are those of its policy and calendar, with where they were read', () =>
    expect(rulesOf(issued())).toMatchObject({ policy: { id: 'vn-party', version: 4 }, calendar, sources: SOURCES }));
});

describe('A task that each has', () => {
  const each = (accountable: readonly string[], lead: readonly string[] = accountable) =>
    planned({ each: true, accountable, lead }, { named: { provinces, communes, empty: known() } });
  const members = (...accountable: readonly string[]) => each(accountable).map(({ task }) => task.member);

  it('is one of each member, who is accountable for it, has it in the inbox, and whose standing unit is responsible', () =>
    expect(each(['provinces'])).toMatchObject(
      ['north', 'south'].map((member) => ({
        id: taskIdOf('d1', '1-1', member),
        assigned: true,
        task: { member, accountable: [member], lead: [member], unit: member },
        escalation: { committee: member },
      })),
    ));

  it('is one of each member of several groups, once, and of the units beside them', () =>
    expect(members('provinces', 'ministry', 'communes', 'north')).toStrictEqual([
      'north',
      'south',
      'ministry',
      'west',
    ]));

  it('is one of the group itself where no members are known', () =>
    expect(each(['empty', 'unheard-of'])).toMatchObject(
      ['empty', 'unheard-of'].map((member) => ({
        id: taskIdOf('d1', '1-1', member),
        task: { member, accountable: [member], lead: [member], unit: member },
      })),
    ));

  it('is led by the member where its group leads, or the member itself, and by whom else the text names', () => {
    const leads = (...lead: readonly string[]) => each(['provinces'], lead).map(({ task }) => task.lead);
    expect(leads('academy', 'provinces')).toStrictEqual([['north'], ['south']]);
    expect(leads('north')).toStrictEqual([['north'], ['north']]);
    expect(leads('communes')).toStrictEqual([['communes'], ['south']]);
    expect(leads('their-standing-units')).toStrictEqual([['their-standing-units'], ['their-standing-units']]);
    expect(leads()).toStrictEqual([[], []]);
  });

  it('is in the inbox of the member, whoever leads', () =>
    expect(
      inboxes({ each: true, accountable: ['provinces'], lead: ['academy', 'bureau'] }, { named: { provinces } }),
    ).toStrictEqual([
      ['north', 'north'],
      ['south', 'south'],
    ]));

  it('is one task where nobody is accountable', () =>
    expect(inboxes({ each: true, accountable: [], lead: ['academy'] })).toStrictEqual([['whole', 'academy']]));
});

describe('A task that several have together', () => {
  it('is one task, also of a group whose members are known', () => {
    const named = { provinces };
    expect(inboxes({ accountable: ['provinces'], lead: [] }, { named })).toStrictEqual([['whole', 'provinces']]);
    expect(planned({ each: false, accountable: ['provinces'], lead: ['academy'] }, { named })).toMatchObject([
      {
        task: { accountable: ['provinces'], lead: ['academy'], unit: 'academy' },
        escalation: { committee: 'provinces' },
      },
    ]);
  });
});

describe('The members of several', () => {
  it('are those of the groups, and the units themselves, each once', () =>
    expect(membersOf(['provinces', 'communes', 'ministry', 'empty'], { provinces, communes, empty: known() })).toEqual([
      'north',
      'south',
      'west',
      'ministry',
      'empty',
    ]));
});

describe('A task is in the inbox', () => {
  const unit = (item: Partial<TaskItem>, parts: Partial<Issued> = {}) => inboxes(item, parts)[0]![1];
  const place = { named: { place: known([], 'placeholder') } };
  const several = { accountable: ['ministry', 'office'], lead: ['academy', 'bureau'] };

  it('of the one who leads it', () => expect(unit({ accountable: ['ministry'], lead: ['academy'] })).toBe('academy'));

  it('of the first who is accountable, where nobody leads or a place is kept for the lead', () => {
    expect(unit({ accountable: ['ministry', 'office'], lead: [] })).toBe('ministry');
    expect(unit({ accountable: ['ministry', 'office'], lead: ['place'] }, place)).toBe('ministry');
  });

  it('of whoever leads, also a place that is kept, where nobody is accountable', () => {
    expect(unit({ accountable: [], lead: ['academy'] })).toBe('academy');
    expect(unit({ accountable: [], lead: ['place'] }, place)).toBe('place');
    expect(unit({ accountable: [], lead: ['academy', 'bureau'] })).toBe('academy');
  });

  it('of the one of several leads that the policy says', () => {
    expect(unit(several, figures({ severalLeads: 'first-accountable' }))).toBe('ministry');
    expect(unit(several, figures({ severalLeads: 'first-lead' }))).toBe('academy');
    const kept = { ...several, lead: ['place', 'academy'] };
    expect(unit(kept, { ...figures({ severalLeads: 'first-lead' }), ...place })).toBe('ministry');
    expect(unit({ accountable: ['ministry'], lead: ['academy'] }, figures({ severalLeads: 'first-accountable' }))).toBe(
      'academy',
    );
  });

  it('of nobody where nobody is named; what will hold once somebody is comes with it', () => {
    const nobody = { accountable: [], lead: [] };
    expect(planned(nobody)).toStrictEqual([
      {
        id: taskIdOf('d1', '1-1', 'whole'),
        assigned: false,
        task: expect.objectContaining({ ref: '1-1', member: 'whole', ...nobody, quiet }),
        rules: { escalation, acknowledgement: { workingDays: 3, calendar, sources: SOURCES } },
      },
    ]);
    expect(planned(nobody)[0]!.task).not.toHaveProperty('unit');
    expect(planned(nobody, figures({ acknowledgementWorkingDays: null }))).toMatchObject([
      { rules: { escalation, acknowledgement: null } },
    ]);
    expect(planned(nobody, figures({ acknowledgementWorkingDays: 0 }))).toMatchObject([
      { rules: { acknowledgement: { workingDays: 0 } } },
    ]);
  });
});

describe('A task is in force', () => {
  const parts = { from: null, until: '2025-12-31' };
  const until = (item: Partial<TaskItem>, effective = parts as { from: null; until: string | null }) =>
    plan('d1', issued({ document: directiveDocument({ head: { effective }, tasks: [taskItem(item)] }) }))[0]!.task
      .inForceUntil;
  const window = { from: null, until: '2025-07-31' };
  const june = due({ on: '2025-06-30' });

  it('until its window ends', () => {
    for (const kind of ['standing', 'periodic', 'until'] as const)
      expect(until({ kind, window, due: june })).toBe('2025-07-31T17:00:00.000Z');
  });

  it('until the day that the text names for it, where it is in force to a date', () => {
    expect(until({ kind: 'until', due: june })).toBe('2025-06-30T17:00:00.000Z');
    expect(until({ kind: 'until', due: june, window: { from: '2025-06-01', until: null } })).toBe(
      '2025-06-30T17:00:00.000Z',
    );
    expect(until({ kind: 'until', due: due({ month: '2025-06', bound: 'before' }) })).toBe('2025-05-31T17:00:00.000Z');
  });

  it('as long as the directive is, where the text names no day for its end', () => {
    const ends = '2025-12-31T17:00:00.000Z';
    expect(until({ kind: 'until' })).toBe(ends);
    expect(until({ kind: 'until', due: due({ on: '2025-06-30', bound: 'from' }) })).toBe(ends);
    for (const kind of ['standing', 'periodic'] as const) expect(until({ kind, due: june })).toBe(ends);
  });

  it('until somebody ends it, where the directive names no end either', () =>
    expect(until({ kind: 'standing' }, { from: null, until: null })).toBeNull());

  it('until it is done, where somebody does it', () => {
    for (const kind of ['once', 'conditional'] as const) expect(until({ kind, window, due: june })).toBeNull();
  });
});

describe('A task that comes round, or that others wait for', () => {
  const tasks = [
    taskItem({ ref: '1-1', kind: 'periodic', recurrence: { every: 'month' } }),
    taskItem({ ref: '1-2', kind: 'periodic', recurrence: { every: 'now and then' } }),
    taskItem({ ref: '1-3', after: ['1-1'] }),
    taskItem({ ref: '1-4', kind: 'periodic', recurrence: { every: 'every month' } }),
  ];
  const [monthly, sometimes, waiting, recorded] = plan('d1', issued({ document: directiveDocument({ tasks }) }));

  it('comes round as the text says, in words that name an interval, and not otherwise', () => {
    expect(monthly!.task.every).toBe('month');
    expect(sometimes!.task).not.toHaveProperty('every');
  });

  it('means what it has meant where it was recorded in words', () => {
    expect(recorded!.task).not.toHaveProperty('every');
  });

  it('knows which tasks wait for it', () => {
    expect(monthly!.task.awaitedBy).toStrictEqual([waiting!.id]);
    expect(waiting!.task).not.toHaveProperty('awaitedBy');
  });
});

describe('What the text says besides', () => {
  const dueOf = { on: '2025-06-30', bound: 'by', firmness: 'firm' } as const;

  it('gives a task the deadline of its clause, and says of which', () => {
    const base = directiveDocument({ tasks: [taskItem({})] });
    const document = { ...base, clauses: [{ ref: '1', kind: 'task-bearing', text: 'All of it', due: dueOf } as const] };
    const [{ task } = {}] = plan('d1', issued({ document }));
    expect(task?.deadline?.derivation.says).toStrictEqual({ ...dueOf, clause: '1' });
    expect(task?.deadline?.dueAt).toBe('2025-06-30T17:00:00.000Z');
  });

  it('is kept word for word, and nothing where it says nothing', () => {
    const says = {
      trigger: 'the law is passed',
      origin: 'speech',
      direction: 'up',
      concerns: ['north'],
      targets: [{ value: '18 of 18' }],
      byReference: '386-BC/BTCTW',
      due: { bound: 'by', firmness: 'firm', vague: true, phrase: 'soon' },
    } as const;
    const { due: words, ...others } = says;
    expect(planned({ ...others, due: words })[0]!.task.says).toStrictEqual(says);
    expect(planned({ due: { bound: 'by', firmness: 'firm' } })[0]!.task).not.toHaveProperty('says');
  });

  it('assigns nothing that is only proposed or announced', () => {
    expect(planned({ status: 'proposed' })).toMatchObject([{ assigned: false, task: { lead: ['ministry'] } }]);
    expect(planned({ status: 'announced', each: true, accountable: ['p'] }, { named: { p: provinces } })).toMatchObject(
      [
        { assigned: false, task: { member: 'north' } },
        { assigned: false, task: { member: 'south' } },
      ],
    );
    expect(planned({ status: 'assigned' })).toMatchObject([{ assigned: true }]);
  });

  it('lets a task begin with what becomes of another, member by member', () => {
    const each = { each: true, accountable: ['p'] } as const;
    const document = directiveDocument({
      tasks: [
        taskItem({ ...each, ref: '1-1' }),
        taskItem({ ...each, ref: '1-2', kind: 'conditional', condition: { task: '1-1', when: 'overdue' } }),
        taskItem({ ref: '1-3', kind: 'conditional', trigger: { task: '1-1', when: 'accepted' } }),
      ],
    });
    const [north, south, ...rest] = plan('d1', issued({ document, named: { p: provinces } }));
    const begins = (member: string) => [
      { task: taskIdOf('d1', '1-2', member), event: 'overdue' },
      { task: taskIdOf('d1', '1-3', 'whole'), event: 'accepted' },
    ];
    expect([north!.task.startsOn, south!.task.startsOn]).toStrictEqual([begins('north'), begins('south')]);
    expect(rest.map(({ task }) => task.startsOn)).toStrictEqual([undefined, undefined, undefined]);
  });
});
