import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the repository, its path seen from the top with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const top = join(import.meta.dirname, '..', '..');
const MADE = new Set(['node_modules', 'dist', 'data', '.git', 'test-results', 'playwright-report']);

function pathsUnder(path: string): string[] {
  if (!statSync(join(top, path)).isDirectory()) return [path];
  return readdirSync(join(top, path))
    .filter((name) => !MADE.has(name))
    .sort()
    .flatMap((name) => pathsUnder(path === '' ? name : `${path}/${name}`));
}

/** Every path of the repository that is not made by installing, building or running. */
export const allPaths: readonly string[] = pathsUnder('');

export const readText = (path: string): string => readFileSync(join(top, path), 'utf8');

export function filesWith(folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return allPaths
    .filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)))
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => ({ path, text: readText(path) }));
}

/** Everything that is shipped or runs the product. */
export const PRODUCT = ['kiosk', 'dashboard', 'server', 'shared', 'public', 'launch'];
export const CODE = ['.ts', '.tsx', '.mjs'];
export const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('tests/');
