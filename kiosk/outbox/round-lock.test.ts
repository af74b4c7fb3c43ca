import { describe, expect, it } from 'vitest';
import { type LockDeps, roundLock, STALE_MS } from './round-lock.ts';

/** The locks of one origin: asked for politely, or taken over. */
function locks() {
  let isHeld = false;
  return {
    request: async (_name: string, options: LockOptions, work: (lock: Lock | null) => unknown) => {
      if (isHeld && !options.steal) return work(null);
      isHeld = true;
      try {
        return await work({ name: 'x', mode: 'exclusive' });
      } finally {
        isHeld = false;
      }
    },
    freeze: () => {
      isHeld = true;
    },
  };
}

function origin() {
  const held = locks();
  const marks = new Map<string, string>();
  let now = 1_000_000;
  const storage = {
    getItem: (name: string) => marks.get(name) ?? null,
    setItem: (name: string, value: string) => void marks.set(name, value),
  };
  const deps: LockDeps = { locks: held as unknown as LockManager, storage, clock: () => now };
  return { held, page: () => roundLock(deps), pass: (ms: number) => (now += ms) };
}
const sent = async () => 'sent';

describe('the lock of a round', () => {
  it('a frozen tab delays sync by two minutes at most', async () => {
    const { held, page, pass } = origin();
    await page()(async () => held.freeze());
    held.freeze();
    pass(STALE_MS);
    expect(await page()(sent)).toBeUndefined();
    pass(1);
    expect(STALE_MS).toBe(120_000);
    expect(await page()(sent)).toBe('sent');
  });

  it('a stale lock is taken over and a single page is never refused', async () => {
    const { page, pass } = origin();
    const alone = page();
    for (let round = 0; round < 5; round++) {
      expect(await alone(sent)).toBe('sent');
      pass(round * 40_000);
    }
  });

  it('keeps a second page from sending while the first one is at it', async () => {
    const { page } = origin();
    let finish = () => {};
    const first = page()(() => new Promise<string>((resolve) => (finish = () => resolve('sent'))));
    expect(await page()(sent)).toBeUndefined();
    finish();
    expect(await first).toBe('sent');
    expect(await page()(sent)).toBe('sent');
  });

  it('lets a browser without locks send', async () => {
    const { page: _page } = origin();
    const alone = roundLock({ locks: undefined, storage: localMarks, clock: () => 0 });
    expect(await alone(sent)).toBe('sent');
  });
});

const localMarks = { getItem: () => null, setItem: () => {} };
