import type { JSX } from 'react';

import { useAccountHistory, useOfficeHistory } from '../api/accounts.ts';
import { CapacityWord } from '../pages/accounts/capacity-word.tsx';
import { Say } from '../parts/say.tsx';
import { ByEvent, placeIn } from './by-event.tsx';
import { lastOf } from './made-by.ts';
import { Reason } from './reason.tsx';

/** Accounts and offices are shown as they are now, whatever moment is: so is why. Of what kind an account is, or that it is closed, and who said so. */
export const AccountReason = ({ id, is }: Readonly<{ id: string; is: string }>): JSX.Element => {
  const { data: lines = [] } = useAccountHistory(id);
  const by = lastOf(lines, [is === 'disabled' ? 'AccountDisabled' : 'AccountOpened']);
  return (
    <Reason
      title={<Say id={is === 'disabled' ? 'accounts.disabled' : `accounts.kind.${is}`} />}
      rule={<Say id={`reason.account.${is}`} />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      isOfNow
    />
  );
};

/** In which capacity an office acts, or that it is closed. */
export const OfficeReason = ({ id, capacity }: Readonly<{ id: string; capacity?: string }>): JSX.Element => {
  const { data: lines = [] } = useOfficeHistory(id);
  const by = lastOf(lines, [capacity === undefined ? 'OfficeClosed' : 'OfficeEstablished']);
  return (
    <Reason
      title={capacity === undefined ? <Say id="accounts.closed" /> : <CapacityWord capacity={capacity} />}
      rule={<Say id={capacity === undefined ? 'reason.office.closed' : 'reason.office.capacity'} />}
      events={by && <ByEvent line={by} />}
      position={placeIn(lines)}
      isOfNow
    />
  );
};
