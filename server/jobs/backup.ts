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
import type { Said } from '../said/said.ts';
import type { OperatorWords } from '../said/words-vi.ts';
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
  | { readonly kind: 'failed'; readonly why: Said };

/** Takes, verifies, copies and records a backup. Throws what tells people why it is not good; nothing is kept then. */
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
    faults.push(({ backup }) => backup.take.copyHolds(found.submissions, least, most));
  if (faults.length === 0) return found;
  rmSync(file, { force: true });
  throw new StoreFault((words) => words.backup.take.notGood(faults.map((said) => said(words))));
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
    throw new StoreFault(({ backup }) => backup.take.noRoom(folder, Math.ceil(wanted / 2 ** 20)));
}

async function copyElsewhere(file: string, manifest: Manifest, places: BackupPlaces): Promise<Copied> {
  const { backupCopyDir, backupCopyIsElsewhere } = places;
  if (backupCopyDir === undefined) return { kind: 'no-folder' };
  const target = join(backupCopyDir, basename(file));
  try {
    // A folder that is not mounted looks like one that is not there: it must not be made on this disk.
    if (!existsSync(backupCopyDir)) return failed(({ take }) => take.noFolder(backupCopyDir));
    copyDurably(file, target);
    copyDurably(manifestOf(file), manifestOf(target));
    if ((await hashFile(target)) !== manifest.sha256) return failed(({ take }) => take.readBack(target));
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return failed(() => code ?? message);
  }
  const disk = statSync(backupCopyDir).dev;
  const ours = [places.dataDir, places.backupDir].map(
    (folder) => statSync(folder, { throwIfNoEntry: false })?.dev,
  );
  const isSameDisk = ours.includes(disk);
  return { kind: isSameDisk && !backupCopyIsElsewhere ? 'same-disk' : 'elsewhere', file: target };
}

const failed = (why: (words: OperatorWords['backup']) => string): Copied => ({
  kind: 'failed',
  why: ({ backup }) => why(backup),
});

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

/** What was done, for the operator: with the next step. */
export const takenInWords =
  ({ file, manifest, copied }: Taken): Said =>
  (words) => {
    const { take } = words.backup;
    return [
      take.taken(file),
      take.holds(manifest.submissions, ...countedInWords(manifest)(words)),
      take.sha256(manifest.sha256),
      ...copiedInWords(copied, words),
      ...(copied.kind === 'elsewhere' ? [] : [take.notRelied(manifest.sha256)]),
      take.keysApart,
    ].join('\n');
  };

function copiedInWords(copied: Copied, words: OperatorWords): string[] {
  const { take } = words.backup;
  if (copied.kind === 'elsewhere') return [take.elsewhere(copied.file)];
  if (copied.kind === 'same-disk') return [take.sameDisk(copied.file)];
  return [copied.kind === 'failed' ? take.notCopied(copied.why(words)) : take.noCopyFolder];
}

/** What was counted again, and up to which root. */
export const countedInWords =
  ({ recounted, root }: Pick<Inspection, 'recounted' | 'root'>) =>
  ({ backup: { counted } }: OperatorWords): readonly [counted: string, roots: string] => [
    recounted === 'all' ? counted.all : counted.some(recounted),
    root ? counted.roots(root.n) : counted.noRoot,
  ];
