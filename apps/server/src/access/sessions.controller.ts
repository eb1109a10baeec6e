import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

import { HttpProblem } from '../http/problem.ts';
import { ACCESS, INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { QueryRoute } from '../reading/query-route.ts';
import type { Access } from './access.ts';
import * as dto from './accounts.dto.ts';
import { cookieWith, noCookie } from './cookie.ts';
import { Door } from './door.ts';
import { Asking, type Asked } from './requested.ts';

type SessionShown = Readonly<{
  handle: string;
  beganAt: string;
  seenAt: string;
  address: string;
  agent: string;
  current: boolean;
}>;

/** Translates, and decides nothing. */
@ApiTags('Sessions')
@Controller('sessions')
export class SessionsController {
  private readonly door: Door;

  constructor(
    @Inject(ACCESS) private readonly access: Access,
    @Inject(INSTALLATION) { journal }: Installation,
  ) {
    this.door = new Door(access, journal);
  }

  @Get()
  @QueryRoute('From where you are signed in')
  async sessions(@Asking() { id, session }: Asked): Promise<readonly SessionShown[]> {
    const all = await this.access.sessions.of(id, this.access.now());
    return all.map(({ handle, beganAt, seenAt, address, agent }) => {
      return { handle, beganAt, seenAt, address, agent, current: handle === session?.handle };
    });
  }

  @Post()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign in with a password; the session is in a cookie', security: [] })
  async signIn(@Body() said: dto.SignInDto, @Asking() { place, reply }: Asked): Promise<void> {
    void reply.header('set-cookie', cookieWith(await this.door.signIn(said, place)));
  }

  @Post('confirm')
  @HttpCode(204)
  @ApiOperation({ summary: 'Show once more who you are, before what weighs heavy' })
  async confirm(@Body() said: dto.ConfirmDto, @Asking() { session, sessionId, place, reply }: Asked): Promise<void> {
    if (!session || sessionId === undefined)
      throw new HttpProblem('access/no-session', 'You are signed in by a token: there is nothing to confirm.');
    void reply.header('set-cookie', cookieWith(await this.door.confirm(session, said, sessionId, place)));
  }

  @Delete('current')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  async signOut(@Asking() { session, sessionId, reply }: Asked): Promise<void> {
    if (session && sessionId !== undefined) await this.access.sessions.end(sessionId);
    void reply.header('set-cookie', noCookie).header('clear-site-data', '"cache", "cookies", "storage"');
  }

  @Delete(':handle')
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of your sessions' })
  async endOne(@Param() { handle }: dto.HandleParam, @Asking() { id }: Asked): Promise<void> {
    if (await this.access.sessions.endOne(id, handle, this.access.now())) return;
    throw new HttpProblem('session/unknown', 'You have no such session.');
  }
}
