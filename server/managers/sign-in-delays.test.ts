import { expect, test } from 'vitest';
import { ownMemories } from '../own-memory.ts';
import { createSignInDelays } from './sign-in-delays.ts';

const OFFICE = '203.0.113.20';
const RIVAL = '198.51.100.7';
let now = 0;
const begin = () => {
  now = 1_700_000_000_000;
  const clock = () => now;
  return createSignInDelays({ clock, memories: ownMemories(clock) });
};
type Delays = ReturnType<typeof begin>;
/** One try with a wrong password, if it is let through. */
const guess = async (delays: Delays, login: string, address: string) => {
  if ((await delays.secondsToWait(login, address)) > 0) return { through: false, alarm: undefined };
  return { through: true, alarm: await delays.note(login, address, false) };
};

test('three tries are free, then each wait is twice the one before, a minute at most', async () => {
  const delays = begin();
  const waits: number[] = [];
  for (let i = 0; i < 12; i++) {
    now += (await delays.secondsToWait('lan', RIVAL)) * 1000;
    await delays.note('lan', RIVAL, false);
    waits.push(await delays.secondsToWait('lan', RIVAL));
  }
  expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60]);
});

test('ten thousand tries at one account: some two hundred get through, the alarm sounds, its owner comes in', async () => {
  const delays = begin();
  await delays.note('lan', OFFICE, true);
  let through = 0;
  const alarms: number[] = [];
  for (let i = 0; i < 10_000; i++) {
    now += 1_000;
    const { through: isThrough, alarm } = await guess(delays, 'lan', RIVAL);
    if (isThrough) through++;
    if (alarm !== undefined) alarms.push(alarm);
    // the rival takes every opening at once, and still the owner never waits where she always signs in
    expect(await delays.secondsToWait('lan', OFFICE)).toBe(0);
  }
  expect(through).toBeLessThan(180);
  expect(alarms).toEqual([10, 100]);
  // and from a new place she waits a minute at most, as soon as the guessing stops
  expect(await delays.secondsToWait('lan', '192.0.2.1')).toBeLessThanOrEqual(60);
  now += 60_000;
  expect(await delays.secondsToWait('lan', '192.0.2.1')).toBe(0);
});

test('ten thousand tries from as many networks at one account are one count', async () => {
  const delays = begin();
  let through = 0;
  for (let i = 0; i < 10_000; i++) {
    now += 100;
    if ((await guess(delays, 'lan', `${i % 200}.${(i >> 8) % 256}.${i % 256}.1`)).through) through++;
  }
  expect(through).toBeLessThan(30);
});

test('whoever shares the network of the owner is slowed down there too, after the same three tries', async () => {
  const delays = begin();
  await delays.note('lan', OFFICE, true);
  for (let i = 0; i < 3; i++) await guess(delays, 'lan', '203.0.113.99');
  expect(await delays.secondsToWait('lan', '203.0.113.99')).toBeGreaterThan(0);
  // a network that knows the password is trusted for this account alone
  expect(await delays.secondsToWait('binh', '203.0.113.99')).toBe(0);
});

test('a flood of names that do not exist does not forget the account that is being guessed', async () => {
  const delays = begin();
  for (let i = 0; i < 20; i++) {
    now += 61_000;
    await guess(delays, 'lan', RIVAL);
  }
  for (let i = 0; i < 9_000; i++) await delays.note(`name${i}`, RIVAL, false);
  expect(await delays.secondsToWait('lan', RIVAL)).toBeGreaterThan(0);
});

test('an hour without a wrong try is a fresh start', async () => {
  const delays = begin();
  for (let i = 0; i < 8; i++) await delays.note('lan', RIVAL, false);
  now += 3_600_001;
  await delays.note('lan', RIVAL, false);
  expect(await delays.secondsToWait('lan', RIVAL)).toBe(0);
});
