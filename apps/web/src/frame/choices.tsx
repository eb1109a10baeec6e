import { useId, useState, type JSX, type KeyboardEvent } from 'react';

import { Say, useSay } from '../parts/say.tsx';
import { useChoices, type Choice } from './use-choices.ts';

/** Moves from one choice to the next and round; `undefined`: another key. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** One types, the arrows choose, Enter goes. */
export const Choices = ({ onChosen }: Readonly<{ onChosen(): void }>): JSX.Element => {
  const say = useSay();
  const id = useId();
  const { text, at, choices, take, move, type } = useChoosing(onChosen);
  return (
    <form
      className="palette"
      onSubmit={(event) => {
        event.preventDefault();
        take(choices[at]);
      }}
    >
      <input
        className="field"
        autoFocus
        role="combobox"
        aria-label={say('frame.find')}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={choices.length === 0 ? undefined : `${id}-${at}`}
        autoComplete="off"
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={move}
      />
      <Listed id={id} choices={choices} at={at} onTaken={take} />
      {choices.length === 0 ? (
        <p className="mid" role="status">
          <Say id="palette.nothing" />
        </p>
      ) : null}
    </form>
  );
};

type ListedProps = Readonly<{ id: string; choices: readonly Choice[]; at: number; onTaken(choice: Choice): void }>;

const Listed = ({ id, choices, at, onTaken }: ListedProps): JSX.Element => {
  const say = useSay();
  return (
    <ul id={id} role="listbox" aria-label={say('frame.find')}>
      {choices.map((choice, index) => (
        <li
          key={choice.id}
          id={`${id}-${index}`}
          className="choice"
          role="option"
          aria-selected={index === at}
          onClick={() => onTaken(choice)}
        >
          <span className="cut">{choice.text}</span>
          <ChoiceHint hint={choice.hint} />
        </li>
      ))}
    </ul>
  );
};

/** What is typed, chosen among, and taken. */
const useChoosing = (onChosen: () => void) => {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const choices = useChoices(text);
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    onChosen();
    choice.run();
  };
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || choices.length === 0) return;
    event.preventDefault();
    setAt((at + step + choices.length) % choices.length);
  };
  const type = (typed: string) => {
    setText(typed);
    setAt(0);
  };
  return { text, at, choices, take, move, type };
};

/** By which key else, or of what kind. */
const ChoiceHint = ({ hint }: Readonly<{ hint: Choice['hint'] }>): JSX.Element | null => {
  if (hint === undefined) return null;
  return 'key' in hint ? (
    <kbd>{hint.key}</kbd>
  ) : (
    <span className="dim">
      <Say id={`hit.${hint.kind}`} />
    </span>
  );
};
