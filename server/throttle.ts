import type { Deps } from './deps.ts';
import { ownMemories } from './own-memory.ts';
import type { Kept, Memories } from './store/shared-memory.ts';

/**
 * Limits by whatever names the caller (device, code, address, range): a bucket holds `burst` tries and fills at `perMinute`. They
 * live in a memory: in that of this process where they protect the process, in the shared one where they hold guesses and
 * abuse down, which must hold over all instances together. No address ever stands beside an answer.
 */
export interface Throttle {
  /** Takes one try; 0, or the seconds to wait when there is none. */
  take(name: string): Promise<number>;
  /** The same, with the whole tries that are left. */
  takeOne(name: string): Promise<{ readonly waitSeconds: number; readonly left: number }>;
  /** The seconds to wait until a try could be taken; takes none. */
  wait(name: string): Promise<number>;
}

/** Where buckets are kept, and a name for all of a kind: two limits never share a bucket. */
export interface Limits {
  readonly clock: () => number;
  readonly memories: Memories;
  readonly kind: string;
}

/** For limits that protect this process: each instance has its own. */
export const ownLimits = ({ clock }: Pick<Deps, 'clock'>, kind: string): Limits => ({
  clock,
  memories: ownMemories(clock),
  kind,
});

/** For limits that hold guesses and abuse down: they hold over all instances together. */
export const sharedLimits = (deps: Pick<Deps, 'clock' | 'together'>, kind: string): Limits => ({
  ...ownLimits(deps, kind),
  ...(deps.together && { memories: deps.together.memories }),
});

/** Whoever floods us with new names pushes out the longest silent ones, never all: those have full buckets by then. */
const NAMES_MOST = 50_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

export function createThrottle(
  { clock, memories, kind }: Limits,
  burst: number,
  perMinute: number,
  namesMost = NAMES_MOST,
): Throttle {
  const buckets = memories<Bucket>(kind, namesMost);
  const leftOf = (kept: Kept<Bucket> | undefined, now: number) => {
    if (!kept) return burst;
    const { left, at } = kept.value;
    return Math.min(burst, left + (Math.max(0, now - at) / 60_000) * perMinute);
  };
  const secondsFor = (left: number) =>
    left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) / perMinute) * 60));
  const takeOne: Throttle['takeOne'] = (name) =>
    buckets.change(name, (kept) => {
      const now = clock();
      const before = leftOf(kept, now);
      const waitSeconds = secondsFor(before);
      const left = waitSeconds === 0 ? before - 1 : before;
      // a full one need not be known
      const ends = now + ((burst - left) / perMinute) * 60_000;
      return { result: { waitSeconds, left: Math.floor(left) }, kept: { value: { left, at: now }, ends } };
    });
  return {
    takeOne,
    take: async (name) => (await takeOne(name)).waitSeconds,
    wait: async (name) => secondsFor(leftOf(await buckets.get(name), clock())),
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
  take(address: string, scope?: string): Promise<number>;
  wait(address: string, scope?: string): Promise<number>;
}

export function createAddressThrottle(
  limits: Limits,
  {
    burst,
    perMinute,
    rangeFactor,
  }: { readonly burst: number; readonly perMinute: number; readonly rangeFactor: number },
): AddressThrottle {
  const single = createThrottle(limits, burst, perMinute);
  const kind = `${limits.kind} by range`;
  const range = createThrottle({ ...limits, kind }, burst * rangeFactor, perMinute * rangeFactor);
  const names = (address: string, scope: string) =>
    [`${scope} ${address}`, `${scope} ${rangeOf(address)}`] as const;
  return {
    async take(address, scope = '') {
      const [one, all] = names(address, scope);
      return (await single.take(one)) || range.take(all);
    },
    async wait(address, scope = '') {
      const [one, all] = names(address, scope);
      return (await single.wait(one)) || range.wait(all);
    },
  };
}
