import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Commands of the operator's guide: blocks whose fence says `sh NAME`. */
export type Commands = ReadonlyMap<string, string>;

const GUIDES = join(import.meta.dirname, '../../docs/guides');
const BLOCK = /^( *)```sh (\S+)\n([\s\S]*?)^ *```$/gm;

/** By name, in the guide's order. A name that comes twice would hide the first block. */
export function commandsOf(language: 'vi' | 'en'): Commands {
  const text = readFileSync(join(GUIDES, `operator.${language}.md`), 'utf8');
  const found = new Map<string, string>();
  for (const [, indent = '', name = '', lines = ''] of text.matchAll(BLOCK)) {
    if (found.has(name)) throw new Error(`operator.${language}.md has two blocks with the name ${name}.`);
    found.set(name, lines.replaceAll(new RegExp(`^${indent}`, 'gm'), '').trim());
  }
  return found;
}

/** What the drill runs on its Debian, in this order; the browser comes between. */
export const RUN = {
  install: [
    'packages',
    'clock',
    'user',
    'program',
    'settings',
    'service',
    'status',
    'caddy-lan',
    'root',
    'check',
  ],
  setUp: ['set-up-link'],
  keep: ['device', 'backup-copy', 'backup', 'night'],
  restore: ['restore'],
  upgrade: ['upgrade-prepare', 'upgrade'],
  back: ['rollback'],
} as const;

/** What it does otherwise, and why. */
export const OTHERWISE: Readonly<Record<string, string>> = {
  archive: 'run in the project’s folder',
  site: 'put before every other block, as the guide says',
  'caddy-domain': 'needs a name that the internet knows: the file is only looked through by `caddy validate`',
};
