import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { REFERENCE_KINDS, type ReferenceRow } from '@edict/directives';
import { MACHINE, publishing, registering, type Viewer } from '@edict/engine';
import type { Outcome } from '@edict/runtime';

import { CommandRoute } from '../acting/command-route.ts';
import { Sending, Viewing, type PersonalCaller, type Sender } from '../acting/sender.ts';
import { underKey } from '../acting/under-key.ts';
import { HttpProblem } from '../http/problem.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import type { Paged } from '../reading/listing.ts';
import type { Unit } from '../reading/present.ts';
import { QueryRoute } from '../reading/query-route.ts';
import { ActOnReference } from './act-on-reference.command.ts';
import { ActOnUnit } from './act-on-unit.command.ts';
import { DocumentReader } from './documents.ts';
import { PublishReferenceDto, RegisterUnitsDto } from './registry.dto.ts';
import { ReferencesQuery, UnitParam, UnitsQuery } from './registry-list.dto.ts';
import * as ask from './registry.queries.ts';

const FOR_SECRETARIATS = { status: 201, forUnit: false, description: 'In the capacity of a secretariat.' } as const;

/** Translates, and decides nothing. */
@ApiTags('Registry')
@Controller()
export class RegistryController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly documents: DocumentReader,
    @Inject(INSTALLATION) private readonly installation: Installation,
  ) {}

  @Get('units')
  @QueryRoute('Every unit, group and placeholder that is registered')
  units(@Viewing() viewer: Viewer, @Query() asked: UnitsQuery): Promise<Paged<Unit>> {
    return this.queries.execute(new ask.ListUnits(viewer, asked));
  }

  @Get('units/:id')
  @QueryRoute('A unit, a group or a placeholder')
  unit(@Viewing() viewer: Viewer, @Param() { id }: UnitParam): Promise<Unit> {
    return this.queries.execute(new ask.GetUnit(viewer, id));
  }

  @Get('references')
  @QueryRoute('Every edition of every policy, calendar and form; what one says is in its history')
  references(@Viewing() viewer: Viewer, @Query() asked: ReferencesQuery): Promise<Paged<ReferenceRow>> {
    return this.queries.execute(new ask.ListReferences(viewer, asked));
  }

  @Post('units')
  @CommandRoute('Register the units of a file, or correct them', { ...FOR_SECRETARIATS, answer: null })
  async register(@Body() said: RegisterUnitsDto, @Sending({ anybody: true }) sender: Sender): Promise<Registered> {
    const caller = sender.caller(said.occurredAt);
    if (caller.expected !== undefined)
      throw new HttpProblem('request/if-match', 'A units file is about many streams: If-Match cannot be kept.');
    return underKey(this.installation, caller, said.document, (stand) =>
      this.registerAll(said.document, caller, stand),
    );
  }

  /** `stand`: told where one is registered, also if another is refused. */
  private async registerAll(text: string, caller: PersonalCaller, stand: () => void): Promise<Registered> {
    const document = await this.documents.read(text, ['units'], this.today());
    const [first, ...others] = registering(document).map((command) => new ActOnUnit(command, caller));
    const tries = await Promise.allSettled(others.map((command) => this.commands.execute(command)));
    if (tries.some(({ status }) => status === 'fulfilled')) stand();
    const sent = tries.map((each) => {
      if (each.status === 'rejected') throw each.reason as Error;
      return each.value;
    });
    // The last to be written, so that who waits for it sees them all.
    const last = first && (await this.commands.execute(first));
    return { position: last?.position ?? '', units: last ? [last, ...sent] : [] };
  }

  @Post('references')
  @CommandRoute('Put an edition of a policy, a calendar or a form in force', FOR_SECRETARIATS)
  async publish(@Body() said: PublishReferenceDto, @Sending({ anybody: true }) sender: Sender): Promise<Outcome> {
    const document = await this.documents.read(said.document, REFERENCE_KINDS, this.today());
    return this.commands.execute(new ActOnReference(publishing(document), sender.caller(said.occurredAt)));
  }

  private today(): string {
    return this.installation.engine.reader.as(MACHINE).now().slice(0, 10);
  }
}

type Registered = Readonly<{ position: string; units: readonly Outcome[] }>;
