import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Mutant, mutated, OTHERS, TEN } from './mutants.ts';

/**
 * npm run mutants [-- NAME …]: puts known mistakes into a copy of the sources, one after another, and runs the test
 * that must notice. The working tree is not touched. Exit code 1 when one survives.
 */
const SEEDS = 100;
const root = join(import.meta.dirname, '../..');
const LEFT_OUT = new Set(['node_modules', 'dist', 'data', '.git', 'test-results']);

function run(mutant: Mutant, copy: string): string {
  const args =
    mutant.test === 'simulation'
      ? ['--disable-warning=ExperimentalWarning', 'tests/sim/simulate.ts', '--seeds', `${SEEDS}`, '--stop']
      : ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'flow'];
  const env = { ...process.env, FLOW_SEEDS: '60' };
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', env });
  return `${stdout}${stderr}`;
}

/** The seed and the law that it breaks; undefined when nothing was noticed. */
function caughtBy(output: string): string | undefined {
  const found = /seed (\d+) fails: ([^\n]*)/.exec(output);
  if (found) return `by seed ${found[1]}: ${found[2]!.slice(0, 120)}`;
  return /AssertionError|expected \[/.test(output) ? 'by the recount' : undefined;
}

const copy = mkdtempSync(join(tmpdir(), 'sipas-mutants-'));
const wanted = process.argv.slice(2);
let survived = 0;
try {
  cpSync(root, copy, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const mutant of [...TEN, ...OTHERS]) {
    if (wanted.length > 0 && !wanted.includes(mutant.name)) continue;
    const files = mutated(mutant, (file) => readFileSync(join(root, file), 'utf8'));
    for (const [file, text] of files) writeFileSync(join(copy, file), text);
    const output = run(mutant, copy);
    const caught = caughtBy(output);
    for (const file of files.keys()) cpSync(join(root, file), join(copy, file));
    if (!caught) console.log(output.slice(-600));
    if (!caught) survived++;
    console.log(`${caught ? 'caught' : 'SURVIVED'} ${mutant.name}${caught ? ` ${caught}` : ''}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exitCode = survived > 0 ? 1 : 0;
