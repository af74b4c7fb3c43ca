import { BlockList, isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** Where a request comes from: for limits in memory only; it is neither stored nor logged. */
export type AddressOf = (c: Context) => string;

/** An address, or a network such as `10.1.0.0/16`. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}

/** `proxies`: addresses and networks whose X-Forwarded-For is believed, besides this machine. */
export function createAddressOf(proxies: readonly string[]): AddressOf {
  const trusted = new BlockList();
  for (const network of ['127.0.0.0/8', '::1', ...proxies]) {
    const [address = '', prefix] = network.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (prefix === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(prefix), family);
  }
  const isTrusted = (address: string) => {
    const version = isIP(address);
    return version !== 0 && trusted.check(address, version === 4 ? 'ipv4' : 'ipv6');
  };
  return (c) => callerBehind(otherEnd(c), c.req.header('x-forwarded-for'), isTrusted);
}

/** Of the line itself. */
function otherEnd(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown'; // called without a socket, as tests do
  }
}

/**
 * Each proxy adds behind a comma whom it heard. From the last one backwards, as long as the one that says so is
 * trusted: what stands further in front anybody may have written.
 */
export function callerBehind(
  address: string,
  forwarded: string | undefined,
  isTrusted: (address: string) => boolean,
): string {
  let caller = address;
  for (const named of (forwarded ?? '').split(',').toReversed()) {
    const next = named.trim();
    if (next === '' || !isTrusted(caller)) break;
    caller = next;
  }
  return caller;
}

/** Straight from a program of this machine: neither from elsewhere nor through a proxy. */
export function isFromThisMachine(c: Context): boolean {
  if (c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined) return false;
  return /^(?:127\.|::1$|::ffff:127\.)/.test(otherEnd(c));
}
