import { afterEach, expect, it, vi } from 'vitest';
import { wakeLock } from './wake-lock.ts';

afterEach(() => vi.unstubAllGlobals());

const settled = () => new Promise((resolve) => setTimeout(resolve));

function browser(request?: () => Promise<unknown>, hidden = false) {
  vi.stubGlobal('navigator', request ? { wakeLock: { request } } : {});
  vi.stubGlobal('document', { hidden });
}

it('keeps the screen on while it is wanted, asks once, asks again when the browser has dropped it, and lets go', async () => {
  const held: { released: boolean; release(): Promise<void> }[] = [];
  browser(async () => {
    const lock = {
      released: false,
      release: async () => {
        lock.released = true;
      },
    };
    held.push(lock);
    return lock;
  });
  const lock = wakeLock();
  lock.want(true);
  lock.want(true);
  await settled();
  lock.want(true);
  expect(held).toHaveLength(1);
  held[0]!.released = true; // as with a page that was hidden
  lock.want(true);
  await settled();
  expect(held).toHaveLength(2);
  lock.want(false);
  expect(held[1]!.released).toBe(true);
});

it('is no error where the browser has none, refuses it, or hides the page', async () => {
  const asked = vi.fn(async () => {
    throw new Error('low battery');
  });
  for (const [request, hidden] of [
    [undefined, false],
    [asked, false],
    [asked, true],
  ] as const) {
    browser(request, hidden);
    const lock = wakeLock();
    lock.want(true);
    await settled();
    lock.want(false);
  }
  expect(asked).toHaveBeenCalledTimes(1);
});
