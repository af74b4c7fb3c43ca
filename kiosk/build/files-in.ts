import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, in one order on every machine. */
export const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
