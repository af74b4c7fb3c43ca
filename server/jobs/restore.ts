import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type RandomBytes, toHex } from '../../shared/ids.ts';
import { localDay } from '../../shared/period.ts';
import type { Said } from '../said/said.ts';
import { audited } from '../audited.ts';
import { note } from '../store/audit.ts';
import { beginAnew, clearNew, isEmpty } from '../store/begin-anew.ts';
import { copyTables } from '../store/copy-database.ts';
import { inUseFile, movedFile, takeDatabase } from '../store/in-use.ts';
import { inspectCopy } from '../store/inspect-copy.ts';
import { allUnits, type Unit } from '../store/organisation.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { minuteName } from './backup.ts';
import { flush, flushFolder } from '../durable-files.ts';
import { checkedManifest, type Manifest } from './manifest.ts';

/**
 * A restore puts a backup into the place of the database. Promised: nothing is deleted (what was there is moved
 * aside), nothing begins before the backup is proven whole, and no other program holds the database meanwhile.
 */
export interface RestoreDeps {
  /** Opens a SQLite file with the real store. */
  readonly openFile: (file: string) => Promise<Store>;
  /** Opens the PostgreSQL database that is to be filled, alone. */
  readonly openServer: ((how: 'alone') => Promise<Store>) | undefined;
  readonly nowMs: number;
  readonly random: RandomBytes;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly epoch: string;
  /** Folder in which what was there before lies; undefined where there was nothing. */
  readonly aside: string | undefined;
}

/** `database` is the SQLite file's place; with `deps.openServer` it is only where the copy is prepared. */
export async function restoreBackup(file: string, database: string, deps: RestoreDeps): Promise<Restored> {
  mkdirSync(dirname(database), { recursive: true });
  const postgres = await deps.openServer?.('alone');
  const release = postgres ? () => {} : takeDatabase(database);
  const prepared = `${database}.restoring`;
  try {
    if (postgres && !(await postgres.write(isEmpty)))
      throw new StoreFault(({ backup }) => backup.restore.notEmpty);
    const { store, manifest } = await openProven(file, prepared, deps.openFile, deps.nowMs);
    const epoch = toHex(deps.random(16));
    const anew = {
      epoch,
      day: localDay(deps.nowMs),
      backupSha256: manifest.sha256,
      submissions: manifest.submissions,
      root: manifest.root,
    };
    try {
      const unit = topUnit(await allUnits(store.read));
      const line = audited(
        { clock: () => deps.nowMs, random: deps.random },
        { account: null, unit, what: 'restored', subject: manifest.sha256, details: { by: 'operator' } },
      );
      await store.write((tx) => beginAnew(tx, anew).then(() => note(tx, line)));
      if (postgres) await postgres.write((tx) => clearNew(tx).then(() => copyTables(store.read, tx)));
    } finally {
      await store.close();
    }
    const aside = postgres ? undefined : putInPlace(prepared, database, deps.nowMs);
    return { manifest, epoch, aside };
  } finally {
    removeDatabase(prepared);
    await postgres?.close();
    release();
  }
}

/** Whose auditor reads what the operator did. */
export function topUnit(units: readonly Unit[]): string | null {
  return units.find(({ parent, tree }) => parent === null && tree === 'real')?.id ?? null;
}

/**
 * Copies a backup to `place`, opens it with the real store and compares what is found with what was found when it
 * was taken. Throws what tells people where anything differs.
 */
export async function openProven(
  file: string,
  place: string,
  open: RestoreDeps['openFile'],
  nowMs: number,
): Promise<{ readonly store: Store; readonly manifest: Manifest }> {
  const manifest = await checkedManifest(file);
  removeDatabase(place);
  copyFileSync(file, place);
  const store = await open(place);
  const { faults, submissions, root, seals } = await inspectCopy(store.read, Math.floor(nowMs / 86_400_000));
  const differences = [...faults];
  if (submissions !== manifest.submissions)
    differences.push(({ backup }) => backup.file.submissions(submissions, manifest.submissions));
  if (root?.root !== manifest.root?.root) differences.push(({ backup }) => backup.file.otherRoot);
  if (JSON.stringify(seals) !== JSON.stringify(manifest.seals))
    differences.push(({ backup }) => backup.file.otherSeals);
  if (differences.length === 0) return { store, manifest };
  await store.close();
  removeDatabase(place);
  throw new StoreFault((words) =>
    words.backup.file.unusable(
      file,
      differences.map((said) => said(words)),
    ),
  );
}

/** Removes a database that a job has made for itself. */
export function removeDatabase(file: string): void {
  for (const part of [file, `${file}-wal`, `${file}-shm`, inUseFile(file)]) rmSync(part, { force: true });
}

// The old log goes aside first: SQLite would play it into the new file. The last step is one rename, so that there
// is a database at every instant.
function putInPlace(prepared: string, database: string, nowMs: number): string | undefined {
  flush(prepared);
  const aside = join(dirname(database), `before-restore-${minuteName(nowMs)}`);
  const old = [database, `${database}-wal`, `${database}-shm`, movedFile(database)].filter((part) =>
    existsSync(part),
  );
  if (old.length > 0) mkdirSync(aside, { recursive: true });
  for (const part of old.toReversed()) {
    const target = join(aside, part.slice(dirname(database).length + 1));
    if (part !== database) renameSync(part, target);
    else link(part, target);
  }
  renameSync(prepared, database);
  flushFolder(dirname(database));
  return old.length > 0 ? aside : undefined;
}

function link(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // a file system without links
    renameSync(from, to);
  }
}

/** What was done and what happens now, for the operator. */
export const restoredInWords =
  ({ manifest, aside }: Restored): Said =>
  ({ backup: { restore } }) =>
    [
      restore.restored(manifest.submissions, manifest.at),
      ...(aside ? [restore.aside(aside)] : []),
      restore.next,
    ].join('\n');
