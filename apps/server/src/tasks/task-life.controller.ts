import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { IdParam } from '../acting/act.dto.ts';
import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { TaskActs } from './task-acts.ts';
import * as dto from './task-life.dto.ts';

@ApiTags('Tasks')
@Controller('tasks/:id')
export class TaskLifeController extends TaskActs {
  @Post('request-extension')
  @CommandRoute('Ask for more time', { description: 'For the lead, before the deadline.' })
  requestExtension(@Param() { id }: IdParam, @Body() said: dto.RequestExtensionDto, @Sending() sender: Sender) {
    return this.act('RequestExtension', id, said, sender);
  }

  @Post('grant-extension')
  @CommandRoute('Grant more time', { description: 'For an issuer or its delegate.' })
  grantExtension(@Param() { id }: IdParam, @Body() said: dto.GrantExtensionDto, @Sending() sender: Sender) {
    return this.act('GrantExtension', id, said, sender);
  }

  @Post('refuse-extension')
  @CommandRoute('Refuse more time', { description: 'For an issuer or its delegate.' })
  refuseExtension(@Param() { id }: IdParam, @Body() said: dto.RefuseExtensionDto, @Sending() sender: Sender) {
    return this.act('RefuseExtension', id, said, sender);
  }

  @Post('override-deadline')
  @CommandRoute('Replace a date by the order of a higher authority')
  overrideDeadline(@Param() { id }: IdParam, @Body() said: dto.OverrideDeadlineDto, @Sending() sender: Sender) {
    return this.act('OverrideDeadline', id, said, sender);
  }

  @Post('confirm-deadline')
  @CommandRoute('Confirm what a new calendar or policy makes of a date', { description: 'For an issuer.' })
  confirmDeadline(@Param() { id }: IdParam, @Body() said: dto.ConfirmDeadlineDto, @Sending() sender: Sender) {
    return this.act('ConfirmDeadline', id, said, sender);
  }

  @Post('refuse')
  @CommandRoute('Say that it is not theirs', {
    description: 'For whoever has it, within the term for acknowledging it.',
  })
  refuse(@Param() { id }: IdParam, @Body() said: dto.RefuseTaskDto, @Sending() sender: Sender) {
    return this.act('RefuseTask', id, said, sender);
  }

  @Post('uphold')
  @CommandRoute('Decide that it stays where it is', { description: 'For an issuer.' })
  uphold(@Param() { id }: IdParam, @Body() said: dto.UpholdAssignmentDto, @Sending() sender: Sender) {
    return this.act('UpholdAssignment', id, said, sender);
  }

  @Post('reassign')
  @CommandRoute('Give it to another unit', { description: 'For an issuer.' })
  reassign(@Param() { id }: IdParam, @Body() said: dto.ReassignTaskDto, @Sending() sender: Sender) {
    return this.act('ReassignTask', id, said, sender);
  }

  @Post('suspend')
  @CommandRoute('Suspend it', { description: 'For an issuer.' })
  suspend(@Param() { id }: IdParam, @Body() said: dto.SuspendTaskDto, @Sending() sender: Sender) {
    return this.act('SuspendTask', id, said, sender);
  }

  @Post('resume')
  @CommandRoute('Resume it', { description: 'For an issuer.' })
  resume(@Param() { id }: IdParam, @Body() said: dto.ResumeTaskDto, @Sending() sender: Sender) {
    return this.act('ResumeTask', id, said, sender);
  }

  @Post('cancel')
  @CommandRoute('Cancel it', { description: 'For an issuer.' })
  cancel(@Param() { id }: IdParam, @Body() said: dto.CancelTaskDto, @Sending() sender: Sender) {
    return this.act('CancelTask', id, said, sender);
  }

  @Post('delegate')
  @CommandRoute('Pass part of it on', { description: 'For the lead, who stays accountable.' })
  delegate(@Param() { id }: IdParam, @Body() said: dto.DelegateTaskDto, @Sending() sender: Sender) {
    return this.act('DelegateTask', id, said, sender);
  }

  @Post('decide-on-part')
  @CommandRoute('Decide on a part that was passed on', { description: 'For the lead.' })
  decideOnPart(@Param() { id }: IdParam, @Body() said: dto.DecideOnChildDto, @Sending() sender: Sender) {
    return this.act('DecideOnChild', id, said, sender);
  }

  @Post('contribute')
  @CommandRoute('Contribute to it', { description: 'For a coordinator.' })
  contribute(@Param() { id }: IdParam, @Body() said: dto.ContributeToTaskDto, @Sending() sender: Sender) {
    return this.act('ContributeToTask', id, said, sender);
  }

  @Post('ask-contribution')
  @CommandRoute('Ask for a contribution or an opinion', { description: 'For the lead.' })
  askContribution(@Param() { id }: IdParam, @Body() said: dto.AskContributionDto, @Sending() sender: Sender) {
    return this.act('AskContribution', id, said, sender);
  }

  @Post('demand-report')
  @CommandRoute('Demand a report', { description: 'For an issuer, or whom it is reported to.' })
  demandReport(@Param() { id }: IdParam, @Body() said: dto.DemandReportDto, @Sending() sender: Sender) {
    return this.act('DemandReport', id, said, sender);
  }
}
