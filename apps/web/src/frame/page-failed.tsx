import { useQueryClient } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useEffectEvent, type JSX, type ReactNode } from 'react';

import { sessionQuery } from '../api/session.tsx';
import { Say, useSay } from '../parts/say.tsx';
import { useCrumb } from './crumb.ts';
import { askedAnew, NotBrought } from './page-of.tsx';

const AGAIN_MS = 2_000;

/** In place of a page that cannot be shown; the frame stays. */
export const PageFailed = ({ error }: ErrorComponentProps): JSX.Element =>
  error instanceof NotBrought ? <Away error={error} /> : <Failed error={error} />;

export const NoPage = (): JSX.Element => {
  useCrumb(useSay()('page.absent'));
  return (
    <Instead title="page.absent">
      <p className="mid">
        <Say id="page.absent.why" />
      </p>
    </Instead>
  );
};

/** Comes by itself when the server is there again. */
const Away = ({ error }: Readonly<{ error: NotBrought }>): JSX.Element => {
  const router = useRouter();
  const ask = async () => {
    if (await askedAnew(error)) await router.invalidate();
  };
  const again = useEffectEvent(ask);
  useEffect(() => {
    const timer = setInterval(() => void again(), AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Instead title="page.away" onAgain={() => void ask()}>
      <p className="refused" role="alert">
        <Say id="frame.offline" />
      </p>
      <p className="mid">
        <Say id="page.away.why" />
      </p>
    </Instead>
  );
};

/** What was answered is asked for anew: perhaps it broke of that. */
const Failed = ({ error }: Readonly<{ error: unknown }>): JSX.Element => {
  const router = useRouter();
  const client = useQueryClient();
  const again = () => {
    client.removeQueries({ predicate: ({ queryKey: [first] }) => first !== sessionQuery.queryKey[0] });
    void router.invalidate();
  };
  return (
    <Instead title="page.failed" onAgain={again}>
      <p className="refused" role="alert">
        <Say id="page.failed.why" detail={String(error)} />
      </p>
    </Instead>
  );
};

type InsteadProps = Readonly<{ title: string; onAgain?(): void; children: ReactNode }>;

const Instead = ({ title, onAgain, children }: InsteadProps): JSX.Element => (
  <div className="pad stack">
    <h1>
      <Say id={title} />
    </h1>
    {children}
    {onAgain ? (
      <div className="line">
        <button className="btn primary" type="button" onClick={onAgain}>
          <Say id="page.again" />
        </button>
      </div>
    ) : null}
  </div>
);
