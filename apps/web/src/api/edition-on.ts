import type { Edition } from './references.ts';

/** The edition in force on a day: the last that was published of those that are valid then. */
export const editionOn = (editions: readonly Edition[], id: string, on: string): Edition | undefined =>
  editions
    .filter(({ referenceId, validFrom, validUntil }) => {
      const hasBegun = referenceId === id && validFrom <= on;
      return hasBegun && (validUntil === null || on <= validUntil);
    })
    .toSorted((a, b) => a.edition - b.edition)
    .at(-1);
