import { useIntl } from 'react-intl';

/** Why something was refused, by the code that was recorded; one that has no words is shown itself. */
export const useWhy = (): ((code: string) => string) => {
  const { messages, formatMessage } = useIntl();
  return (code) => {
    const id = `refusal.${code}`;
    return id in messages ? formatMessage({ id }) : code;
  };
};
