import { Inject, Injectable } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { canonical, type Instant } from '@edict/kernel';
import type { FastifyRequest } from 'fastify';

import { HttpProblem } from '../http/problem.ts';
import { ACCESS } from '../injected.ts';
import type { Access } from './access.ts';
import type { Acting } from './acting-as.ts';
import { ActorGuard, AS_NOTHING } from './actor.guard.ts';
import type { Principal, SignedIn } from './principal.ts';

/** Whether somebody who was let in still would be, as the same: for an answer that goes on. */
export type Stay = Readonly<{
  /** To be asked before the first thing is told, and where something has happened by which they may have been given or taken something. */
  goesOnAnew(): Promise<boolean>;
  /** To be asked before anything more is: what they showed may be over or ended, and what they were given may have had its time. */
  goesOn(): Promise<boolean>;
}>;

@Injectable()
export class Admission {
  constructor(
    @Inject(ACCESS) private readonly access: Access,
    private readonly guard: ActorGuard,
  ) {}

  /** Of whoever asks now, and was let in. */
  stayOf({ headers, routeOptions, principal, acting }: FastifyRequest): Stay {
    const { access, guard } = this;
    const shown = { authorization: headers.authorization, cookie: headers.cookie };
    const { act = '' } = routeOptions.config;
    const before = sortOf(principal, acting);
    let until: Instant | undefined;
    const goesOnAnew = async () => {
      const known = await access.stillSignedIn(shown);
      if (!known || (await sortNow(known).catch(nobodyIfRefused)) !== before) return false;
      until = nextOf(known.principal, access.now());
      return true;
    };
    const sortNow = async ({ principal: same, session }: SignedIn) => {
      const now = await guard.permitted(act, { headers, principal: same, session: session ?? null });
      return sortOf(same, now ?? AS_NOTHING);
    };
    const isTimely = () => until === undefined || access.now() < until;
    return { goesOn: async () => (isTimely() ? access.isKnown(shown) : goesOnAnew()), goesOnAnew };
  }
}

/** Who sees the same: the same person, as the same and as far. */
const sortOf = ({ id, clearance }: Principal, acting: Acting | null): string => canonical([id, acting, clearance]);

/** When the next of what somebody was given begins or ends. */
const nextOf = ({ grants }: Principal, now: Instant): Instant | undefined =>
  grants
    .flatMap(({ from, until }) => [from, until])
    .filter((each) => each !== null && each > now)
    .toSorted()[0] as Instant | undefined;

const nobodyIfRefused = (error: unknown): undefined => {
  if (!(error instanceof HttpProblem)) throw error;
};

export const ADMITTING = [ActorGuard, Admission, { provide: APP_GUARD, useExisting: ActorGuard }];
