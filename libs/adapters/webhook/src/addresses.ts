import { BlockList, isIP } from 'node:net';

/** Addresses and networks that may be called though they are not public: `10.1.2.3`, `10.1.0.0/16`, `fd00::/8`. */
export type Allowed = readonly string[];

/** What is not one machine somewhere on the public Internet (IANA, Special-Purpose Address Registries; multicast and reserved). */
const NOT_PUBLIC = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
  ...['::/127', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
  ...['5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 4 ? 'ipv4' : 'ipv6');

const listOf = (networks: readonly string[]): BlockList => {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    if (prefix === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(prefix), family(address));
  }
  return list;
};

const notPublic = listOf(NOT_PUBLIC);

/** `BlockList` takes an IPv4 address that is written as an IPv6 one for the IPv4 address that it is. */
export const isPublic = (address: string): boolean => isIP(address) !== 0 && !notPublic.check(address, family(address));

export const isListed = (address: string, allowed: Allowed): boolean =>
  isIP(address) !== 0 && listOf(allowed).check(address, family(address));

/** Whether all of them are addresses or networks. */
export const areNetworks = (networks: Allowed): boolean =>
  networks.every((network) => {
    const [, address = '', prefix] = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(network) ?? [];
    const most = isIP(address) === 4 ? 32 : 128;
    return isIP(address) !== 0 && (prefix === undefined || Number(prefix) <= most);
  });
