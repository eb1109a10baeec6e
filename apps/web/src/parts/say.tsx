import type { JSX } from 'react';
import { useIntl } from 'react-intl';

export type Values = Readonly<Record<string, string | number>>;

/** A message of the catalogue. */
export const Say = ({ id, ...values }: Readonly<{ id: string }> & Values): JSX.Element => {
  const say = useSay();
  return <>{say(id, values)}</>;
};

export const useSay = (): ((id: string, values?: Values) => string) => {
  const { formatMessage } = useIntl();
  return (id, values) => formatMessage({ id }, values);
};
