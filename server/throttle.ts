import { createRecentMap } from './recent-map.ts';

/**
 * Limits in memory, by whatever names the caller (device, code, address, range): a bucket holds `burst` tries and
 * fills at `perMinute`. Nothing of it is stored, so no address ever stands beside an answer.
 */
export interface Throttle {
  /** Takes one try; returns 0, or the seconds to wait when there is none. */
  take(name: string): number;
  /** The seconds to wait until a try could be taken; takes none. */
  wait(name: string): number;
  /** Whole tries that are left. */
  left(name: string): number;
}

/** Whoever floods us with new names pushes out the longest silent ones, never all: those have full buckets by then. */
const NAMES_MOST = 50_000;

export function createThrottle(
  clock: () => number,
  burst: number,
  perMinute: number,
  namesMost = NAMES_MOST,
): Throttle {
  const buckets = createRecentMap<{ readonly left: number; readonly at: number }>(namesMost);
  const leftOf = (name: string, now: number) => {
    const bucket = buckets.get(name);
    if (!bucket) return burst;
    return Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 60_000) * perMinute);
  };
  const secondsFor = (left: number) =>
    left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) / perMinute) * 60));
  return {
    take(name) {
      const now = clock();
      const left = leftOf(name, now);
      const waitSeconds = secondsFor(left);
      buckets.set(name, { left: waitSeconds === 0 ? left - 1 : left, at: now });
      return waitSeconds;
    },
    wait: (name) => secondsFor(leftOf(name, clock())),
    left: (name) => Math.floor(leftOf(name, clock())),
  };
}

/** Who asks from many addresses of one network is one caller: IPv4 /24, IPv6 /56 (what a provider gives one customer). */
export function rangeOf(address: string): string {
  const v4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/i.exec(address);
  if (v4) return `${v4[1]}.${v4[2]}.${v4[3]}.0/24`;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length);
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...behind];
  const first = all.slice(0, 4).map((group) => Number.parseInt(group, 16) || 0);
  return `${first.map((group, i) => (i === 3 ? group & 0xff_00 : group).toString(16)).join(':')}::/56`;
}

/** A limit by address, and a wider one by its range: neither one address nor a network of them gets through. */
export interface AddressThrottle {
  /** As in `Throttle`; `scope` is what is limited apart, such as a walk-up code. */
  take(address: string, scope?: string): number;
  wait(address: string, scope?: string): number;
}

export function createAddressThrottle(
  clock: () => number,
  limits: { readonly burst: number; readonly perMinute: number; readonly rangeFactor: number },
): AddressThrottle {
  const { burst, perMinute, rangeFactor } = limits;
  const single = createThrottle(clock, burst, perMinute);
  const range = createThrottle(clock, burst * rangeFactor, perMinute * rangeFactor);
  const names = (address: string, scope: string) =>
    [`${scope} ${address}`, `${scope} ${rangeOf(address)}`] as const;
  return {
    take(address, scope = '') {
      const [one, all] = names(address, scope);
      return single.take(one) || range.take(all);
    },
    wait(address, scope = '') {
      const [one, all] = names(address, scope);
      return single.wait(one) || range.wait(all);
    },
  };
}
