// npm test: whatever is missing is installed (a browser and a PostgreSQL included), then every check runs, also
// after one has failed, and the last line counts them. npm run check is the same without the browser.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import {
  closingLine,
  countPlaywright,
  countVitest,
  exitCode,
  none,
  one,
  sum,
  withExitCode,
} from './count.mjs';
import { installPackages } from './install.mjs';
import { lightDisk } from './light-disk.mjs';
import { findNode, runTypeScript, withNode } from './node.mjs';
import { preparePostgres } from './postgres.mjs';
import { inRoot, run } from './run.mjs';
import { command, Halt, heading, say, seconds } from './say.mjs';

const report = inRoot('node_modules/.cache/report.json');
const withBrowser = !process.argv.includes('--without-browser');
let node = process.execPath;
/** @type {NodeJS.ProcessEnv} */
let env = process.env;

/** @type {{ title: string, count: import('./count.mjs').Count, took: string, note: string }[]} */
const done = [];

/** One heading, one duration, and a count whatever happens.
 *  @param {string} title @param {() => Promise<import('./count.mjs').Count>} body */
async function step(title, body) {
  heading(title);
  const start = performance.now();
  let note = '';
  const count = await body().catch((error) => {
    if (!(error instanceof Halt)) throw error;
    note = error.message;
    say(note);
    return one(false);
  });
  done.push({ title, count, took: seconds(performance.now() - start), note });
  return count.failed === 0;
}

/** @param {string} title @param {string} tool @param {string[]} args */
const check = (title, tool, ...args) =>
  step(title, async () =>
    one((await run(node, [inRoot(`node_modules/${tool}`), ...args], { env })).code === 0),
  );

/** Runs a test runner that writes a report, and counts what it reports.
 *  @param {string[]} args @param {(report: any) => import('./count.mjs').Count} count */
async function counted(args, count) {
  rmSync(report, { force: true });
  const { code } = await run(node, args, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report } });
  return withExitCode(existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : undefined, code);
}

/** Vitest leaves one core idle by itself: on two cores that is a third of the time.
 *  @param {string} title @param {string[]} projects of tests/vitest.config.ts */
const vitest = (title, projects) =>
  step(title, () =>
    counted(
      ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--maxWorkers=100%']
        .concat(projects.flatMap((project) => ['--project', project]))
        .concat('--reporter=default', '--reporter=json', `--outputFile.json=${report}`),
      countVitest,
    ),
  );

const journeys = () =>
  step('Browser journeys', () =>
    counted(
      [...runTypeScript, 'node_modules/@playwright/test/cli.js', 'test'].concat(
        ['-c', 'tests/e2e/playwright.config.ts'],
        '--reporter=list,json',
      ),
      countPlaywright,
    ),
  );

/** Begins a work whose result, or failure, is asked for later. @template T @param {() => Promise<T>} work */
function begin(work) {
  const result = work();
  result.catch(() => {}); // not nobody's: whoever asks gets it
  return () => result;
}

/** Adds to what later steps are told. @param {Record<string, string>} more */
const tell = (more) => {
  env = { ...env, ...more };
  return none;
};

function end() {
  heading('In short');
  for (const { title, count, took, note } of done) {
    const skipped = count.skipped ? `, ${count.skipped} skipped` : '';
    const result = count === none ? 'ready' : closingLine(count) + skipped;
    say(`${count.failed ? '✗' : '✓'} ${title}: ${result} (${took})${note && `\n${note}`}`);
  }
  const total = sum(done.map(({ count }) => count));
  say(`\n${closingLine(total)}`);
  return exitCode(total);
}

await command(async () => {
  const ready = await step('Packages and Node', async () => {
    await installPackages();
    node = await findNode();
    env = { ...withNode(node), ...lightDisk() };
    // What Node has compiled once its hundreds of processes need not compile again; anew in each run, because copies of
    // the sources would pile up there.
    env.NODE_COMPILE_CACHE = inRoot('node_modules/.cache/compiled');
    rmSync(env.NODE_COMPILE_CACHE, { recursive: true, force: true });
    mkdirSync(dirname(report), { recursive: true });
    return none;
  });
  if (!ready) return end();

  // What is fetched comes while the first checks run; it is asked for, and counted, where it is needed.
  const postgres = begin(preparePostgres);
  const browser = withBrowser ? begin(findBrowser) : undefined;

  await check('Format', '@biomejs/biome/bin/biome', 'format', '.');
  await check('Types', 'typescript/bin/tsc', '-b');
  await check('Lint', 'oxlint/bin/oxlint', '--type-aware');
  await step('PostgreSQL for the store', async () => tell(await postgres()));
  await vitest('Unit, flow, house and store', ['unit', 'memory', 'flow', 'house', 'store']);
  await vitest('Simulation, attacker of the figures, cheaters, flushes, bad network', [
    'sim',
    'figures-attacker',
    'cheaters',
    'fsync-count',
    'proxy',
  ]);
  const hasBrowser =
    browser !== undefined && (await step('Chromium', async () => tell({ CHROMIUM_PATH: await browser() })));
  const isBuilt = await step('Build', async () => one((await build(node), true)));
  if (isBuilt) {
    await vitest('Weights and launch', ['budget', 'launch']);
    if (hasBrowser) await journeys();
  } else say('Weights, launch and browser journeys have nothing to look at without a build: not run.');
  if (!withBrowser) say('\nThe browser journeys were left out, as asked (npm test runs them).');
  return end();
});
