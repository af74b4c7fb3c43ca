import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  createReadStream,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Files that are whole or absent: written under another name, flushed to the disk, then renamed. */

const part = (file: string) => `${file}.part`;

/** A file's name while it is being written; what an interrupted job left there goes first. */
export function beginFile(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(part(file), { force: true });
  return part(file);
}

/** Flushes what was begun and gives it its name. */
export function finishFile(file: string): void {
  flush(part(file));
  renameSync(part(file), file);
  flushFolder(dirname(file));
}

export function flush(file: string): void {
  // Windows flushes only through a handle that may write
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** A new name in a folder is on the disk once the folder is flushed (POSIX); Windows cannot and need not. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

export function writeDurably(file: string, text: string): void {
  writeFileSync(beginFile(file), text);
  finishFile(file);
}

export function copyDurably(from: string, to: string): void {
  copyFileSync(from, beginFile(to));
  finishFile(to);
}

/** SHA-256 of a file's bytes, 64 lower-case hex digits. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 2 ** 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Bytes that may still be written to the disk of a folder. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
