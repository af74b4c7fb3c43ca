import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { allBackups } from '../store/backups.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import type { BackupPlaces } from './backup.ts';
import { openProven, removeDatabase } from './restore.ts';

/**
 * The restore drill: a backup that nobody has restored is a hope. The newest one is put into a temporary place, opened
 * with the real store, counted anew and compared with what was found when it was taken.
 */
export async function drill(
  store: Store,
  places: BackupPlaces,
  deps: {
    readonly openFile: (file: string) => Promise<Store>;
    readonly clock: () => number;
  },
): Promise<string> {
  const started = deps.clock();
  const [newest] = await allBackups(store.read);
  if (!newest) throw new StoreFault('There is no backup yet. Take one: npm run sipas -- backup');
  const folder = [places.backupCopyDir, places.backupDir].find(
    (candidate) => candidate !== undefined && existsSync(join(candidate, newest.file)),
  );
  if (folder === undefined)
    throw new StoreFault(`The newest backup ${newest.file} is gone. Take one: npm run sipas -- backup`);
  mkdirSync(places.backupDir, { recursive: true });
  const place = join(places.backupDir, 'drill.db');
  try {
    const proven = await openProven(join(folder, newest.file), place, deps.openFile, started);
    await proven.store.close();
    if (proven.manifest.sha256 !== newest.sha256)
      throw new StoreFault(
        `${newest.file} is not the backup that was taken under this name. Take a new one.`,
      );
    const seconds = Math.max(1, Math.round((deps.clock() - started) / 1000));
    return `The newest backup restores: ${join(folder, newest.file)}, ${newest.submissions} submissions, tallies and roots equal, in ${seconds} s.`;
  } finally {
    removeDatabase(place);
  }
}
