/**
 * Which addresses may be connected to. The check stands in the connection itself: every name is resolved at that
 * moment and refused if any of its addresses is not public, so a name that changes its mind between check and use
 * gains nothing. Literal addresses never reach the resolver and are checked by {@link refuseLiteral}.
 */

import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchError } from './errors.js';

/** NAT64 carries an IPv4 address in its last four bytes. */
const NAT64 = 'rfc6052';
const IPV4_BYTES = 4;

/** Loopback, private, link-local, shared (CGNAT), multicast, reserved, unique local and the like are not public. */
export function isPublic(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv6' && parsed.range() === NAT64)
    return ipaddr.fromByteArray(parsed.toByteArray().slice(-IPV4_BYTES)).range() === 'unicast';
  return parsed.range() === 'unicast';
}

const refusal = (host: string, address: string): FetchError =>
  new FetchError(
    'private_address',
    `${host} is at ${address}, which is not a public address; --allow-private-hosts permits it.`,
  );

/** Throws for a URL whose host is an address that is not public. */
export function refuseLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublic(host)) throw refusal(url.hostname, host);
}

export type Resolver = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** A `lookup` for connections that gives public addresses only. */
export function guardedLookup(resolve: Resolver = systemLookup): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, '', 0);
      const forbidden = addresses.find(({ address }) => !isPublic(address));
      if (forbidden !== undefined) return done(refusal(host, forbidden.address), '', 0);
      const [first] = addresses;
      if (options.all === true) return done(null, addresses as never);
      done(null, first?.address ?? '', first?.family ?? 0);
    });
  };
}

/**
 * For requests through a proxy, which resolves names itself: refuses names that resolve here to an address that is
 * not public. A name that only the proxy can resolve is left to it.
 */
export async function refuseResolved(url: URL, resolve: Resolver = systemLookup): Promise<void> {
  const addresses = await new Promise<LookupAddress[]>((done) =>
    resolve(url.hostname, { all: true }, (error, found) => done(error === null ? found : [])),
  );
  const forbidden = addresses.find(({ address }) => !isPublic(address));
  if (forbidden !== undefined) throw refusal(url.hostname, forbidden.address);
}
