import { expect, test } from 'vitest';
import type { Patch } from '../fakes/patched-copy.ts';
import { attackIn, findsLeak } from './run-attack.ts';

const CUTS = ['channel', 'sex', 'age', 'kind'];

/** The second is small; one of the leaks below shows there soon, and in the first only after many rounds. */
const PROVINCES = [
  { seed: 5, rounds: 12, manyFacets: 400, manyPairs: 10_000 },
  { seed: 6, rounds: 5, manyFacets: 10, manyPairs: 2_000 },
];

test.for(PROVINCES)(
  'no difference of two figures of a cut, in one dimension or in reading time, is about one to nine forms: seed $seed',
  { timeout: 120_000 },
  async ({ seed, rounds, manyFacets, manyPairs }) => {
    const { leaks, facets, pairs } = await attackIn({ seed, rounds, cuts: CUTS });
    expect(leaks.slice(0, 20)).toEqual([]);
    expect(facets).toBeGreaterThan(manyFacets);
    expect(pairs).toBeGreaterThan(manyPairs);
  },
);

/** As with the figures: each rule by itself, its leak, and where it shows soonest. */
const SWITCHED_OFF: readonly {
  readonly rule: string;
  readonly patches: readonly Patch[];
  readonly leak: string;
  readonly seed: number;
}[] = [
  {
    rule: 'serving persons of closed periods alone',
    patches: [
      {
        file: 'server/figures/figure-ground.ts',
        from: "unit.tree === 'real' && isOpen(period, nowMs);",
        to: 'false as boolean;',
      },
      {
        file: 'server/figures/figure-ground.ts',
        from: "if (unit.tree !== 'real') return filter;",
        to: 'if (true as boolean) return filter;',
      },
    ],
    leak: '^time: .* of ',
    seed: 5,
  },
  {
    rule: 'leaving a facet as it was when something comes late',
    patches: [
      {
        file: 'server/store/tallies.ts',
        from: 'if (late && !step.isUnread) {',
        to: 'if (false as boolean) {',
      },
    ],
    leak: '^time: .* of ',
    seed: 6,
  },
  {
    rule: 'the complement among the rows of a cut',
    patches: [
      {
        file: 'server/figures/cut-parts.ts',
        from: 'const hidden = whole\n    ?',
        to: 'const hidden = whole && (false as boolean)\n    ?',
      },
    ],
    leak: '^cut: ',
    seed: 5,
  },
];

test.for(SWITCHED_OFF)(
  'without $rule the same program finds a leak in a cut',
  { timeout: 120_000 },
  async ({ leak, seed, patches }) => {
    expect(await findsLeak({ seed, rounds: 14, enough: leak, cuts: CUTS }, patches)).toBe(true);
  },
);
