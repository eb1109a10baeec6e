import { describe, expect, it } from '@jest/globals';

import { areNetworks, isListed, isPublic } from './addresses.ts';

describe('An address', () => {
  it.each(['1.1.1.1', '8.8.8.8', '203.0.112.1', '2606:4700::1111', '::ffff:1.1.1.1'])('%s is public', (address) =>
    expect(isPublic(address)).toBe(true),
  );

  it.each([
    ...['127.0.0.1', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '::', '::1', 'fe80::1', 'fd00::1'],
    ...['ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe'],
    ...['2001:db8::1', 'localhost', '', '127.1'],
  ])('%j is not', (address) => expect(isPublic(address)).toBe(false));

  it('is listed by itself or by its network', () => {
    expect(isListed('10.1.2.3', ['10.1.2.3'])).toBe(true);
    expect(isListed('10.2.9.9', ['10.1.2.3', '10.2.0.0/16'])).toBe(true);
    expect(isListed('fd00::9', ['fd00::/8'])).toBe(true);
    for (const other of ['10.1.2.4', '11.0.0.1', '::1', 'x'])
      expect(isListed(other, ['10.1.2.3', '10.2.0.0/16'])).toBe(false);
  });

  it('is told from what is none', () => {
    expect(areNetworks(['10.1.2.3', '10.0.0.0/8', 'fd00::/8', '::1'])).toBe(true);
    for (const wrong of ['', 'x', '10.0.0.0/33', '::/129', '10.0.0/8', '10.0.0.0/', 'localhost'])
      expect(areNetworks([wrong])).toBe(false);
  });
});
