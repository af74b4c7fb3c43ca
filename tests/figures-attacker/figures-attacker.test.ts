import { expect, test } from 'vitest';
import type { Patch } from '../fakes/patched-copy.ts';
import { attackIn, findsLeak } from './run-attack.ts';

/** The tree becomes another one twice meanwhile, and is read by the days before and after. */
const ROUNDS = 10;

/** Provinces in which the leaks below show early, and one in which they need not. */
const SEEDS = [5, 4, 1];

test.for(SEEDS)(
  'no difference of two served figures, in one dimension or in reading time, is about one to nine forms: seed %i',
  { timeout: 120_000 },
  async (seed) => {
    const { leaks, pairs, pages, submissions } = await attackIn({ seed, rounds: ROUNDS });
    expect(leaks.slice(0, 20)).toEqual([]);
    // it has looked: figures were served, and pairs of them subtracted
    expect(submissions).toBeGreaterThan(150);
    expect(pages).toBeGreaterThan(1_000);
    expect(pairs).toBeGreaterThan(10_000);
  },
);

/** Each rule switched off by itself: the leak that it stops, as the attacker calls it, and where it shows soonest. */
const SWITCHED_OFF: readonly (Patch & {
  readonly rule: string;
  readonly leak: string;
  readonly seed: number;
})[] = [
  {
    rule: 'the threshold',
    file: 'shared/score.ts',
    from: 'export const MIN_N = 10;',
    to: 'export const MIN_N = 1;',
    leak: '^a cell of its own',
    seed: 5,
  },
  {
    rule: 'the complement over periods',
    file: 'server/figures/periods-around.ts',
    from: '(around = findAround(period))',
    to: '(around = findAround(period).slice(0, 0))',
    leak: '^period',
    seed: 4,
  },
  {
    rule: 'the complement in a breakdown by place',
    file: 'server/figures/neighbours.ts',
    from: 'const beside = place.breakdowns.filter(',
    to: 'const beside = place.breakdowns.slice(0, 0).filter(',
    leak: '^place, all but its parts',
    seed: 5,
  },
  {
    rule: 'looking at the trees of other days',
    file: 'server/figures/place-tree.ts',
    from: 'whole.trees.map(setsOf)',
    to: 'whole.trees.slice(0, 1).map(setsOf)',
    leak: '^place of another day: ',
    seed: 5,
  },
  {
    rule: 'the release step',
    file: 'server/store/release-step.ts',
    from: 'export const RELEASE_STEP = 10;',
    to: 'export const RELEASE_STEP = 1;',
    leak: '^time: ',
    seed: 5,
  },
  {
    rule: 'the step of each factor',
    file: 'server/store/release-step.ts',
    from: 'if (mayMove(stretch, before, after)) moving',
    to: 'if (true as boolean) moving',
    leak: '^time: \\S+ \\S+ \\S+ I+\\.[A-E]',
    seed: 5,
  },
];

test.for(SWITCHED_OFF)(
  'without $rule the same program finds a leak',
  { timeout: 120_000 },
  async ({ leak, seed, ...patch }) => {
    expect(await findsLeak({ seed, rounds: 16, enough: leak }, [patch])).toBe(true);
  },
);
