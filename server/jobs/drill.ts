import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Said } from '../said/said.ts';
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
): Promise<Said> {
  const started = deps.clock();
  const [newest] = await allBackups(store.read);
  if (!newest) throw new StoreFault(({ backup }) => backup.drill.none);
  const folder = [places.backupCopyDir, places.backupDir].find(
    (candidate) => candidate !== undefined && existsSync(join(candidate, newest.file)),
  );
  if (folder === undefined) throw new StoreFault(({ backup }) => backup.drill.gone(newest.file));
  mkdirSync(places.backupDir, { recursive: true });
  const place = join(places.backupDir, 'drill.db');
  try {
    const proven = await openProven(join(folder, newest.file), place, deps.openFile, started);
    await proven.store.close();
    if (proven.manifest.sha256 !== newest.sha256)
      throw new StoreFault(({ backup }) => backup.drill.other(newest.file));
    const seconds = Math.max(1, Math.round((deps.clock() - started) / 1000));
    const file = join(folder, newest.file);
    return ({ backup }) => backup.drill.restores(file, newest.submissions, seconds);
  } finally {
    removeDatabase(place);
  }
}
