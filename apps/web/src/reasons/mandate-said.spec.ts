import { describe, expect, it } from '@jest/globals';

import { history } from '../testing/history.ts';
import { mandateBy } from './mandate-said.ts';

describe('What gave a standing unit its mandate', () => {
  it('is the event that set it up, though another mandate joined it', () =>
    expect(mandateBy(history('StandingUnitSetUp', ['MandateInherited', { joined: true }]), 'working')?.type).toBe(
      'StandingUnitSetUp',
    ));

  it('is the event that handed it down, where there was none before', () =>
    expect(mandateBy(history(['MandateInherited', { joined: false }]), 'working')?.type).toBe('MandateInherited'));

  it.each([
    ['endNear', 'MandateEndNeared'],
    ['ended', 'MandateEnded'],
    ['transferred', 'MandateTransferred'],
  ])('came into the state %s by %s', (state, type) =>
    expect(
      mandateBy(history('StandingUnitSetUp', 'MandateEndNeared', 'MandateEnded', 'MandateTransferred'), state)?.type,
    ).toBe(type),
  );
});
