import type { DirectiveRow, TaskCommand } from '@edict/directives';
import { Rejection, type Sent } from '@edict/kernel';
import type { Outcome } from '@edict/runtime';

import type { Reading } from './reader.ts';
import { wouldMove, type WouldMove } from './reading/would-move.ts';

type Confirm = Extract<Sent<TaskCommand>, { type: 'ConfirmDeadline' }>;

/** A deadline that would move, and what became of it: `code` and `message` say why it was refused. */
export type MoveConfirmed = WouldMove &
  Readonly<{ outcome: 'confirmed' | 'refused'; code: string | null; message: string | null }>;

export type MovesConfirmed = Readonly<{
  /** Of the last that was written; empty where nothing was. */
  position: string;
  confirmed: number;
  refused: number;
  items: readonly MoveConfirmed[];
}>;

type Asked = Readonly<{ directiveId: string; unit: string; words: Omit<Confirm['data'], 'from'> }>;

/**
 * Confirms every deadline of a directive that the latest policy and calendar would move, one by one, each for itself: what is refused holds
 * up no other. Throws `Rejection` where there is nothing that whoever asks may confirm. Sent again it goes on with what is left.
 */
export const confirmMoves = async (
  reading: Reading,
  { directiveId, unit, words }: Asked,
  send: (command: Confirm) => Promise<Outcome>,
): Promise<MovesConfirmed> => {
  const directive = await reading.directive(directiveId);
  if (!directive) throw new Rejection('directive/unknown', 'There is no such directive.');
  const moves = await wouldMove(reading, directiveId);
  if (moves.length === 0) assertIssuer(directive, unit);
  let position = '';
  const items: MoveConfirmed[] = [];
  const refusals: Rejection[] = [];
  for (const move of moves) {
    const command: Confirm = {
      stream: `task-${move.task}`,
      type: 'ConfirmDeadline',
      data: { ...words, from: move.from },
    };
    try {
      ({ position } = await send(command));
      items.push({ ...move, outcome: 'confirmed', code: null, message: null });
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      refusals.push(error);
      items.push({ ...move, outcome: 'refused', code: error.code, message: error.message });
    }
  }
  if (refusals[0] && refusals.length === moves.length) throw refusals[0];
  return { position, confirmed: moves.length - refusals.length, refused: refusals.length, items };
};

const assertIssuer = ({ issuers }: DirectiveRow, unit: string): void => {
  const named = JSON.parse(issuers) as readonly string[];
  if (!named.includes(unit)) throw new Rejection('task/not-the-issuer', `${named.join(', ')} confirms it.`);
};
