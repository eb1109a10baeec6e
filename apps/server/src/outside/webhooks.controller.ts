import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { HttpProblem } from '../http/problem.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { QueryRoute } from '../reading/query-route.ts';

type WebhookKey = Readonly<{ publicKey: string }>;

/** Translates, and decides nothing. */
@ApiTags('Outside')
@Controller('webhooks')
export class WebhooksController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Get('key')
  @QueryRoute('By which key receivers know that a webhook comes from here (Standard Webhooks, Ed25519)')
  async key(): Promise<WebhookKey> {
    const publicKey = this.installation.webhookKey;
    if (publicKey === null) throw new HttpProblem('webhook/not-set-up', 'No webhooks are sent from here.');
    return { publicKey };
  }
}
