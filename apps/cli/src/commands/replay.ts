import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { readForAudit, recordedFrom } from '@edict/adapter-sqlite';
import { replaySaga, SAGA_NAMES, type Replayed, type Sending } from '@edict/engine';

import { EXIT, parsed, print, UsageError, type Command } from '../command.ts';
import { progress } from '../progress.ts';

export const replay: Command = {
  usage: 'replay --saga NAME [--from POSITION] [--data DIR] [--json]',
  what: `Runs today's saga over the recorded log and sends nothing; says what it would send and did not, and what it sent and would not. Sagas: ${SAGA_NAMES.join(', ')}.`,
  examples: ['replay --saga escalation', 'replay --saga fan-out --from 0000000000000156 --json'],
  async run(args) {
    const { values } = parsed(args, {
      saga: { type: 'string' },
      from: { type: 'string', default: '' },
      data: { type: 'string', default: 'data' },
      json: { type: 'boolean' },
    });
    const { saga = '', from, data } = values;
    if (!SAGA_NAMES.includes(saga)) throw new UsageError(`--saga is one of ${SAGA_NAMES.join(', ')}.`);
    if (!/^\d{0,16}$/.test(from)) throw new UsageError('--from POSITION is a position as history and verify print it.');
    progress('replaying');
    const replayed = replaySaga(logIn(data), saga, from === '' ? '' : from.padStart(16, '0'));
    progress('');
    await print(values.json ? JSON.stringify({ ok: isSame(replayed), ...replayed }) : inWords(replayed));
    return isSame(replayed) ? EXIT.done : EXIT.differs;
  },
};

const logIn = (dir: string) => {
  const file = join(dir, 'events.db');
  if (!existsSync(file)) throw new UsageError(`${dir} is not a data folder of Edict.`);
  const { events, problems } = readForAudit(file);
  const log = [...events].map(recordedFrom);
  if (problems.length > 0) throw new UsageError(`The log is damaged: ${problems[0]!.problem} (edict verify says more)`);
  return log;
};

const isSame = ({ wouldSend, didSend }: Replayed): boolean => wouldSend.length + didSend.length === 0;

const inWords = ({ saga, events, commands, wouldSend, didSend }: Replayed): string =>
  [
    ...wouldSend.map((each) => `would send  ${told(each)}`),
    ...didSend.map((each) => `did send    ${told(each)}`),
    `${saga}: ${events} events, ${commands} commands; ${wouldSend.length} would be sent that were not, ${didSend.length} were sent that would not be.`,
  ].join('\n');

const told = ({ event, type, stream }: Sending): string => `${type} to ${stream}, after ${event}`;
