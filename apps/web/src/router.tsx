import {
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
  retainSearchParams,
  stripSearchParams,
} from '@tanstack/react-router';
import type { JSX } from 'react';

import { WithUnitNames } from './api/units.tsx';
import { Frame } from './frame/frame.tsx';
import { useGoing } from './frame/going.ts';
import { NoPage, PageFailed } from './frame/page-failed.tsx';
import { pageOf } from './frame/page-of.tsx';
import { WithPalette } from './frame/palette.tsx';
import { dayIn, momentIn, narrowedIn, numberIn, rehearsedIn, textIn, type Narrowed, type Search } from './search-in.ts';

const Going = (): null => {
  useGoing();
  return null;
};

const Root = (): JSX.Element => (
  <WithUnitNames>
    <WithPalette>
      <Going />
      <Frame />
    </WithPalette>
  </WithUnitNames>
);

const root = createRootRoute({
  component: Root,
  validateSearch: momentIn,
  /** The moment that is shown goes along wherever one goes; who returns to now says so. */
  search: { middlewares: [retainSearchParams(['at'])] },
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/inbox', throw: true });
  },
});

const inbox = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: (search: Search): { task?: string; tab?: string; q?: string } => ({
    ...textIn(search, 'task'),
    ...textIn(search, 'tab'),
    ...textIn(search, 'q'),
  }),
  component: pageOf(() => import('./pages/inbox/inbox.tsx'), 'Inbox'),
});

const directives = createRoute({
  getParentRoute: () => root,
  path: '/directives',
  component: pageOf(() => import('./pages/directives/directives.tsx'), 'Directives'),
});

const newDirective = createRoute({
  getParentRoute: () => root,
  path: '/directives/new',
  component: pageOf(() => import('./pages/new-directive/new-directive.tsx'), 'NewDirective'),
});

const directive = createRoute({
  getParentRoute: () => root,
  path: '/directives/$id',
  validateSearch: (search: Search): { show?: string } & Narrowed => ({
    ...textIn(search, 'show'),
    ...narrowedIn(search),
  }),
  component: pageOf(() => import('./pages/directives/directive.tsx'), 'DirectivePage'),
});

const task = createRoute({
  getParentRoute: () => root,
  path: '/tasks/$id',
  component: pageOf(() => import('./pages/task/task-page.tsx'), 'TaskPage'),
});

const desk = createRoute({
  getParentRoute: () => root,
  path: '/standing-unit',
  validateSearch: (search: Search): { matter?: string } => textIn(search, 'matter'),
  component: pageOf(() => import('./pages/standing-unit/desk.tsx'), 'Desk'),
});

const matters = createRoute({
  getParentRoute: () => root,
  path: '/matters',
  validateSearch: (search: Search): { q?: string } => textIn(search, 'q'),
  component: pageOf(() => import('./pages/matters/matters.tsx'), 'Matters'),
});

const matter = createRoute({
  getParentRoute: () => root,
  path: '/matters/$id',
  component: pageOf(() => import('./pages/matters/matter-page.tsx'), 'MatterPage'),
});

const forms = createRoute({
  getParentRoute: () => root,
  path: '/forms',
  validateSearch: (search: Search): { form?: string; on?: string } => ({
    ...textIn(search, 'form'),
    ...textIn(search, 'on'),
  }),
  component: pageOf(() => import('./pages/forms/forms.tsx'), 'Forms'),
});

const units = createRoute({
  getParentRoute: () => root,
  path: '/units',
  validateSearch: (search: Search): { show?: string; q?: string; on?: string } => ({
    ...textIn(search, 'show'),
    ...textIn(search, 'q'),
    ...dayIn(search, 'on'),
  }),
  component: pageOf(() => import('./pages/units/units.tsx'), 'Units'),
});

const unit = createRoute({
  getParentRoute: () => root,
  path: '/units/$id',
  component: pageOf(() => import('./pages/units/unit-page.tsx'), 'UnitPage'),
});

const onePage = createRoute({
  getParentRoute: () => root,
  path: '/one-page',
  validateSearch: (search: Search): { directive?: string } => textIn(search, 'directive'),
  component: pageOf(() => import('./pages/leader/one-page.tsx'), 'OnePage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  validateSearch: (search: Search): { of?: string; show?: string; event?: number } => ({
    ...textIn(search, 'of'),
    ...textIn(search, 'show'),
    ...numberIn(search, 'event'),
  }),
  component: pageOf(() => import('./pages/audit/audit.tsx'), 'Audit'),
});

const rules = createRoute({
  getParentRoute: () => root,
  path: '/rules',
  component: pageOf(() => import('./pages/rules/rules.tsx'), 'Rules'),
});

const operations = createRoute({
  getParentRoute: () => root,
  path: '/operations',
  component: pageOf(() => import('./pages/operations/operations.tsx'), 'Operations'),
});

const rehearsal = createRoute({
  getParentRoute: () => root,
  path: '/rehearsal',
  validateSearch: rehearsedIn,
  /** It has a clock of its own, and no moment of the real history is shown beside it. */
  search: { middlewares: [stripSearchParams(['at'])] },
  component: pageOf(() => import('./pages/rehearsal/rehearsal-page.tsx'), 'RehearsalPage'),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: '/accounts',
  validateSearch: (search: Search): { show?: string; of?: string; q?: string } => ({
    ...textIn(search, 'show'),
    ...textIn(search, 'of'),
    ...textIn(search, 'q'),
  }),
  component: pageOf(() => import('./pages/accounts/accounts.tsx'), 'Accounts'),
});

const ownAccount = createRoute({
  getParentRoute: () => root,
  path: '/own-account',
  component: pageOf(() => import('./pages/own-account/own-account.tsx'), 'OwnAccount'),
});

const daily = [
  home,
  inbox,
  directives,
  newDirective,
  directive,
  task,
  desk,
  matters,
  matter,
  forms,
  units,
  unit,
  onePage,
];

export const router = createRouter({
  routeTree: root.addChildren([...daily, audit, rules, operations, accounts, rehearsal, ownAccount]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: NoPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
