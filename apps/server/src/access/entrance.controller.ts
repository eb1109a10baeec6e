import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';

import { ACCESS, INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import type { Access } from './access.ts';
import { FirstAdministratorDto, TakeUpDto } from './accounts.dto.ts';
import { cookieWith } from './cookie.ts';
import { Door } from './door.ts';
import { Asking, type Asked } from './requested.ts';

/** For who has no account yet, or nothing to sign in with. Translates, and decides nothing. */
@ApiTags('Accounts')
@Controller('accounts')
export class EntranceController {
  private readonly door: Door;

  constructor(@Inject(ACCESS) access: Access, @Inject(INSTALLATION) { journal }: Installation) {
    this.door = new Door(access, journal);
  }

  @Post('first')
  @HttpCode(204)
  @ApiOperation({ summary: 'Become the first administrator, with the link that the server printed', security: [] })
  async first(@Body() said: FirstAdministratorDto, @Asking() { place, reply }: Asked): Promise<void> {
    void reply.header('set-cookie', cookieWith(await this.door.first(said, place)));
  }

  @Post('invited')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take up an invitation: set a password, and be signed in', security: [] })
  async invited(@Body() said: TakeUpDto, @Asking() { place, reply }: Asked): Promise<void> {
    void reply.header('set-cookie', cookieWith(await this.door.takeUp(said, place)));
  }
}
