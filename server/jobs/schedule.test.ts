import { expect, test } from 'vitest';
import { createSchedule, every } from './schedule.ts';

const MINUTE = 60_000;

test('a task comes again after its time, and a clock that was set back does not stop it', async () => {
  const ran: number[] = [];
  const task = {
    name: 'log',
    isDue: every(5 * MINUTE),
    retryMs: MINUTE,
    run: async (now: number) => void ran.push(now),
  };
  const schedule = createSchedule([task], () => {});
  for (const minute of [100, 102, 105, 106, 3, 4, 8]) await schedule.tick(minute * MINUTE);
  expect(ran).toEqual([100, 105, 3, 8].map((minute) => minute * MINUTE));
});

test('what failed is said and tried again after pauses that double up to four hours, and holds up no other', async () => {
  const tries: number[] = [];
  const others: number[] = [];
  const failures: string[] = [];
  const failing = {
    name: 'night',
    isDue: () => true,
    retryMs: 15 * MINUTE,
    run: async (now: number) => {
      tries.push(now / MINUTE);
      throw new Error('no');
    },
  };
  const other = {
    name: 'log',
    isDue: every(60 * MINUTE),
    retryMs: MINUTE,
    run: async (now: number) => void others.push(now),
  };
  const schedule = createSchedule([failing, other], (name) => failures.push(name));
  for (let minute = 0; minute <= 1_200; minute += 5) await schedule.tick(minute * MINUTE);
  expect(tries).toEqual([0, 15, 45, 105, 225, 465, 705, 945, 1_185]);
  expect(failures).toHaveLength(tries.length);
  expect(others).toHaveLength(21);
});

test('a task that is still running is not started a second time', async () => {
  let end = () => {};
  let started = 0;
  const run = () =>
    new Promise<void>((resolve) => {
      started++;
      end = resolve;
    });
  const schedule = createSchedule([{ name: 'night', isDue: () => true, retryMs: 1, run }], () => {});
  const first = schedule.tick(0);
  await schedule.tick(1_000_000);
  expect(started).toBe(1);
  end();
  await first;
  void schedule.tick(2_000_000);
  await Promise.resolve();
  expect(started).toBe(2);
  end();
});
