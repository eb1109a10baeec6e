import type { JSX } from 'react';
import { useIntl } from 'react-intl';

/** What sort of document it is. The sort is free text: one that has no word of ours is left to the number. */
export const DocumentType = ({ type }: Readonly<{ type: string }>): JSX.Element => {
  const { messages, formatMessage } = useIntl();
  const id = `document.${type}`;
  return <>{id in messages ? `${formatMessage({ id })} ` : ''}</>;
};
