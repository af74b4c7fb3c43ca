import { expect, test } from 'vitest';
import { ProblemError } from '../problem.ts';
import { COME_AGAIN_SECONDS, createIntake, SMALL_MOST_BYTES } from './intake.ts';

/** Work that ends when the test says so. */
function held() {
  const began: number[] = [];
  const ends: (() => void)[] = [];
  return {
    began,
    work: (n: number) => () => {
      began.push(n);
      return new Promise<number>((resolve) => ends.push(() => resolve(n)));
    },
    /** Ends the work that began first of what is under way. */
    async end() {
      ends.shift()!();
      for (let i = 0; i < 10; i++) await Promise.resolve();
    },
  };
}

const LARGE = SMALL_MOST_BYTES + 1;
const size = (inHand: number, waiting: number, patienceMs = 1_000) => ({
  small: { inHand: 1, waitingMost: 100_000 },
  // each of those that wait counts its bytes and 8 kB
  large: { inHand, waitingMost: waiting * (LARGE + 8 * 1024) },
  patienceMs,
});

test('so many are worked on at a time, the others wait in the order in which they came, and each has its turn', async () => {
  const { began, work, end } = held();
  const intake = createIntake(size(2, 10));
  const done = [1, 2, 3, 4, 5].map((n) => intake.through(LARGE, work(n)));
  expect(began).toEqual([1, 2]);
  await end();
  expect(began).toEqual([1, 2, 3]);
  for (let n = 0; n < 4; n++) await end();
  expect(await Promise.all(done)).toEqual([1, 2, 3, 4, 5]);
});

test('beyond what may wait a large parcel is asked to come again, and a small one is not', async () => {
  const { began, work, end } = held();
  const intake = createIntake(size(1, 1));
  const first = intake.through(LARGE, work(1));
  const second = intake.through(LARGE, work(2));
  const comeAgain = new ProblemError('too-many', COME_AGAIN_SECONDS);
  expect(() => intake.expect(LARGE)).toThrow(comeAgain);
  await expect(intake.through(LARGE, work(3))).rejects.toMatchObject({
    retryAfterSeconds: COME_AGAIN_SECONDS,
  });
  intake.expect(SMALL_MOST_BYTES);
  void intake.through(SMALL_MOST_BYTES, work(4));
  expect(began).toEqual([1, 4]);
  await end();
  await end();
  expect(began).toEqual([1, 4, 2]);
  // there is room again
  intake.expect(LARGE);
  await end();
  await Promise.all([first, second]);
});

test('it is crowded while more large parcels wait than are in hand', async () => {
  const { work, end } = held();
  const intake = createIntake(size(2, 10));
  for (let n = 0; n < 5; n++) void intake.through(SMALL_MOST_BYTES, work(n));
  for (let n = 0; n < 4; n++) void intake.through(LARGE, work(n));
  expect(intake.isCrowded()).toBe(false);
  void intake.through(LARGE, work(4));
  expect(intake.isCrowded()).toBe(true);
  for (let n = 0; n < 5 + 1; n++) await end();
  expect(intake.isCrowded()).toBe(false);
  for (let n = 0; n < 4; n++) await end();
});

test('work that fails gives its place to the next one', async () => {
  const intake = createIntake(size(1, 1));
  const failed = intake.through(LARGE, () => Promise.reject(new Error('no')));
  const next = intake.through(LARGE, async () => 'taken');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('taken');
});

test('what has waited longer than its sender does is not begun, and what came later is', async () => {
  let now = 0;
  const { began, work, end } = held();
  const intake = createIntake(size(1, 3, 100), () => now);
  void intake.through(LARGE, work(1));
  const late = intake.through(LARGE, work(2));
  now = 90;
  void intake.through(LARGE, work(3));
  now = 101;
  const refused = expect(late).rejects.toMatchObject({ code: 'too-many' });
  await end();
  await refused;
  expect(began).toEqual([1, 3]);
  await end();
});
