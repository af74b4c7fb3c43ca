// Starts other programs. Never through a shell: the same lines must work on Windows and with any path.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the whole project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Seen from the project's folder. @param {string} path */
export const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/**
 * Runs a program to its end. `quiet` keeps its output instead of showing it; `limitMs` ends it when it takes longer.
 * @param {string} program @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, limitMs?: number }} [how]
 * @returns {Promise<{ code: number, output: string }>} 127 = it could not be started, 124 = it took too long
 */
export function run(program, args, { cwd = root, env = process.env, quiet = false, limitMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', ...Array(2).fill(quiet ? 'pipe' : 'inherit')],
    });
    let output = '';
    let late = false;
    const timer =
      limitMs &&
      setTimeout(() => {
        late = true;
        child.kill('SIGKILL');
      }, limitMs);
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));
    /** @param {number} code @param {string} said */
    const end = (code, said) => {
      clearTimeout(timer);
      resolve({ code, output: said });
    };
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code) => end(late ? 124 : (code ?? 1), output));
  });
}

/**
 * Runs a program that stays, until it or a signal ends it, and returns its exit code.
 * @param {string} program @param {string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function stay(program, args, env = process.env) {
  const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // At a terminal Ctrl-C reaches the child by itself; a second one could cut its graceful stop short.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  if (process.env.npm_lifecycle_event) {
    // Between npm and this process stands a shell that dies of a signal without passing it on; a server left
    // behind would keep the port.
    const parent = process.ppid;
    setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 300).unref();
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
