import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { HttpProblem } from '../http/problem.ts';
import { ACCESS } from '../injected.ts';
import type { Access } from './access.ts';
import { LogoutDto, OidcQuery } from './accounts.dto.ts';
import { cookieWith, errandCookie, errandIn, noErrand } from './cookie.ts';
import { headerOf } from './header-of.ts';
import { ERRAND_S, OidcDoor } from './oidc-door.ts';
import { Asking, type Asked } from './requested.ts';

/** `oidc`: whether an identity provider vouches for people here. */
export type Means = Readonly<{ password: boolean; oidc: boolean }>;

/** Translates, and decides nothing. */
@ApiTags('Sessions')
@Controller('sessions')
export class OidcController {
  private readonly door: OidcDoor;

  constructor(@Inject(ACCESS) private readonly access: Access) {
    this.door = new OidcDoor(access);
  }

  @Get('means')
  @ApiOperation({ summary: 'By what people sign in here', security: [] })
  @ApiResponse({ status: 200, description: 'By what people sign in here' })
  means(): Means {
    return { password: true, oidc: this.access.provider !== undefined };
  }

  @Get('oidc')
  @HttpCode(303)
  @ApiOperation({ summary: 'Sign in by the identity provider: leads there', security: [] })
  @ApiResponse({ status: 303, description: 'To the identity provider.' })
  async leave(
    @Req() request: FastifyRequest,
    @Query() { again }: OidcQuery,
    @Asking() { reply }: Asked,
  ): Promise<void> {
    await orTold(request, reply, async () => {
      const { secret, to } = await this.door.leave(again === 'yes');
      void reply.header('set-cookie', errandCookie(secret, ERRAND_S)).header('location', to);
    });
  }

  @Get('oidc/callback')
  @HttpCode(303)
  @ApiOperation({ summary: 'Where the identity provider sends people back to', security: [] })
  @ApiQuery({ name: 'code', required: false, schema: { type: 'string' } })
  @ApiQuery({ name: 'state', required: false, schema: { type: 'string' } })
  @ApiResponse({
    status: 303,
    description: 'To the console, with a session; or without, with a `refused` that says why.',
  })
  async comeBack(@Req() request: FastifyRequest, @Asking() { place, sessionId, reply }: Asked): Promise<void> {
    void reply.header('set-cookie', noErrand);
    const query = request.url.split('?')[1] ?? '';
    await orTold(request, reply, async () => {
      const id = await this.door.comeBack(errandIn(request.headers.cookie), query, place);
      if (sessionId !== undefined) await this.access.sessions.end(sessionId);
      void reply.header('set-cookie', cookieWith(id)).header('location', '/');
    });
  }

  @Post('oidc/logout')
  @HttpCode(200)
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiOperation({ summary: 'Where the identity provider says that somebody has signed out there', security: [] })
  @ApiResponse({ status: 200, description: 'Their sessions are over.' })
  async logOut(@Body() said: LogoutDto): Promise<void> {
    await this.door.logOut(said.logout_token);
  }
}

/** A person in front of a browser gets words, and a program a problem. */
const orTold = async (request: FastifyRequest, reply: FastifyReply, act: () => Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof HttpProblem) || !isPage(request)) throw error;
    void reply.header('location', `/?refused=${encodeURIComponent(error.code)}`);
  }
};

const isPage = (request: FastifyRequest): boolean => (headerOf(request, 'accept') ?? '').includes('text/html');
