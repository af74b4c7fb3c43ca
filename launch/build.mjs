// Builds the four apps, each on its own, so that none shares a chunk that the kiosk's offline copy would miss.
// The hash of everything that goes in is kept beside what came out; an equal hash means nothing to do.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { withNode } from './node.mjs';
import { inRoot, run } from './run.mjs';
import { Halt, say, seconds } from './say.mjs';

export const apps = ['kiosk', 'phone', 'dashboard', 'design'];
const sources = [
  'kiosk',
  'dashboard',
  'shared',
  'public',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];
const stamp = inRoot('dist/.built');

/** @param {string} path seen from the project's folder @returns {string[]} */
function filesUnder(path) {
  if (!existsSync(inRoot(path))) return [];
  if (statSync(inRoot(path)).isFile()) return [path];
  return readdirSync(inRoot(path))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

/** One hash over the names and contents of all sources, in a fixed order. */
export function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder)) {
    const content = readFileSync(inRoot(file));
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

/** The call that builds one app. @param {string} node @param {string} app @returns {[string[], NodeJS.ProcessEnv]} */
export const viteBuild = (node, app) => [
  ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.config.ts'],
  { ...withNode(node), SIPAS_APP: app },
];

/** Must run before anything else writes to dist: what is there then no longer answers to a hash. */
export const forgetBuild = () => rmSync(stamp, { force: true });

function forgetOldBuild() {
  try {
    forgetBuild();
  } catch {
    throw new Halt(
      'Các trang cũ hơn mã nguồn, và người dùng này không ghi được vào thư mục này. Việc cần làm: người sở hữu thư mục chạy "npm run ready", rồi khởi động lại.',
      'The pages are older than their sources, and this user may not write into this folder.',
      'Next step: as the owner of the folder "npm run ready", then start again.',
    );
  }
}

/** @param {string} node @returns {Promise<boolean>} whether anything had to be built */
export async function build(node) {
  const hash = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  forgetOldBuild();
  const start = performance.now();
  for (const app of apps) {
    say(`Đang dựng các trang ${app} …`, `Building the ${app} pages …`);
    const [args, env] = viteBuild(node, app);
    const { code, output } = await run(node, args, { env, quiet: true });
    if (code !== 0)
      throw new Halt(
        `Không dựng được các trang ${app} · The ${app} pages could not be built:`,
        output,
        'Việc cần làm: sửa điều nêu ở trên. · Next step: mend what is named above.',
      );
  }
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(stamp, hash);
  const took = seconds(performance.now() - start);
  say(`Đã dựng xong trong ${took.replace('.', ',')}.`, `Built in ${took}.`);
  return true;
}
