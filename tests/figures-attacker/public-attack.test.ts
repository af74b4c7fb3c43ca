import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { runTypeScript } from '../../launch/node.mjs';
import { type Patch, patchedCopy } from '../fakes/patched-copy.ts';
import { attackPublic, type PublicAttack } from './public-attack.ts';

const run = promisify(execFile);

/** In the first province each of the leaks below shows in the first quarter. */
const SEEDS = [5, 11];

test.for(SEEDS)(
  'whichever public pages are on, no figures of theirs, nor two readings, differ by one to nine forms, and managers read the same: seed %i',
  { timeout: 120_000 },
  async (seed) => {
    const { leaks, figures, sums } = await attackPublic(seed);
    expect(leaks.slice(0, 20)).toEqual([]);
    expect(figures).toBeGreaterThan(40);
    expect(sums).toBeGreaterThan(20);
  },
);

const RESULTS = 'server/public-page/public-results.ts';
const SWITCHED_OFF: readonly (Patch & { readonly rule: string; readonly leak: string })[] = [
  {
    rule: 'hiding what lies between something withheld and something served',
    file: RESULTS,
    from: 'return served[0] === true && !served.slice(0, served.lastIndexOf(true)).includes(false);',
    to: 'return served[0] === true;',
    leak: '^sum: ',
  },
  {
    rule: 'reading closed quarters alone',
    file: RESULTS,
    from: '.filter((period) => !isOpen(period, nowMs))',
    to: '.filter(({ from }) => from <= localDay(nowMs))',
    leak: '^time: ',
  },
];

test.for(SWITCHED_OFF)(
  'without $rule the same program finds a leak on public pages',
  { timeout: 120_000 },
  async ({ leak, ...patch }) => {
    const copy = patchedCopy(['server', 'shared', 'tests/fakes', 'tests/figures-attacker'], [patch]);
    try {
      const program = join(copy.folder, 'tests', 'figures-attacker', 'public-attack.ts');
      const { stdout } = await run(process.execPath, [...runTypeScript, program, String(SEEDS[0]), leak]);
      const { leaks } = JSON.parse(stdout) as PublicAttack;
      expect(leaks.some((sentence) => new RegExp(leak).test(sentence))).toBe(true);
    } finally {
      copy.remove();
    }
  },
);
