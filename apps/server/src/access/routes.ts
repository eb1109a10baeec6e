import type { Act } from '@edict/directives';
import type { FastifyInstance } from 'fastify';

/** What each route does, in the words of the permission matrix. A route that is not here keeps the server from starting. */
export const ROUTES: Readonly<Record<string, Act>> = {
  'GET /directives': 'ReadContent',
  'POST /directives': 'IssueDirective',
  'POST /directives/check': 'CheckDocument',
  'POST /rehearsals': 'RehearseDirective',
  'GET /directives/:id': 'ReadContent',
  'GET /directives/:id/findings': 'ReadContent',
  'GET /directives/:id/clauses': 'ReadContent',
  'GET /directives/:id/coverage': 'ReadContent',
  'GET /directives/:id/would-move': 'ReadContent',
  'POST /directives/:id/confirm-deadlines': 'ConfirmDeadline',
  'GET /directives/:id/history': 'ReadContent',
  'GET /directives/:id/standing-units': 'ReadContent',
  'POST /directives/:id/standing-units': 'SetUpStandingUnit',
  'GET /directives/:id/tasks': 'ReadContent',
  'POST /directives/:id/watch': 'BeginWatch',
  'POST /directives/:id/implement': 'ImplementClause',
  'POST /directives/:id/withdraw-implementation': 'WithdrawImplementation',
  'POST /directives/:id/tasks': 'EnterTask',
  'POST /directives/:id/change': 'ChangeDirective',
  'POST /directives/:id/findings': 'RecordFinding',
  'POST /directives/:id/reclassify': 'ReclassifyDirective',

  'GET /inbox': 'ReadContent',
  'GET /tasks': 'ReadContent',
  'GET /tasks/:id': 'ReadContent',
  'GET /tasks/:id/history': 'ReadContent',
  'GET /tasks/:id/chain': 'ReadContent',
  'POST /tasks/:id/acknowledge': 'AcknowledgeTask',
  'POST /tasks/:id/report': 'ReportProgress',
  'POST /tasks/:id/forms': 'FileFormReport',
  'POST /tasks/:id/submit': 'SubmitTask',
  'POST /tasks/:id/accept': 'AcceptTask',
  'POST /tasks/:id/return': 'ReturnTask',
  'POST /tasks/:id/lapse': 'LapseTask',
  'POST /tasks/:id/assign': 'AssignTaskTo',
  'POST /tasks/:id/request-extension': 'RequestExtension',
  'POST /tasks/:id/grant-extension': 'GrantExtension',
  'POST /tasks/:id/refuse-extension': 'RefuseExtension',
  'POST /tasks/:id/override-deadline': 'OverrideDeadline',
  'POST /tasks/:id/confirm-deadline': 'ConfirmDeadline',
  'POST /tasks/:id/refuse': 'RefuseTask',
  'POST /tasks/:id/uphold': 'UpholdAssignment',
  'POST /tasks/:id/reassign': 'ReassignTask',
  'POST /tasks/:id/suspend': 'SuspendTask',
  'POST /tasks/:id/resume': 'ResumeTask',
  'POST /tasks/:id/cancel': 'CancelTask',
  'POST /tasks/:id/delegate': 'DelegateTask',
  'POST /tasks/:id/decide-on-part': 'DecideOnChild',
  'POST /tasks/:id/contribute': 'ContributeToTask',
  'POST /tasks/:id/ask-contribution': 'AskContribution',
  'POST /tasks/:id/demand-report': 'DemandReport',
  'POST /tasks/:id/decide': 'DecideFinding',
  'POST /tasks/:id/correct': 'CorrectRegistration',
  'POST /tasks/:id/start': 'StartTask',

  'GET /streams/:stream/evidence': 'ReadEvidence',
  'GET /form-reports': 'ReadContent',
  'GET /form-reports/:id': 'ReadContent',
  'GET /form-reports/:id/history': 'ReadContent',

  'GET /matters': 'ReadContent',
  'POST /matters': 'ReceiveMatter',
  'GET /matters/:id': 'ReadContent',
  'POST /matters/:id/direct': 'DirectMatter',
  'POST /matters/:id/answer': 'AnswerMatter',
  'POST /matters/:id/recommend': 'RecommendMatter',
  'POST /matters/:id/mark': 'MarkMatter',
  'POST /matters/:id/consult': 'ConsultUnit',
  'POST /matters/:id/answer-consultation': 'AnswerConsultation',

  'GET /standing-units': 'ReadContent',
  'GET /attachments': 'ReadContent',
  'POST /attachments': 'AttachFile',
  'GET /attachments/:id': 'ReadContent',
  'GET /attachments/:id/content': 'ReadContent',
  'GET /access-log': 'ReadAccessLog',
  'GET /counts': 'ReadContent',
  'GET /events': 'ReadContent',
  'GET /statistics': 'ReadContent',
  'GET /reports/:kind': 'ReadContent',
  'GET /reports/:kind/file': 'ReadContent',
  'POST /exports': 'ReadContent',
  'GET /exports/:id': 'ReadContent',
  'GET /exports/:id/file': 'ReadContent',
  'GET /search': 'ReadContent',
  'GET /notices': 'ReadContent',
  'GET /streams/:stream': 'ReadContent',
  'GET /lookup/:id': 'ReadContent',
  'GET /lookup/:id/history': 'ReadContent',
  'GET /lookup/:id/who': 'ReadContent',

  'GET /units/:id/subscriptions': 'ReadSubscriptions',
  'POST /units/:id/subscriptions': 'OpenSubscription',
  'POST /units/:id/subscriptions/:subscription/end': 'EndSubscription',
  'GET /deliveries': 'ReadDeliveries',
  'POST /deliveries/:id/replay': 'ReplayDelivery',
  'POST /deliveries/:id/drop': 'DropDelivery',
  'GET /calendars/:unit/:file': 'ReadCalendar',
  'GET /webhooks/key': 'ReadRegistry',

  'GET /units': 'ReadRegistry',
  'GET /units/:id': 'ReadRegistry',
  'POST /units': 'RegisterUnit',
  'POST /units/:id/rename': 'RenameUnit',
  'POST /units/:id/put-under': 'PutUnitUnder',
  'POST /units/:id/admit': 'AdmitMember',
  'POST /units/:id/dismiss': 'DismissMember',
  'GET /successions': 'ReadRegistry',
  'POST /successions': 'PlanSuccession',
  'GET /successions/:id/proof': 'ReadContent',
  'POST /successions/:id/successor': 'NameSuccessor',
  'POST /successions/:id/effective-day': 'FixEffectiveDay',
  'POST /successions/:id/withdraw': 'WithdrawSuccession',
  'POST /successions/:id/decisions': 'DecideHolding',
  'GET /references': 'ReadRegistry',
  'POST /references': 'PublishReference',

  'GET /accounts': 'ReadAccounts',
  'POST /accounts': 'OpenAccount',
  'POST /accounts/first': 'SignIn',
  'POST /accounts/invited': 'SignIn',
  'GET /accounts/me': 'ReadAccounts',
  'POST /accounts/me/password': 'ChangeSignIn',
  'POST /accounts/me/totp': 'ChangeSignIn',
  'POST /accounts/me/totp/confirm': 'ChangeSignIn',
  'POST /accounts/me/totp/remove': 'ChangeSignIn',
  'GET /accounts/:id': 'ReadAccounts',
  'GET /accounts/:id/authority': 'ReadAuthority',
  'GET /accounts/:id/history': 'ReadAuthority',
  'POST /accounts/:id/grants': 'GiveGrant',
  'POST /accounts/:id/grants/:number/withdraw': 'WithdrawGrant',
  'POST /accounts/:id/clearance': 'SetClearance',
  'POST /accounts/:id/disable': 'DisableAccount',
  'POST /accounts/:id/enable': 'EnableAccount',
  'POST /accounts/:id/end-sessions': 'EndSessions',
  'POST /accounts/:id/invite': 'ResetSignIn',
  'POST /accounts/:id/subject': 'LinkSubject',

  'GET /offices': 'ReadOffices',
  'POST /offices': 'EstablishOffice',
  'GET /offices/:id': 'ReadOffices',
  'GET /offices/:id/history': 'ReadAuthority',
  'POST /offices/:id/appointments': 'Appoint',
  'POST /offices/:id/appointments/:number/end': 'EndAppointment',
  'POST /offices/:id/close': 'CloseOffice',

  'GET /tokens': 'ReadTokens',
  'POST /tokens': 'IssueToken',
  'POST /tokens/:token/revoke': 'RevokeToken',

  'GET /sessions': 'ReadSessions',
  'POST /sessions': 'SignIn',
  'POST /sessions/confirm': 'SignOut',
  'DELETE /sessions/current': 'SignOut',
  'DELETE /sessions/:handle': 'SignOut',
  'GET /sessions/means': 'SignIn',
  'GET /sessions/oidc': 'SignIn',
  'GET /sessions/oidc/callback': 'SignIn',
  'POST /sessions/oidc/logout': 'SignIn',

  'POST /subscribers/:subscriber/release': 'ReleaseStream',
  'POST /views/:view/rebuild': 'RebuildView',
  'GET /health': 'ReadHealth',
  'GET /metrics': 'ReadMetrics',
  'GET /health/live': 'CheckHealth',
  'GET /health/ready': 'CheckHealth',
  'GET /health/degraded': 'CheckHealth',
  'GET /api/openapi.json': 'ReadDocumentation',
  'GET /api/docs*': 'ReadDocumentation',
};

declare module 'fastify' {
  interface FastifyContextConfig {
    act?: Act;
  }
}

/** By its own line, or by one that ends in a star. A HEAD is a GET. */
export const actAt = (method: string, url: string): Act | undefined => {
  const line = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  if (Object.hasOwn(ROUTES, line)) return ROUTES[line];
  const prefix = Object.keys(ROUTES).find((each) => each.endsWith('*') && line.startsWith(each.slice(0, -1)));
  return prefix === undefined ? undefined : ROUTES[prefix];
};

/** To be called before the routes are made. Throws where one is made that nobody has thought about. */
export const knowWhatRoutesDo = (fastify: FastifyInstance): void => {
  fastify.addHook('onRoute', (route) => {
    const acts = [route.method].flat().map((method) => ({ method, act: actAt(method, route.url) }));
    const unknown = acts.find(({ act }) => act === undefined);
    if (unknown)
      throw new Error(
        `${unknown.method} ${route.url} may be done by nobody: name its act in apps/server/src/access/routes.ts.`,
      );
    route.config = { ...route.config, act: acts[0]!.act! };
  });
};
