import { createWriteStream, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AUDIT_FILES, AUDIT_README } from '../store/audit-export.ts';
import { setting } from '../store/settings.ts';
import { type Store, StoreFault } from '../store/store.ts';

/** Writes the audit export into an empty folder, all of it from one state of the data; returns lines per file. */
export async function exportAudit(
  store: Store,
  folder: string,
  day: string,
): Promise<Readonly<Record<string, number>>> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new StoreFault(({ night }) => night.exportAudit.notFolder(folder));
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new StoreFault(({ night }) => night.exportAudit.notWritten(folder));
  }
  if (readdirSync(folder).length > 0) throw new StoreFault(({ night }) => night.exportAudit.notEmpty(folder));
  const lines: Record<string, number> = {};
  await store.snapshot(async (read) => {
    for (const [name, rows] of Object.entries(AUDIT_FILES)) {
      lines[name] = 0;
      const list = await rows(read);
      const asText = async function* () {
        for await (const row of list) {
          lines[name]!++;
          yield `${JSON.stringify(row)}\n`;
        }
      };
      await pipeline(Readable.from(asText()), createWriteStream(join(folder, `${name}.ndjson`)));
    }
    const about = { v: 1, day, epoch: await setting(read, 'epoch') };
    writeFileSync(join(folder, 'about.json'), `${JSON.stringify(about)}\n`);
  });
  writeFileSync(join(folder, 'README.txt'), AUDIT_README);
  if (!existsSync(join(folder, 'roots.ndjson')))
    throw new StoreFault(({ night }) => night.exportAudit.notWritten(folder));
  return lines;
}
