import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';

import { apiFor } from '../../api/api.ts';
import { Say } from '../../parts/say.tsx';

/** Why the identity provider brought nobody: the server sends the page back with it. */
const REFUSED: Readonly<Record<string, string>> = {
  'access/no-account': 'session.noAccount',
  'access/provider-away': 'session.providerAway',
};

/** Nothing where no identity provider is set. A link: the whole page goes there and comes back. */
export const ByProvider = (): JSX.Element | null => {
  const { data } = useQuery({ queryKey: ['means'], queryFn: () => apiFor(null, 'en').get('/sessions/means') });
  const refused = new URLSearchParams(location.search).get('refused');
  return (
    <>
      {refused === null ? null : (
        <p role="alert" className="refused">
          <Say id={REFUSED[refused] ?? 'session.refused'} />
        </p>
      )}
      {data?.oidc ? (
        <a className="btn" href="/sessions/oidc">
          <Say id="session.byProvider" />
        </a>
      ) : null}
    </>
  );
};
