const capital = (word) => word[0].toUpperCase() + word.slice(1);

const commands = ({ Noun }) => `import type { Message } from '@edict/kernel';

/** Each names what it means, so that one that comes late or twice can be recognised. */
export type ${Noun}Command = Message<'Open${Noun}', { title: string }> | Message<'Close${Noun}', { reason: string }>;

export type Given<Type extends ${Noun}Command['type']> = Extract<${Noun}Command, { type: Type }>['data'];
`;

const events = ({ Noun }) => `import type { Message } from '@edict/kernel';

/** Events are for ever: a new shape is a new version with an upcaster. */
export type ${Noun}Event = Message<'${Noun}Opened', { title: string }> | Message<'${Noun}Closed', { reason: string }>;
`;

const state = ({ noun, Noun, camel }) => `import { skipUnknown, type Alarm } from '@edict/kernel';

import type { ${Noun}Command } from './${noun}.commands.ts';
import type { ${Noun}Event } from './${noun}.events.ts';

/** Only what \`decide\`, \`alarms\` and the sagas need. */
export type ${Noun} = Readonly<{ status: 'unknown' | 'open' | 'closed' }>;

export const initialState: ${Noun} = { status: 'unknown' };

export const evolve = (${camel}: ${Noun}, event: ${Noun}Event): ${Noun} => {
  switch (event.type) {
    case '${Noun}Opened':
      return { status: 'open' };
    case '${Noun}Closed':
      return { status: 'closed' };
    default:
      return skipUnknown(event, ${camel});
  }
};

/** What it waits for: nothing yet. Ringing an alarm must append an event, after which the alarm is gone. */
export const alarms = (_: ${Noun}): readonly Alarm<${Noun}Command>[] => [];
`;

const decider = ({
  noun,
  Noun,
  camel,
}) => `import { refuse, unreachable, type Context, type Decider, type Refused } from '@edict/kernel';

import type { Given, ${Noun}Command } from './${noun}.commands.ts';
import type { ${Noun}Event } from './${noun}.events.ts';
import { alarms, evolve, initialState, type ${Noun} } from './${noun}.state.ts';

type Decision = readonly ${Noun}Event[] | Refused<${Noun}Event>;

const open = (data: Given<'Open${Noun}'>, ${camel}: ${Noun}): Decision =>
  ${camel}.status === 'unknown' ? [{ type: '${Noun}Opened', data }] : [];

const close = (data: Given<'Close${Noun}'>, ${camel}: ${Noun}): Decision => {
  if (${camel}.status === 'unknown') return refuse('${noun}/unknown', 'Nothing was opened here.');
  return ${camel}.status === 'open' ? [{ type: '${Noun}Closed', data }] : [];
};

const decide = (command: ${Noun}Command, ${camel}: ${Noun}, _: Context): Decision => {
  switch (command.type) {
    case 'Open${Noun}':
      return open(command.data, ${camel});
    case 'Close${Noun}':
      return close(command.data, ${camel});
    default:
      return unreachable(command);
  }
};

export const ${camel}: Decider<${Noun}, ${Noun}Command, ${Noun}Event> = {
  category: '${camel}',
  origins: { Open${Noun}: ['person'], Close${Noun}: ['person'] },
  initialState,
  decide,
  evolve,
  alarms,
};
`;

const spec = ({ noun, Noun, camel, words }) => `import { describe, it } from '@jest/globals';
import { alarmLaw, at, person, specify } from '@edict/kernel/testing';
import fc from 'fast-check';

import type { ${Noun}Command } from './${noun}.commands.ts';
import { ${camel} } from './${noun}.decider.ts';
import type { ${Noun}Event } from './${noun}.events.ts';

const given = specify(${camel});
const june = at('2025-06-01T02:00:00.000Z', person('ministry'));

const open: ${Noun}Command = { type: 'Open${Noun}', data: { title: 'Decrees' } };
const close: ${Noun}Command = { type: 'Close${Noun}', data: { reason: 'Done' } };
const opened: ${Noun}Event = { type: '${Noun}Opened', data: { title: 'Decrees' } };
const closed: ${Noun}Event = { type: '${Noun}Closed', data: { reason: 'Done' } };

describe('A ${words}', () => {
  it('is opened once', () => {
    given().when(open, june).then(opened);
    given(opened).when(open, june).thenNothing();
  });

  it('is closed once', () => {
    given(opened).when(close, june).then(closed);
    given(opened, closed).when(close, june).thenNothing();
  });

  it('is not closed before it is opened', () => given().when(close, june).thenRefused('${noun}/unknown'));

  it('is not opened again', () => given(opened, closed).when(open, june).thenNothing());

  it('keeps the alarm law', () => {
    const commands = fc.constantFrom(open, close);
    alarmLaw(${camel}, fc.array(commands.map((command) => ({ command, now: june.now, actor: june.actor }))));
  });
});
`;

/** The files of a decider, by name, for a noun in kebab-case. */
export const filesOf = (noun) => {
  const Noun = noun.split('-').map(capital).join('');
  const names = { noun, Noun, camel: Noun[0].toLowerCase() + Noun.slice(1), words: noun.replaceAll('-', ' ') };
  const templates = { commands, events, state, decider, spec };
  const file = ([role, template]) => [`${noun}.${role}.ts`, template(names)];
  return Object.fromEntries(Object.entries(templates).map(file));
};
