import { expect, it } from 'vitest';
import { CHECKS, type Ends, type Probes, runSelfTest, worthALook } from './self-test.ts';

const probesOf = (change: Partial<Probes> = {}): Probes => ({
  ...(Object.fromEntries(CHECKS.map((check) => [check, async () => 'ok' as const])) as unknown as Probes),
  ...change,
});

it('ticks off one check after another, in their order', async () => {
  const seen: Ends[] = [];
  const ends = await runSelfTest(probesOf(), CHECKS, (so) => seen.push(so));
  expect(seen.map((so) => Object.keys(so).length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(Object.keys(ends)).toEqual([...CHECKS]);
  expect(worthALook(ends)).toBe(0);
});

it('takes a probe that throws or hangs for failed, and goes on', async () => {
  const probes = probesOf({
    database: async () => {
      throw new Error('UnknownError');
    },
    key: () => new Promise(() => {}),
    contact: async () => 'warn',
  });
  const ends = await runSelfTest(probes, CHECKS, () => {}, 20);
  expect(ends).toMatchObject({ database: 'bad', journal: 'ok', key: 'bad', words: 'ok', contact: 'warn' });
  expect(worthALook(ends)).toBe(3);
});
