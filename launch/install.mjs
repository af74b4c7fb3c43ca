// Installs packages exactly as the committed lock files say (npm checks every file's integrity) and runs none of
// their scripts. The lock file's hash is stamped into what it produced; an equal stamp means nothing to do.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { inRoot, run } from './run.mjs';
import { Halt, say } from './say.mjs';

/** What npm's error codes mean for the person at the keyboard: what is wrong and the next step, in both languages. */
const causes = /** @type {const} */ ([
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|SOCKET_TIMEOUT/,
    {
      why: 'không liên lạc được với kho gói',
      next: 'nối máy này với mạng (qua proxy: npm config set https-proxy ĐỊA_CHỈ)',
    },
    {
      why: 'the package registry cannot be reached',
      next: 'connect this machine to the network (behind a proxy: npm config set https-proxy ADDRESS)',
    },
  ],
  [
    /EACCES|EPERM|EROFS/,
    {
      why: 'người dùng này không ghi được vào chỗ của các gói',
      next: 'giao thư mục này cho người dùng chạy lệnh',
    },
    {
      why: 'this user may not write where packages belong',
      next: 'give this folder to the user who runs it',
    },
  ],
  [
    /ENOSPC/,
    { why: 'ổ đĩa đã hết chỗ', next: 'dọn khoảng 1 GB' },
    { why: 'the disk is full', next: 'free about 1 GB' },
  ],
]);

/** What is installed, as sentences name it. @typedef {{ readonly vi: string, readonly en: string }} Named */

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
    'Không thấy npm bên cạnh Node. Việc cần làm: cài Node có npm, rồi chạy lại lệnh này.',
    'npm was not found beside Node. Next step: install Node with npm, then run the same command again.',
  );
}

/** @param {string} folder @param {Named} what */
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
  if (!cause)
    throw new Halt(
      `Không cài được ${what.vi} · ${what.en} could not be installed. npm:`,
      output.trim(),
      'Việc cần làm: sửa điều npm nêu, rồi chạy lại lệnh này.',
      'Next step: put right what npm names, then run the same command again.',
    );
  const [, vi, en] = cause;
  throw new Halt(
    `Không cài được ${what.vi}: ${vi.why}.`,
    `Việc cần làm: ${vi.next}, rồi chạy lại lệnh này.`,
    `${what.en} could not be installed: ${en.why}.`,
    `Next step: ${en.next}, then run the same command again.`,
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
  say(
    'Đang cài các gói nêu trong package-lock.json (một, hai phút) …',
    'Installing the packages that package-lock.json names (up to a minute or two) …',
  );
  await npmCi(inRoot('.'), { vi: 'các gói', en: 'The packages' });
  writeFileSync(stamp, hash);
}

/**
 * Installs one of the small extra packages of launch/parts, which not every machine needs.
 * @param {'node' | 'postgres'} name @param {Named} what said to the person
 * @param {string} file the file that matters in it. npm counts a part for another platform as optional and says
 *   nothing when fetching it failed, so only the file's presence proves the installation.
 * @returns {Promise<string>} the file's path
 */
export async function installPart(name, what, file) {
  const folder = inRoot(`node_modules/.parts/${name}`);
  const wanted = join(folder, 'node_modules', file);
  const hash = hashOf(inRoot(`launch/parts/${name}/package-lock.json`));
  if (isStamped(join(folder, '.installed'), hash)) return wanted;
  say(`Đang tải ${what.vi} …`, `Fetching ${what.en} …`);
  mkdirSync(folder, { recursive: true });
  for (const each of ['package.json', 'package-lock.json'])
    copyFileSync(inRoot(`launch/parts/${name}/${each}`), join(folder, each));
  await npmCi(folder, what);
  if (!existsSync(wanted))
    throw new Halt(
      `Không tải được ${what.vi}. Việc cần làm: kiểm tra máy này có liên lạc được với kho gói không, rồi chạy lại lệnh này.`,
      `${what.en} could not be fetched.`,
      'Next step: check that this machine reaches the package registry, then run the same command again.',
    );
  writeFileSync(join(folder, '.installed'), hash);
  return wanted;
}
