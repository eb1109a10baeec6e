import { SUCCESSION_KINDS, type ScriptLine, type SuccessionCommand } from '@edict/directives';
import { Rejection, type Sent } from '@edict/kernel';

import type { Reading } from './reader.ts';
import { dayIn } from './script-time.ts';

/**
 * A succession that nobody has planned is planned: `from` names units with commas or spaces between them, `to` who follows, `on` the day
 * (by default that of the line). Of one that is planned the successor is named and the day fixed, as far as they are said.
 */
export const mergeCommands = async (
  reading: Reading,
  line: ScriptLine,
  zone: string,
): Promise<readonly Sent<SuccessionCommand>[]> => {
  const id = said(line, 'succession') ?? `merge-${said(line, 'to') ?? ''}`;
  const stream = `succession-${id}`;
  const known = (await reading.successions()).some(({ successionId }) => successionId === id);
  if (known) return completing(stream, line);
  const from = (said(line, 'from') ?? '').split(/[\s,]+/).filter((unit) => unit !== '');
  const kind = kindIn(said(line, 'kind') ?? 'merge');
  const effectiveOn = dayIn(said(line, 'on') ?? line.at.slice(0, 10));
  const plan = { from, to: said(line, 'to'), kind, effectiveOn, basis: basisOf(line), zone };
  return [{ stream, type: 'PlanSuccession', data: plan }];
};

const completing = (stream: string, line: ScriptLine): readonly Sent<SuccessionCommand>[] => {
  const [to, on, basis] = [said(line, 'to'), said(line, 'on'), basisOf(line)];
  return [
    ...(to === null ? [] : [{ stream, type: 'NameSuccessor', data: { to, basis } } as const]),
    ...(on === null ? [] : [{ stream, type: 'FixEffectiveDay', data: { on: dayIn(on), basis } } as const]),
  ];
};

const said = (line: ScriptLine, name: string) => (line[name] === undefined ? null : String(line[name]));

const basisOf = (line: ScriptLine): string => said(line, 'basis') ?? line.text ?? '';

const kindIn = (text: string): (typeof SUCCESSION_KINDS)[number] => {
  const kind = SUCCESSION_KINDS.find((each) => each === text);
  if (!kind) throw new Rejection('script/unknown-kind', `A succession is one of ${SUCCESSION_KINDS.join(', ')}.`);
  return kind;
};
