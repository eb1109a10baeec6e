import type { JSX, RefObject } from 'react';

import { useSay } from './say.tsx';

type FilterProps = Readonly<{
  text: string;
  onText(text: string): void;
  field?: RefObject<HTMLInputElement | null>;
}>;

/** What narrows a list as it is typed. */
export const FilterField = ({ text, onText, field }: FilterProps): JSX.Element => {
  const say = useSay();
  return (
    <input
      ref={field}
      className="filter"
      type="search"
      aria-label={say('inbox.filter')}
      placeholder={say('inbox.filter')}
      value={text}
      onChange={({ target }) => onText(target.value)}
    />
  );
};
