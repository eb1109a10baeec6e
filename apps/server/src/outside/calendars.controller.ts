import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { listOf, OUTSIDE, type Prose, type TaskRow } from '@edict/directives';
import type { Reading } from '@edict/engine';
import type { Instant } from '@edict/kernel';
import type { Place } from '@edict/runtime';

import { hashOf } from '../access/secrets.ts';
import { HttpProblem } from '../http/problem.ts';
import { INSTALLATION } from '../injected.ts';
import type { Installation } from '../installation.ts';
import { calendarOf, type Dated } from './icalendar.ts';
import { CalendarParam } from './outside.dto.ts';
import { subscriptionsOf } from './subscriptions.ts';

const PAGE = 500;
/** So many dates are in a calendar, the next ones first. */
const MOST = 2_000;

const SUMMARY = 'The dates of a unit as a calendar (RFC 5545), for who has its address; nothing that is classified';

/** Whoever has the address is who it was made for: it names nobody, and reads what everybody may. */
@ApiTags('Outside')
@Controller('calendars')
export class CalendarsController {
  constructor(@Inject(INSTALLATION) private readonly installation: Installation) {}

  @Get(':unit/:file')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @ApiOperation({ summary: SUMMARY, security: [] })
  @ApiOkResponse({ description: SUMMARY, content: { 'text/calendar': { schema: { type: 'string' } } } })
  async calendar(@Param() { unit, file }: CalendarParam): Promise<string> {
    const address = hashOf(file.replace(/\.ics$/, ''));
    const known = Object.entries(await subscriptionsOf(this.installation, unit));
    const meant = known.find(([, each]) => each.channel === 'calendar' && each.address === address && !each.ended);
    if (!meant) throw new HttpProblem('calendar/unknown', 'There is no such calendar.');
    const reading = this.installation.engine.reader.as({ id: `subscription-${meant[0]}`, unit, clearance: OUTSIDE });
    return calendarOf(unit, await datesOf(unit, reading), reading.now());
  }
}

const datesOf = async (unit: string, { lists }: Reading): Promise<readonly Dated[]> => {
  const dated: Dated[] = [];
  let after: Place | null | undefined;
  do {
    const { items, next } = await lists.inbox(unit, { after: after ?? undefined, limit: PAGE });
    dated.push(...items.flatMap(dateOf));
    after = next;
  } while (after && dated.length < MOST);
  return dated.slice(0, MOST);
};

const dateOf = (row: TaskRow): readonly Dated[] => {
  const { taskId: id, ref, statement, dueAt } = row;
  if (dueAt === null) return [];
  return [{ id, ref, statement: wordsOf(statement), dueAt: dueAt as Instant, changes: listOf(row, 'dates').length }];
};

/** What is sealed stays so. */
const wordsOf = (statement: string): string => {
  const prose = JSON.parse(statement) as Prose;
  return typeof prose === 'string' ? prose : '';
};
