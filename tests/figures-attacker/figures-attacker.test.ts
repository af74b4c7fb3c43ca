import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type Patch, patchedCopy } from '../fakes/patched-copy.ts';
import type { Attack } from './attack.ts';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** The tree becomes another one twice meanwhile, and is read by the days before and after. */
const ROUNDS = 10;

/** In a process of its own: the same program reads the product and its copies. */
async function attackIn(
  folder: string,
  seed: number,
  rounds: number,
  enough = '',
  cuts: readonly string[] = [],
): Promise<Attack> {
  const program = join(folder, 'tests', 'figures-attacker', 'attack.ts');
  const { stdout } = await run(process.execPath, [program, String(seed), String(rounds), enough, ...cuts], {
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout) as Attack;
}

/** In the province of the first seed each of the leaks below shows soonest. */
const SEEDS = [5, 1];

test.for(SEEDS)(
  'no difference of two served figures, in one dimension or in reading time, is about one to nine forms: seed %i',
  { timeout: 120_000 },
  async (seed) => {
    const { leaks, pairs, pages, submissions } = await attackIn(root, seed, ROUNDS);
    expect(leaks.slice(0, 20)).toEqual([]);
    // it has looked: figures were served, and pairs of them subtracted
    expect(submissions).toBeGreaterThan(150);
    expect(pages).toBeGreaterThan(1_000);
    expect(pairs).toBeGreaterThan(10_000);
  },
);

/** Each rule switched off by itself: the leak that it stops, as the attacker calls it. */
const SWITCHED_OFF: readonly (Patch & { readonly rule: string; readonly leak: string })[] = [
  {
    rule: 'the threshold',
    file: 'shared/score.ts',
    from: 'export const MIN_N = 10;',
    to: 'export const MIN_N = 1;',
    leak: '^a cell of its own',
  },
  {
    rule: 'the complement over periods',
    file: 'server/figures/periods-around.ts',
    from: '(around = findAround(period))',
    to: '(around = findAround(period).slice(0, 0))',
    leak: '^period',
  },
  {
    rule: 'the complement in a breakdown by place',
    file: 'server/figures/neighbours.ts',
    from: 'const beside = place.breakdowns.filter(',
    to: 'const beside = place.breakdowns.slice(0, 0).filter(',
    leak: '^place, all but its parts',
  },
  {
    rule: 'looking at the trees of other days',
    file: 'server/figures/place-tree.ts',
    from: 'whole.trees.map(setsOf)',
    to: 'whole.trees.slice(0, 1).map(setsOf)',
    leak: '^place of another day: ',
  },
  {
    rule: 'the release step',
    file: 'server/store/release-step.ts',
    from: 'export const RELEASE_STEP = 10;',
    to: 'export const RELEASE_STEP = 1;',
    leak: '^time: ',
  },
  {
    rule: 'the step of each factor',
    file: 'server/store/release-step.ts',
    from: 'if (!mayMove(stretch, before, after)) wait = true;',
    to: 'if (false as boolean) wait = true;',
    leak: '^time: \\S+ \\S+ \\S+ I+\\.[A-E]',
  },
];

test.for(SWITCHED_OFF)(
  'without $rule the same program finds a leak',
  { timeout: 120_000 },
  async ({ leak, ...patch }) => {
    const copy = patchedCopy(['server', 'shared', 'tests/fakes', 'tests/figures-attacker'], [patch]);
    try {
      const { leaks } = await attackIn(copy.folder, SEEDS[0]!, 16, leak);
      expect(leaks.some((sentence) => new RegExp(leak).test(sentence))).toBe(true);
    } finally {
      copy.remove();
    }
  },
);

const CUTS = ['channel', 'sex', 'age', 'kind'];

test('no difference of two figures of a cut, in one dimension or in reading time, is about one to nine forms', {
  timeout: 120_000,
}, async () => {
  const { leaks, facets, pairs } = await attackIn(root, SEEDS[0]!, 12, '', CUTS);
  expect(leaks.slice(0, 20)).toEqual([]);
  expect(facets).toBeGreaterThan(400);
  expect(pairs).toBeGreaterThan(10_000);
});

const CUTS_SWITCHED_OFF: readonly {
  readonly rule: string;
  readonly patches: readonly Patch[];
  readonly leak: string;
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
  },
  {
    rule: 'leaving a facet as it was when something comes late',
    patches: [
      {
        file: 'server/store/tallies.ts',
        from: 'if (late && !isUnread) {',
        to: 'if (false as boolean) {',
      },
    ],
    leak: '^time: .* of ',
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
  },
];

test.for(CUTS_SWITCHED_OFF)(
  'without $rule the same program finds a leak in a cut',
  { timeout: 120_000 },
  async ({ leak, patches }) => {
    const copy = patchedCopy(['server', 'shared', 'tests/fakes', 'tests/figures-attacker'], patches);
    try {
      const { leaks } = await attackIn(copy.folder, SEEDS[0]!, 14, leak, CUTS);
      expect(leaks.some((sentence) => new RegExp(leak).test(sentence))).toBe(true);
    } finally {
      copy.remove();
    }
  },
);
