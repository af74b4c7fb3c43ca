import { expect, test } from 'vitest';
import { createAddressThrottle, createThrottle, ownLimits, rangeOf } from './throttle.ts';

let now = 0;
const clock = () => now;
const limits = ownLimits({ clock }, 'tries');
async function times<T>(count: number, work: (i: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < count; i++) results.push(await work(i));
  return results;
}

test('a bucket gives its burst at once and then what fills in', async () => {
  now = 0;
  const throttle = createThrottle(limits, 3, 6);
  expect(await times(4, () => throttle.take('a'))).toEqual([0, 0, 0, 10]);
  now += 10_000;
  expect([await throttle.wait('a'), await throttle.take('a'), await throttle.take('a')]).toEqual([0, 0, 10]);
  expect(await throttle.take('b')).toBe(0);
});

test('a flood of new names never frees a name that is being limited', async () => {
  now = 0;
  const throttle = createThrottle(limits, 2, 1, 100);
  await times(3, () => throttle.take('rival'));
  for (let i = 0; i < 1_000; i++) {
    await throttle.take(`flood ${i}`);
    if (i % 50 === 0) expect(await throttle.take('rival')).toBeGreaterThan(0);
  }
  expect(await throttle.take('rival')).toBeGreaterThan(0);
});

test('addresses of one network share a range: IPv4 by 24 bits, IPv6 by 56', () => {
  for (const [address, range] of [
    ['203.0.113.7', '203.0.113.0/24'],
    ['::ffff:203.0.113.9', '203.0.113.0/24'],
    ['2001:db8:1:2ff::1', '2001:db8:1:200::/56'],
    ['2001:db8:1:2aa:1:2:3:4', '2001:db8:1:200::/56'],
    ['2001:db8:1:300::', '2001:db8:1:300::/56'],
    ['2001:db8::5', '2001:db8:0:0::/56'],
    ['fe80::1%eth0', 'fe80:0:0:0::/56'],
    ['::1', '0:0:0:0::/56'],
    ['unknown', 'unknown'],
  ] as const) {
    expect(rangeOf(address)).toBe(range);
  }
});

test('one address is limited alone, a network of many addresses by its range, and the next network is free', async () => {
  now = 0;
  const throttle = createAddressThrottle(limits, { burst: 10, perMinute: 1, rangeFactor: 4 });
  expect((await times(11, () => throttle.take('203.0.113.1'))).filter((wait) => wait === 0)).toHaveLength(10);
  const others = await times(200, (i) => throttle.take(`203.0.113.${i + 2}`));
  expect(others.filter((wait) => wait === 0)).toHaveLength(30);
  expect(await throttle.take('203.0.114.1')).toBe(0);
});
