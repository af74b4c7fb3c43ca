import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import type { RangeResult, SeedRange } from './run-seeds.ts';

/** Ranges that were run add up, as long as no source that they ran over has changed, to the record in docs/. */
const root = join(import.meta.dirname, '../..');
/** Not under node_modules, which `npm ci` removes with everything in it. */
const RUNS = join(root, 'data/simulation-runs.jsonl');
const RECORD = join(root, 'docs/simulation-record.md');
const SOURCES = [
  'kiosk/outbox',
  'kiosk/device',
  'server/devices',
  'server/ingest',
  'server/store',
  'shared',
  'tests/sim',
];

interface Run {
  readonly sources: string;
  readonly day: string;
  readonly from: number;
  readonly seeds: number;
  readonly perSeed: number;
  readonly submissions: number;
  readonly failed: readonly number[];
  readonly faults: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** Names the state of the sources under test. */
function sourcesNow(): string {
  const hash = createHash('sha256');
  for (const folder of SOURCES) {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const name of names.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts')).toSorted())
      hash.update(`${folder}/${name}\n`).update(readFileSync(join(root, folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

export function noteRun(range: SeedRange, result: RangeResult): void {
  const run: Run = {
    sources: sourcesNow(),
    day: new Date().toISOString().slice(0, 10),
    from: range.from,
    seeds: result.seeds,
    perSeed: range.submissions,
    submissions: result.submissions,
    failed: result.failed.map(({ seed }) => seed),
    faults: Object.fromEntries(result.faults),
    seconds: Math.round(result.ms / 1_000),
  };
  mkdirSync(dirname(RUNS), { recursive: true });
  appendFileSync(RUNS, `${JSON.stringify(run)}\n`);
}

const grouped = (value: number) => value.toLocaleString('en-US');

/** Writes docs/simulation-record.md from all runs over the sources as they are; a range that was run twice counts once. */
export function writeRecord(): string {
  const sources = sourcesNow();
  const lines = existsSync(RUNS) ? readFileSync(RUNS, 'utf8').trim().split('\n') : [];
  const all = lines.map((line) => JSON.parse(line) as Run).filter((run) => run.sources === sources);
  const runs = [...new Map(all.map((run) => [`${run.from} ${run.seeds} ${run.perSeed}`, run])).values()];
  const sum = (pick: (run: Run) => number) => runs.reduce((total, run) => total + pick(run), 0);
  const faults = new Map<string, number>();
  for (const run of runs)
    for (const [name, times] of Object.entries(run.faults)) faults.set(name, (faults.get(name) ?? 0) + times);
  const failed = runs.flatMap((run) => run.failed);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const sqlite = JSON.parse(readFileSync(join(root, 'node_modules/better-sqlite3/package.json'), 'utf8')) as {
    version: string;
  };
  const text = [
    '# Record of the long simulation',
    '',
    'Written by `npm run simulate -- --record` after the runs below; [testing.md](testing.md) says what is simulated.',
    'A seed that fails stops at the law it breaks: each submission of all others was looked for at the end.',
    '',
    '| | |',
    '|---|---|',
    `| date | ${runs.at(-1)?.day ?? 'not run'} |`,
    `| version | ${version}, sources ${sources} |`,
    `| Node, better-sqlite3 | ${process.version}, ${sqlite.version} |`,
    `| machine | ${cpus().length} cores |`,
    `| seeds | ${grouped(sum(({ seeds }) => seeds))} |`,
    `| submissions | ${grouped(sum(({ submissions }) => submissions))} |`,
    `| seeds that failed | ${failed.length === 0 ? 0 : failed.join(', ')} |`,
    `| lost | ${failed.length === 0 ? 0 : 'see the failed seeds'} |`,
    `| doubled | ${failed.length === 0 ? 0 : 'see the failed seeds'} |`,
    `| duration | ${grouped(sum(({ seconds }) => seconds))} s |`,
    '',
    '| runs: from seed | seeds | submissions of each, at least | submissions | s |',
    '|---|---|---|---|---|',
    ...runs.map(
      (run) =>
        `| ${run.from} | ${grouped(run.seeds)} | ${run.perSeed} | ${grouped(run.submissions)} | ${run.seconds} |`,
    ),
    '',
    '| what went wrong | times |',
    '|---|---|',
    ...[...faults]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, times]) => `| ${name} | ${grouped(times)} |`),
    '',
  ].join('\n');
  writeFileSync(RECORD, text);
  return `${grouped(sum(({ submissions }) => submissions))} submissions in ${runs.length} runs, ${failed.length} seeds failed`;
}
