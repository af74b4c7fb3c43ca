// Runs the launch commands as a person would, as real processes, in folders that are thrown away.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const project = fileURLToPath(new URL('../..', import.meta.url));

/** An empty folder, readable by every user, gone when the test is over. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-launch-'));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the server does not listen');
  return address.port;
}

/** A copy of what decides about installing, without anything installed. */
export function freshClone(): string {
  const folder = emptyFolder();
  for (const name of ['package.json', 'package-lock.json', 'launch'])
    cpSync(join(project, name), join(folder, name), { recursive: true });
  return folder;
}

/** The launch folder over a project of a few lines, whose builder notes each call in built.log. */
export function smallProject(files: Readonly<Record<string, string>> = {}): string {
  const folder = emptyFolder();
  cpSync(join(project, 'launch'), join(folder, 'launch'), { recursive: true });
  const all = {
    'package-lock.json': '{}',
    'node_modules/.installed': createHash('sha256').update('{}').digest('hex'),
    'node_modules/vite/bin/vite.js':
      "require('node:fs').appendFileSync('built.log', process.env.SIPAS_APP + ' ')",
    'kiosk/screens/attract.ts': 'one',
    'shared/score.ts': 'one',
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };
type How = { cwd?: string; env?: NodeJS.ProcessEnv; uid?: number; gid?: number };

/** Sentences are looked for as an English terminal shows them; a test of the other language names it. */
const ENGLISH = { LC_ALL: 'en_US.UTF-8' };

/** Starts a program. `until` waits for a text on stdout, `end` until it and all that it started are gone. */
export function start(
  program: string,
  args: readonly string[],
  { cwd = project, env = {}, ...user }: How = {},
) {
  const child = spawn(program, args, { cwd, env: { ...process.env, ...ENGLISH, ...env }, ...user });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (text) => (out += text));
  child.stderr.on('data', (text) => (err += text));
  const end = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  const until = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => out.includes(text) && resolve();
      child.stdout.on('data', look);
      child.on('close', () => reject(new Error(`ended without saying "${text}":\n${out}${err}`)));
      look();
    });
  return { child, end, until };
}

export const runNode = (args: readonly string[], how: How = {}) => start(process.execPath, args, how).end;

const nobody = { uid: 65534, gid: 65534 };

/** Whom to be when one must not be root; undefined where that user cannot even reach the project. */
export function notRoot(): { uid?: number; gid?: number } | undefined {
  if (process.getuid?.() !== 0) return {};
  const reach = spawnSync(process.execPath, ['-e', '0'], { cwd: project, ...nobody });
  return reach.status === 0 ? nobody : undefined;
}
