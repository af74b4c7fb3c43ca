// Finds a Chromium for the browser journeys: one already here, else Playwright's own download, else the system's
// package manager where it may be used. Only a browser that really starts counts: a downloaded one may lack
// libraries of the system.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { inRoot, run } from './run.mjs';
import { Halt, say } from './say.mjs';

/** The same engine without windows comes first: the journeys cost two fifths less of the processor with it. */
const SHELL = 'chromium-headless-shell';
const names = [
  SHELL,
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge',
];
/** @type {Record<string, string[]>} */
const elsewhere = {
  linux: ['/opt/google/chrome/chrome'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((folder) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[folder] ?? 'C:\\', path),
    ),
  ),
};

/** @param {string} executable */
export async function launches(executable) {
  const profile = mkdtempSync(join(tmpdir(), 'sipas-browser-'));
  const { code, output } = await run(
    executable,
    // No sandbox, as Playwright starts it: the sandbox refuses root and many containers.
    ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run']
      .concat('--disable-background-networking', '--disable-component-update', `--user-data-dir=${profile}`)
      .concat('--dump-dom', 'data:text/html,<p>it starts</p>'),
    { quiet: true, limitMs: 60_000 },
  );
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return code === 0 && output.includes('it starts');
}

/** @param {string[]} candidates @returns {Promise<string | undefined>} */
async function firstThatLaunches(candidates) {
  for (const path of candidates) if (existsSync(path) && (await launches(path))) return path;
  return undefined;
}

function installed() {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name + suffix)))
    .concat(elsewhere[process.platform] ?? []);
}

/** Where Playwright keeps its own browser, whether it is there or not. */
const ofPlaywright = () => createRequire(inRoot('package.json'))('playwright-core').chromium.executablePath();

async function download() {
  say('No Chromium on this machine. Trying the download that Playwright offers (about 180 MB) …');
  const args = [inRoot('node_modules/playwright-core/cli.js'), 'install', '--no-shell', 'chromium'];
  const { code } = await run(process.execPath, args, { quiet: true, limitMs: 8 * 60_000 });
  const found = code === 0 ? await firstThatLaunches([ofPlaywright()]) : undefined;
  const why = 'It came, but does not start here (libraries of the system are missing).';
  if (!found) say(code === 0 ? why : 'It could not be fetched.');
  return found;
}

async function installBySystem() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  say('Installing Chromium with apt-get (this machine lets us: we are root) …');
  const how = {
    quiet: true,
    limitMs: 10 * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const apt = (/** @type {string[]} */ ...args) => run('/usr/bin/apt-get', args, how);
  await apt('update');
  // Ubuntu has no such shell. Journeys that kill a browser look for its processes with pgrep.
  for (const name of [SHELL, 'chromium']) {
    const { code, output } = await apt('install', '-y', '--no-install-recommends', name, 'procps');
    if (code === 0) break;
    say(`apt-get did not manage ${name}:\n${output.trim().split('\n').slice(-3).join('\n')}`);
  }
  return firstThatLaunches(installed());
}

/** @returns {Promise<string>} the path of a Chromium that starts; a sentence with the next step when there is none */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await firstThatLaunches([given])) return given;
    throw new Halt(
      `CHROMIUM_PATH names ${given}, which does not start. Correct it, or unset it to have one looked for.`,
    );
  }
  const found =
    (await firstThatLaunches([...installed(), ofPlaywright()])) ??
    (await download()) ??
    (await installBySystem());
  if (found) return found;
  throw new Halt(
    'No Chromium could be found or installed, so the browser journeys cannot run.\n' +
      'Next step: install Chromium or Chrome (Debian, Ubuntu: "sudo apt-get install chromium"), or put the path of one ' +
      'into CHROMIUM_PATH; then run "npm test" again. "npm run check" runs everything but the browser.',
  );
}
