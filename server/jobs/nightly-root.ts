import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { halfDayAt, writeDay } from '../../shared/period.ts';
import type { Keys } from '../keys.ts';
import { RELEASE } from '../release.ts';
import { addRoot, countsPerPoint, newestRoot, type Root } from '../store/roots.ts';
import { sealPhones } from '../store/seal-phones.ts';
import type { Store } from '../store/store.ts';
import { copyDurably, writeDurably } from '../durable-files.ts';

/** Seals what own phones sent, then signs the root of the day; a day that has one keeps it. */
export async function makeRoot(
  store: Store,
  keys: Pick<Keys, 'sign' | 'signPublic'>,
  night: { readonly day: string; readonly nowMs: number },
): Promise<Root> {
  const { sign, signPublic: key } = keys;
  const seal = { halfDay: halfDayAt(night.nowMs), app: `server-${RELEASE.version}`, sign };
  await store.write((tx) => sealPhones(tx, seal));
  const newest = await newestRoot(store.read);
  if (newest?.day === night.day) return newest;
  const counts = await countsPerPoint(store.read);
  return store.write((tx) => addRoot(tx, { day: night.day, counts, key, sign }));
}

/**
 * Writes a root where it can be handed on, as text that a person can mail and `verify` can read. Returns the file.
 * After a restore a day may have two: the first stays.
 */
export function writeRoot(root: Root, key: string, dataDir: string, copyDir: string | undefined): string {
  const text = rootInWords(root, key);
  const folder = join(dataDir, 'roots');
  mkdirSync(folder, { recursive: true });
  let file = join(folder, `root-${root.day}.txt`);
  for (let i = 2; existsSync(file) && readFileSync(file, 'utf8') !== text; i++)
    file = join(folder, `root-${root.day}-${i}.txt`);
  if (!existsSync(file)) writeDurably(file, text);
  if (copyDir !== undefined && existsSync(copyDir))
    copyDurably(file, join(copyDir, 'roots', file.slice(folder.length + 1)));
  return file;
}

function rootInWords({ n, day, root, sig }: Root, key: string): string {
  return [
    `Mã niêm phong ngày ${writeDay(day)} của hệ thống khảo sát mức độ hài lòng, số ${n}.`,
    'Đề nghị lưu nguyên văn; mã này chứng minh dữ liệu đến ngày nêu trên không bị sửa về sau.',
    'Please keep this text as it is. It proves later that nothing up to this day was changed.',
    '',
    `sipas-root ${n} ${day} ${root}`,
    `signature ${sig}`,
    `key ${key}`,
    '',
  ].join('\n');
}
