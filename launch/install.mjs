// Installs packages exactly as the committed lock files say (npm checks every file's integrity) and runs none of
// their scripts. The lock file's hash is stamped into what it produced; an equal stamp means nothing to do.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { inRoot, run } from './run.mjs';
import { Halt, say } from './say.mjs';

/** What npm's error codes mean for the person at the keyboard: [sign, what is wrong, next step]. */
const causes = /** @type {const} */ ([
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT/,
    'the package registry cannot be reached',
    'connect this machine to the network (behind a proxy: npm config set https-proxy ADDRESS)',
  ],
  [
    /EACCES|EPERM|EROFS/,
    'this user may not write where packages belong',
    'give this folder to the user who runs it',
  ],
  [/ENOSPC/, 'the disk is full', 'free about 1 GB'],
]);

/** npm's own program file, so that it can be run by Node without a shell. */
export function npmProgram() {
  const running = process.env.npm_execpath;
  if (running?.endsWith('npm-cli.js')) return running;
  const beside = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'npm'))
    .filter((path) => existsSync(path))
    .map((path) => realpathSync(path));
  const found = [beside, ...onPath].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  if (found) return found;
  throw new Halt(
    'npm was not found beside Node. Next step: install Node with npm, then run the same command again.',
  );
}

/** @param {string} folder @param {string} what */
async function npmCi(folder, what) {
  // devDependencies too: the product is built here, and NODE_ENV=production would leave out the builder.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const patience = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=8000'];
  const { code, output } = await run(process.execPath, [npmProgram(), ...args, ...patience], {
    cwd: folder,
    quiet: true,
  });
  if (code === 0) return;
  const cause = causes.find(([sign]) => sign.test(output));
  throw new Halt(
    cause
      ? `${what} could not be installed: ${cause[1]}.\nNext step: ${cause[2]}, then run the same command again.`
      : `${what} could not be installed. npm says:\n${output.trim()}\nNext step: put right what npm names, then run the same command again.`,
  );
}

/** @param {string} file */
const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** @param {string} stamp @param {string} hash */
const isStamped = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;

/** Must run before any part is installed: npm ci empties node_modules, the parts in it included. */
export async function installPackages() {
  const stamp = inRoot('node_modules/.installed');
  const hash = hashOf(inRoot('package-lock.json'));
  if (isStamped(stamp, hash)) return;
  say('Installing the packages that package-lock.json names (up to a minute or two) …');
  await npmCi(inRoot('.'), 'The packages');
  writeFileSync(stamp, hash);
}

/**
 * Installs one of the small extra packages of launch/parts, which not every machine needs.
 * @param {'node' | 'postgres'} name @param {string} what said to the person
 * @param {string} file the file that matters in it. npm counts a part for another platform as optional and says
 *   nothing when fetching it failed, so only the file's presence proves the installation.
 * @returns {Promise<string>} the file's path
 */
export async function installPart(name, what, file) {
  const folder = inRoot(`node_modules/.parts/${name}`);
  const wanted = join(folder, 'node_modules', file);
  const hash = hashOf(inRoot(`launch/parts/${name}/package-lock.json`));
  if (isStamped(join(folder, '.installed'), hash)) return wanted;
  say(`Fetching ${what} …`);
  mkdirSync(folder, { recursive: true });
  for (const each of ['package.json', 'package-lock.json'])
    copyFileSync(inRoot(`launch/parts/${name}/${each}`), join(folder, each));
  await npmCi(folder, what);
  if (!existsSync(wanted))
    throw new Halt(
      `${what} could not be fetched.\nNext step: check that this machine reaches the package registry, then run the same command again.`,
    );
  writeFileSync(join(folder, '.installed'), hash);
  return wanted;
}
