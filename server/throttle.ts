/**
 * Limits in memory, by whatever names the caller (code, address, account): a bucket holds `burst` tries and
 * fills at `perMinute`. Nothing of it is stored, so no address ever stands beside an answer.
 */
export interface Throttle {
  /** Takes one try; returns 0, or the seconds to wait when there is none. */
  take(name: string): number;
}

const NAMES_MOST = 50_000;

export function createThrottle(clock: () => number, burst: number, perMinute: number): Throttle {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(name) {
      const now = clock();
      if (buckets.size > NAMES_MOST) buckets.clear();
      const bucket = buckets.get(name) ?? { left: burst, at: now };
      bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 60_000) * perMinute);
      bucket.at = now;
      buckets.set(name, bucket);
      if (bucket.left >= 1) {
        bucket.left -= 1;
        return 0;
      }
      return Math.max(1, Math.ceil(((1 - bucket.left) / perMinute) * 60));
    },
  };
}
