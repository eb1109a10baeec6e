import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { IdParam } from '../acting/act.dto.ts';
import { CommandRoute } from '../acting/command-route.ts';
import { Sending, type Sender } from '../acting/sender.ts';
import { TaskActs } from './task-acts.ts';
import * as dto from './task-course.dto.ts';

@ApiTags('Tasks')
@Controller('tasks/:id')
export class TaskCourseController extends TaskActs {
  @Post('decide')
  @CommandRoute('Decide what the text leaves open', { description: 'For an issuer.' })
  decide(@Param() { id }: IdParam, @Body() said: dto.DecideFindingDto, @Sending() sender: Sender) {
    return this.act('DecideFinding', id, said, sender);
  }

  @Post('correct')
  @CommandRoute('Correct how it was entered', { description: 'For an issuer.' })
  correct(@Param() { id }: IdParam, @Body() said: dto.CorrectRegistrationDto, @Sending() sender: Sender) {
    return this.act('CorrectRegistration', id, said, sender);
  }

  @Post('start')
  @CommandRoute('Say that the event has come about with which it begins', { description: 'For an issuer or the lead.' })
  start(@Param() { id }: IdParam, @Body() said: dto.StartTaskDto, @Sending() sender: Sender) {
    return this.act('StartTask', id, said, sender);
  }
}
