import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { JSX } from 'react';

import { Frame } from './frame/frame.tsx';
import { useGoing } from './frame/going.ts';
import { WithPalette } from './frame/palette.tsx';

type Search = Readonly<Record<string, unknown>>;
const textIn = (search: Search, name: string): Readonly<Record<string, string>> => {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? { [name]: value } : {};
};

const Going = (): null => {
  useGoing();
  return null;
};

const Root = (): JSX.Element => (
  <WithPalette>
    <Going />
    <Frame />
  </WithPalette>
);

const root = createRootRoute({
  component: Root,
  validateSearch: (search: Search): { at?: string } => textIn(search, 'at'),
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
  component: lazyRouteComponent(() => import('./pages/inbox/inbox.tsx'), 'Inbox'),
});

const directives = createRoute({
  getParentRoute: () => root,
  path: '/directives',
  component: lazyRouteComponent(() => import('./pages/directives/directives.tsx'), 'Directives'),
});

const directive = createRoute({
  getParentRoute: () => root,
  path: '/directives/$id',
  component: lazyRouteComponent(() => import('./pages/directives/directive.tsx'), 'DirectivePage'),
});

const task = createRoute({
  getParentRoute: () => root,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('./pages/task/task-page.tsx'), 'TaskPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, inbox, directives, directive, task]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
