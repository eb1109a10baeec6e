import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ScriptDocument } from '@edict/directives';
import { MACHINE, whoAnswered } from '@edict/engine';

import { CONCLUSION, example, filesOf, play, type Played } from './stage.ts';

const files = filesOf(example(CONCLUSION));
const office = 'central-party-office';
const [gov, assembly] = ['government-party-committee', 'national-assembly-party-committee'];
const [finance, academy] = ['ministry-of-finance-party-committee', 'ho-chi-minh-national-academy-of-politics'];
const steering = 'central-steering-committee';
const merge = (from: string, to: string, on: string) => ({
  ...{ at: '2025-05-20T09:00', as: office, do: 'merge', succession: `after-${from}`, from, to, on, basis: 'R' },
});
const script: ScriptDocument = [
  merge(gov, assembly, '2025-06-01'),
  merge(assembly, finance, '2025-06-03'),
  merge('politburo', steering, '2025-06-01'),
  { at: '2025-06-05T09:00', as: steering, do: 'reassign', task: '3.b5-2', to: academy, text: 'Theirs.' },
];

describe('Whose place those who answer have taken', () => {
  let played: Played;
  beforeAll(async () => {
    played = await play(files, { script, until: '2025-06-08' });
  });
  const on = async (day: string) => {
    const { lead, successorOf } = (await whoAnswered(played.rehearsal.reader.as(MACHINE), '155-KL/TW#3.b5-2', day))!;
    return [lead[0], successorOf];
  };

  it('is told one after the other, from the day of each succession', async () => {
    expect(played.refusals).toStrictEqual([]);
    expect(await on('2025-05-31')).toStrictEqual([gov, []]);
    expect(await on('2025-06-01')).toStrictEqual([assembly, [gov]]);
    expect(await on('2025-06-04')).toStrictEqual([finance, [gov, assembly]]);
  });

  it('is nobody’s any more once it lies with another, nor that of an issuer who was succeeded', async () => {
    const transferred = played.log.filter(({ type }) => type === 'TaskTransferred');
    expect(transferred.map(({ data }) => (data as { to?: unknown }).to)).toContain(steering);
    expect(await on('2025-06-05')).toStrictEqual([academy, []]);
  });
});
