import type { JSX } from 'react';

import { Say, useSay } from './say.tsx';

type ViewsProps<Name extends string> = Readonly<{
  label: string;
  names: readonly Name[];
  shown: Name;
  /** What a name is called: `words.name` of the catalogue. */
  words: string;
  onShow(name: Name): void;
}>;

/** Several ways to look at one thing, of which one is shown. */
export const Views = <Name extends string>({ label, names, shown, words, onShow }: ViewsProps<Name>): JSX.Element => {
  const say = useSay();
  return (
    <span className="seg" role="group" aria-label={say(label)}>
      {names.map((each) => (
        <button key={each} type="button" aria-pressed={each === shown} onClick={() => onShow(each)}>
          <Say id={`${words}.${each}`} />
        </button>
      ))}
    </span>
  );
};
