import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runTypeScript } from '../../launch/node.mjs';
import { type Patch, patchedCopy } from '../fakes/patched-copy.ts';
import type { Attack } from './attack.ts';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** One attack; with `enough` it ends at the first leak of that kind. */
interface Asked {
  readonly seed: number;
  readonly rounds: number;
  readonly enough?: string;
  readonly cuts?: readonly string[];
}

/** In a process of its own: the same program reads the product and its copies. */
export async function attackIn(
  { seed, rounds, enough = '', cuts = [] }: Asked,
  folder = root,
): Promise<Attack> {
  const program = join(folder, 'tests', 'figures-attacker', 'attack.ts');
  const args = [...runTypeScript, program, String(seed), String(rounds), enough, ...cuts];
  const { stdout } = await run(process.execPath, args, { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as Attack;
}

/** Whether the attack finds a leak of the kind it asks for where these rules are switched off. */
export async function findsLeak(
  asked: Asked & { readonly enough: string },
  patches: readonly Patch[],
): Promise<boolean> {
  const copy = patchedCopy(['server', 'shared', 'tests/fakes', 'tests/figures-attacker'], patches);
  try {
    const { leaks } = await attackIn(asked, copy.folder);
    return leaks.some((sentence) => new RegExp(asked.enough).test(sentence));
  } finally {
    copy.remove();
  }
}
