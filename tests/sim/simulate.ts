import { parseArgs } from 'node:util';
import { runSeeds } from './run-seeds.ts';
import { noteRun, writeRecord } from './simulation-record.ts';

/**
 * npm run simulate -- [--seeds N] [--from S] [--submissions N] [--threads N] [--stop] [--seed S]
 *
 * npm run simulate -- --record
 *
 * Long runs of the simulation, and one seed again. Ranges add up: `--seeds 1000 --from 5001` goes on where
 * `--seeds 5000` ended.
 * `--record` writes docs/simulation-record.md from all runs over the present sources.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    submissions: { type: 'string', default: '20' },
    threads: { type: 'string', default: '2' },
    stop: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
  },
});
const whole = (text: string, name: string) => {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`--${name} takes a whole number from 1 on, not "${text}".`);
  process.exit(2);
};
const seed = values.seed === undefined ? undefined : whole(values.seed, 'seed');
const range = {
  from: seed ?? whole(values.from, 'from'),
  seeds: seed === undefined ? whole(values.seeds, 'seeds') : 1,
  submissions: whole(values.submissions, 'submissions'),
  threads: whole(values.threads, 'threads'),
};

if (values.record) {
  console.log(`docs/simulation-record.md: ${writeRecord()}`);
  process.exit();
}

let shownMs = performance.now();
const result = await runSeeds({
  ...range,
  stopsAtFault: values.stop,
  onSeed(done, fault) {
    if (fault) console.log(`seed ${fault.seed} fails: ${fault.why}`);
    if (performance.now() - shownMs < 10_000) return;
    shownMs = performance.now();
    console.log(`${done} of ${range.seeds} seeds`);
  },
});
const list = [...result.faults]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, times]) => `${name} ${times}`);
console.log(`faults: ${list.join(' · ')}`);
console.log(
  `seeds ${range.from}-${range.from + range.seeds - 1}: ${result.submissions} submissions, ` +
    `${result.failed.length} seeds failed, ${Math.round(result.ms / 1_000)} s`,
);
noteRun(range, result);
process.exitCode = result.failed.length > 0 ? 1 : 0;
