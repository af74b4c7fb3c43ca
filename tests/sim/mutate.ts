import { spawnSync } from 'node:child_process';
import { runTypeScript } from '../../launch/node.mjs';
import { patchedCopy } from '../fakes/patched-copy.ts';
import { type Mutant, OTHERS, TEN } from './mutants.ts';

/**
 * npm run mutants [-- NAME …]: puts known mistakes into a copy of the sources, one after another, and runs the test
 * that must notice. The working tree is not touched. Exit code 1 when one survives.
 */
const SEEDS = 100;
/** Also what only the settings of the compiler refer to. */
const COPIED = [
  'shared',
  'kiosk',
  'server',
  'dashboard',
  'launch',
  'tests',
  'tsconfig.json',
  'vite.config.ts',
];
const SIMULATION = [...runTypeScript, 'tests/sim/simulate.ts', '--stop', '--seeds'];
const FLOW = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--project',
  'flow',
];

function run({ edits, test }: Mutant): string {
  const patches = edits.map(([file, from, to]) => ({ file, from, to }));
  const copy = patchedCopy(COPIED, patches);
  try {
    const args = test === 'simulation' ? [...SIMULATION, `${SEEDS}`] : FLOW;
    const env = { ...process.env, FLOW_SEEDS: '60' };
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy.folder, encoding: 'utf8', env });
    return `${stdout}${stderr}`;
  } finally {
    copy.remove();
  }
}

/** The seed and the law that it breaks; undefined when nothing was noticed. */
function caughtBy(output: string): string | undefined {
  const found = /seed (\d+) fails: ([^\n]*)/.exec(output);
  if (found) return `by seed ${found[1]}: ${found[2]!.slice(0, 120)}`;
  return output.includes('AssertionError') ? 'by the recount' : undefined;
}

const wanted = process.argv.slice(2);
let survived = 0;
for (const mutant of [...TEN, ...OTHERS]) {
  if (wanted.length > 0 && !wanted.includes(mutant.name)) continue;
  const output = run(mutant);
  const caught = caughtBy(output);
  if (!caught) console.log(output.slice(-600));
  if (!caught) survived++;
  console.log(`${caught ? 'caught' : 'SURVIVED'} ${mutant.name}${caught ? ` ${caught}` : ''}`);
}
process.exitCode = survived > 0 ? 1 : 0;
