import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DAY_MS, localDay, localMinutes } from '../../shared/period.ts';
import { addBackup, allBackups, type Backup } from '../store/backups.ts';
import { copyDatabase, openCopy } from '../store/copy-database.ts';
import { inspectCopy, type Inspection } from '../store/inspect-copy.ts';
import { enterFacetsNow } from '../store/release-due.ts';
import { StoreFault } from '../store/store-fault.ts';
import type { Store } from '../store/store.ts';
import { countSubmissions } from '../store/submissions.ts';
import { beginFile, copyDurably, finishFile, freeBytes, hashFile, writeDurably } from '../durable-files.ts';
import { type Manifest, manifestOf } from './manifest.ts';

/**
 * A backup is one SQLite file, taken through the database itself while the server runs. It counts only when it was
 * verified as a copy: whole, tallies recounted, roots recomputed. Devices may rely on it only when it also lies on
 * another machine and was read back there.
 */
export interface BackupPlaces {
  readonly dataDir: string;
  readonly backupDir: string;
  readonly backupCopyDir: string | undefined;
  readonly backupCopyIsElsewhere: boolean;
}

export interface Taken {
  readonly file: string;
  readonly manifest: Manifest;
  readonly copied: Copied;
}

/** What became of the copy on another machine. */
export type Copied =
  | { readonly kind: 'elsewhere'; readonly file: string }
  | { readonly kind: 'same-disk'; readonly file: string }
  | { readonly kind: 'no-folder' }
  | { readonly kind: 'failed'; readonly why: string };

/** Takes, verifies, copies and records a backup. Throws a sentence when it is not good; nothing is kept then. */
export async function takeBackup(store: Store, places: BackupPlaces, nowMs: number): Promise<Taken> {
  mkdirSync(places.backupDir, { recursive: true });
  const file = freeName(join(places.backupDir, `sipas-${minuteName(nowMs)}`));
  const least = await countSubmissions(store.read);
  await refuseWithoutSpace(places.backupDir, store);
  const begun = beginFile(file);
  // of a copy nobody can tell who came last
  await enterFacetsNow(store);
  await copyDatabase(store, begun);
  const found = await verify(begun, least, await countSubmissions(store.read), nowMs);
  finishFile(file);
  const manifest: Manifest = {
    v: 1,
    at: nowMs,
    sha256: await hashFile(file),
    sizeBytes: statSync(file).size,
    submissions: found.submissions,
    recounted: found.recounted === 'all' ? 'all' : [...found.recounted],
    root: found.root,
    seals: { ...found.seals },
  };
  writeDurably(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`);
  const copied = await copyElsewhere(file, manifest, places);
  const row: Backup = {
    ...manifest,
    file: basename(file),
    root: manifest.root?.root ?? null,
    offMachine: copied.kind === 'elsewhere',
  };
  await store.write((tx) => addBackup(tx, row));
  await removeOld(store, places, nowMs);
  return { file, manifest, copied };
}

/** Somebody takes a backup by hand in the minute in which the night does: neither takes the other's place. */
function freeName(begin: string): string {
  for (let number = 1; ; number++) {
    const file = number === 1 ? `${begin}.db` : `${begin}-${number}.db`;
    if (!existsSync(file)) return file;
  }
}

/** `2026-11-24-2005`: day and minute in Viet Nam, for names of files. */
export function minuteName(nowMs: number): string {
  const minutes = localMinutes(nowMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${localDay(nowMs)}-${two(Math.floor(minutes / 60))}${two(minutes % 60)}`;
}

async function verify(file: string, least: number, most: number, nowMs: number): Promise<Inspection> {
  const found = await inspect(file, nowMs);
  const faults = [...found.faults];
  if (found.submissions < least || found.submissions > most)
    faults.push(`the copy holds ${found.submissions} submissions, the database ${least} to ${most}`);
  if (faults.length === 0) return found;
  rmSync(file, { force: true });
  throw new StoreFault(
    `The backup is not good and was not kept:\n  ${faults.join('\n  ')}\n` +
      'Do not remove older backups. "npm run sipas -- rebuild --check" looks at the tallies; ' +
      'where the database itself is damaged, stop the server and restore the newest backup.',
  );
}

async function inspect(file: string, nowMs: number): Promise<Inspection> {
  const copy = openCopy(file);
  try {
    return await inspectCopy(copy.read, Math.floor(nowMs / DAY_MS));
  } finally {
    await copy.close();
  }
}

async function refuseWithoutSpace(folder: string, store: Store): Promise<void> {
  const [newest] = await allBackups(store.read);
  // half as large again as the last one: it cannot have grown more since
  const wanted = (newest?.sizeBytes ?? 0) * 1.5 + 50 * 2 ** 20;
  if (freeBytes(folder) < wanted)
    throw new StoreFault(
      `There is not enough room for a backup in ${folder} (${Math.ceil(wanted / 2 ** 20)} MB). Make room there, ` +
        'or choose another folder with BACKUP_DIR=…',
    );
}

async function copyElsewhere(file: string, manifest: Manifest, places: BackupPlaces): Promise<Copied> {
  const { backupCopyDir, backupCopyIsElsewhere } = places;
  if (backupCopyDir === undefined) return { kind: 'no-folder' };
  const target = join(backupCopyDir, basename(file));
  try {
    // A folder that is not mounted looks like one that is not there: it must not be made on this disk.
    if (!existsSync(backupCopyDir)) return { kind: 'failed', why: `there is no folder ${backupCopyDir}` };
    copyDurably(file, target);
    copyDurably(manifestOf(file), manifestOf(target));
    if ((await hashFile(target)) !== manifest.sha256)
      return { kind: 'failed', why: `what was read back from ${target} differs` };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { kind: 'failed', why: code ?? message };
  }
  const disk = statSync(backupCopyDir).dev;
  const ours = [places.dataDir, places.backupDir].map(
    (folder) => statSync(folder, { throwIfNoEntry: false })?.dev,
  );
  const isSameDisk = ours.includes(disk);
  return { kind: isSameDisk && !backupCopyIsElsewhere ? 'same-disk' : 'elsewhere', file: target };
}

/** So many days of backups stay, one a day; of the last day all. */
const DAYS_KEPT = 14;

// An old backup goes only while the newer ones that take its place are there.
async function removeOld(store: Store, places: BackupPlaces, nowMs: number): Promise<void> {
  const folders = [places.backupDir, ...(places.backupCopyDir ? [places.backupCopyDir] : [])];
  const backups = await allBackups(store.read);
  for (const folder of folders) {
    const there = backups.filter(({ file, sizeBytes }) => {
      const found = statSync(join(folder, file), { throwIfNoEntry: false });
      return found?.size === sizeBytes;
    });
    const days = new Set<string>();
    for (const { file, at } of there) {
      const day = localDay(at);
      const isKept = nowMs - at < DAY_MS || (!days.has(day) && days.size < DAYS_KEPT);
      days.add(day);
      if (isKept) continue;
      rmSync(join(folder, file), { force: true });
      rmSync(manifestOf(join(folder, file)), { force: true });
    }
  }
}

/** What was done, for the operator: sentences with the next step. */
export function takenInWords({ file, manifest, copied }: Taken): string {
  const { recounted, submissions, root } = manifest;
  const counted =
    recounted === 'all' ? 'all tallies recounted' : `tallies of ${recounted.join(', ')} recounted`;
  const lines = [
    `Backup taken and verified: ${file}`,
    `  ${submissions} submissions, ${counted}, ${root ? `roots recomputed up to root ${root.n}` : 'no nightly root yet'}`,
    `  SHA-256 ${manifest.sha256}`,
  ];
  if (copied.kind === 'elsewhere')
    lines.push(`Copied to ${copied.file} and read back. Devices may rely on it from now on.`);
  else {
    if (copied.kind === 'same-disk')
      lines.push(
        `Copied to ${copied.file}, but that is the same disk as the database: it would be lost with it.`,
        'Set BACKUP_COPY_DIR to a folder that another machine keeps (or, where it is one all the same, BACKUP_COPY_IS_ELSEWHERE=yes).',
      );
    if (copied.kind === 'failed')
      lines.push(`It could not be copied (${copied.why}). Mend BACKUP_COPY_DIR, then take a backup again.`);
    if (copied.kind === 'no-folder') lines.push('No folder on another machine is set (BACKUP_COPY_DIR).');
    lines.push(
      'Devices do not rely on it yet. Once you have brought it to another machine yourself:',
      `  npm run sipas -- backup confirm ${manifest.sha256}`,
    );
  }
  lines.push(KEYS_APART);
  return lines.join('\n');
}

/** The sentence that no backup may do without. */
export const KEYS_APART =
  'The key file (keys.json in the data folder) is in no backup: save it once, apart from them, where only you can read it.';
