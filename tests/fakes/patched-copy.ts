import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** One change of a source: the text must stand there exactly once, so that a patch cannot quietly miss. */
export interface Patch {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export interface PatchedCopy {
  readonly folder: string;
  remove(): void;
}

/**
 * A copy of some folders of the product with sources changed, for tests that must fail on it: the product has
 * no switch for its own rules. Packages are those of the product.
 */
export function patchedCopy(folders: readonly string[], patches: readonly Patch[]): PatchedCopy {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-patched-'));
  for (const name of [...folders, 'package.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, from, to } of patches) {
    const text = readFileSync(join(folder, file), 'utf8');
    if (text.split(from).length !== 2)
      throw new Error(`${file} does not hold this text exactly once: ${from}`);
    writeFileSync(
      join(folder, file),
      text.replace(from, () => to),
    );
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
