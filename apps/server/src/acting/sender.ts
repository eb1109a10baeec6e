import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { INSTALLATION } from '@edict/directives';
import type { Viewer } from '@edict/engine';
import { instant, type Actor } from '@edict/kernel';
import { byPerson, type Caller, type Revision } from '@edict/runtime';
import type { FastifyRequest } from 'fastify';

import { headerOf } from '../access/header-of.ts';
import { HttpProblem } from '../http/problem.ts';
import { currentTraceparent } from '../tracing/tracing.ts';

/** Who sends a command, under which Idempotency-Key, and at which revision they saw the stream, if they say so. */
export type Sender = Readonly<{
  actor: Actor;
  key: string;
  viewer: Viewer;
  caller(occurredAt?: string): PersonalCaller;
}>;

/** With how far they are cleared: what somebody may not see they cannot act on. */
export type PersonalCaller = Caller & Readonly<{ viewer: Viewer }>;

/** `anybody`: for what is done for the installation and not for a unit. */
type Options = Readonly<{ anybody?: boolean }> | undefined;

/** Refuses a command without Idempotency-Key, or without Edict-Unit. */
export const Sending = createParamDecorator((options: Options, context: ExecutionContext): Sender => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const key = keyOf(request);
  const actor = request.actor ?? (options?.anybody ? forInstallation(request) : nobody());
  const expected = expectedBy(request);
  const traceparent = currentTraceparent();
  const viewer = { id: actor.id, unit: actor.unit, clearance: request.principal.clearance, seen: request.seen };
  return {
    actor,
    key,
    viewer,
    caller: (occurredAt) => ({
      viewer,
      ...byPerson(actor, key, occurredAt === undefined ? undefined : instant(occurredAt)),
      ...(expected === undefined ? {} : { expected }),
      ...(traceparent === undefined ? {} : { traceparent }),
    }),
  };
});

/** Who asks, and for which unit, if they say so. */
export const Viewing = createParamDecorator((_: unknown, context: ExecutionContext): Viewer => {
  const { principal, actor, seen } = context.switchToHttp().getRequest<FastifyRequest>();
  return { id: principal.id, unit: actor?.unit ?? '', clearance: principal.clearance, seen };
});

/** The viewer's unit, for questions that are about it. */
export const unitOf = ({ unit }: Viewer): string => (unit === '' ? nobody() : unit);

const forInstallation = (request: FastifyRequest): Actor => ({
  id: request.principal.id,
  unit: INSTALLATION,
  capacity: request.acting?.capacity ?? 'officer',
  origin: 'person',
});

const nobody = (): never => {
  throw new HttpProblem('request/unit-missing', 'Name the unit that you act for in the header Edict-Unit.');
};

const keyOf = (request: FastifyRequest): string => {
  const key = headerOf(request, 'idempotency-key');
  if (key === undefined || key.trim() === '')
    throw new HttpProblem('request/idempotency-key-missing', 'A command needs the header Idempotency-Key.');
  if (key.length > 200)
    throw new HttpProblem('request/idempotency-key-too-long', 'Idempotency-Key has at most 200 characters.');
  return key;
};

const expectedBy = (request: FastifyRequest): Revision | undefined => {
  const header = headerOf(request, 'if-match');
  if (header === undefined) return undefined;
  const revision = /^"(0|[1-9]\d{0,14})"$/.exec(header)?.[1];
  if (revision === undefined)
    throw new HttpProblem('request/if-match', 'If-Match is one revision in quotation marks, such as "3".');
  return Number(revision);
};
