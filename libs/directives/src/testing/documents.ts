import type {
  CalendarDocument,
  DirectiveDocument,
  Due,
  PolicyDocument,
  StandingUnitsRule,
  TaskItem,
  UnitEntry,
} from '../document/index.ts';
import { calendarOf, type Calendar } from '../time/calendar.ts';
import { policyOf, type Policy } from '../time/policy.ts';

export const ZONE = 'Asia/Ho_Chi_Minh';

type Figures = { [Name in keyof PolicyDocument['rules']]: NonNullable<PolicyDocument['rules'][Name]>['value'] };

export const FIGURES: Figures = {
  byIncludesTheDay: true,
  rollNonWorkingDay: 'none',
  acknowledgementWorkingDays: 3,
  reminderDaysBefore: { firm: [7, 3, 0], expected: [3], strive: [] },
  remindAt: '08:00',
  dueSoonDays: 3,
  escalationGraceDays: { firm: 5, expected: null, strive: null },
  escalationRoute: ['own-standing-unit', 'superior-standing-unit', 'issuer'],
  escalationOpens: 'matter',
  responseWorkingDays: 10,
  sunsetNoticeDays: 14,
  handOverTo: 'committee',
  quietHours: { from: '21:00', until: '07:00' },
  severalLeads: 'first-accountable',
  terms: [
    { name: '13', from: '2021-02-02', until: '2026-01-23' },
    { name: '14', from: '2026-01-24', until: null },
  ],
};

export const policyDocument = (figures: Partial<Figures> = {}): PolicyDocument => ({
  policy: { id: 'vn-party', name: {}, version: 4, valid: { from: '2025-01-01', until: null }, zone: ZONE },
  rules: Object.fromEntries(
    Object.entries({ ...FIGURES, ...figures }).map(([name, value]) => [name, { value, basis: 'policy' }]),
  ) as PolicyDocument['rules'],
});

export const policy = (figures: Partial<Figures> = {}): Policy => policyOf(policyDocument(figures));

/** Saturdays and Sundays off, two days of May, and one Saturday that is worked. */
export const calendarDocument: CalendarDocument = {
  calendar: {
    id: 'vn',
    name: {},
    version: 2,
    covers: { from: '2025-01-01', until: '2025-12-31' },
    weeklyDaysOff: [6, 7],
  },
  holidays: [
    { on: '2025-05-01', name: 'Labour Day', basis: 'assumed' },
    { on: '2025-05-02', name: 'Swapped', basis: 'assumed' },
  ],
  swappedWorkingDays: [{ on: '2025-04-26', name: 'Worked for 2 May', basis: 'assumed' }],
};

export const calendar: Calendar = calendarOf(calendarDocument);

export const SOURCES = { policy: 'reference-policy-vn-party@4', calendar: 'reference-calendar-vn@2' };

export const due = (says: Partial<Due>): Due => ({ bound: 'by', firmness: 'firm', ...says });

export const taskItem = (item: Partial<TaskItem> = {}): TaskItem => ({
  ref: '1-1',
  clause: '1',
  statement: 'Issue the decrees',
  kind: 'once',
  accountable: ['ministry'],
  lead: ['ministry'],
  leadBasis: 'stated',
  urgency: false,
  ...item,
});

type Head = DirectiveDocument['directive'];
type Parts = Readonly<{ head?: Partial<Head>; tasks?: readonly TaskItem[]; standingUnits?: StandingUnitsRule }>;

export const directiveDocument = ({ head, tasks = [taskItem()], standingUnits }: Parts = {}): DirectiveDocument => ({
  directive: {
    id: 'conclusion-155',
    number: '155-KL/TW',
    type: 'conclusion',
    issuers: ['politburo', 'secretariat'],
    title: 'Apparatus and administrative units',
    language: 'vi',
    adoptedOn: '2025-05-16',
    signedOn: null,
    issuedOn: null,
    effective: { from: null, until: null },
    horizon: { from: null, until: '2025-06-30' },
    classification: 'open',
    urgency: 'none',
    links: [],
    ...head,
  },
  clauses: [],
  tasks,
  ...(standingUnits ? { standingUnits } : {}),
});

export const standingUnits = (rule: Partial<StandingUnitsRule> = {}): StandingUnitsRule => ({
  createdBy: ['provinces'],
  each: true,
  functions: [],
  mandate: { from: 'issue', until: '2025-10-31', inclusive: true },
  ...rule,
});

export const unitEntry = (entry: Partial<UnitEntry> & Pick<UnitEntry, 'id'>): UnitEntry => ({
  kind: 'unit',
  level: 'central',
  parent: null,
  names: {},
  ...entry,
});
