import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type BackEnd, backEndIn, databaseFiles, openTablet, servePage } from './tablet-browser.ts';

/**
 * The corruption corpus: the files of a tablet's IndexedDB are damaged in every way that applies to the back end, and
 * the next start must have all submissions again, with an alarm that names exactly how many the database had lost.
 */
type Damage = (profile: string) => void;

const halve = (file: string) => writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size >> 1));
const zero = (file: string) => writeFileSync(file, Buffer.alloc(statSync(file).size));
/** The same noise each time: a damage must be repeatable. */
const noise = (file: string) =>
  writeFileSync(
    file,
    Buffer.from(Array.from({ length: statSync(file).size }, (_, i) => (i * 73 + 41) % 251)),
  );
const noiseInside = (file: string) => {
  const bytes = readFileSync(file);
  for (let i = bytes.length >> 2; i < bytes.length >> 1; i++) bytes[i] = (i * 73 + 41) % 251;
  writeFileSync(file, bytes);
};
const matching = (profile: string, name: RegExp) =>
  databaseFiles(profile).filter((file) => name.test(basename(file)));
const each =
  (name: RegExp, work: (file: string) => void): Damage =>
  (profile) => {
    const files = matching(profile, name);
    if (files.length === 0) throw new Error('nothing to damage');
    files.forEach(work);
  };
const removed = (file: string) => rmSync(file);
const noFolder: Damage = (profile) => rmSync(join(profile, 'Default/IndexedDB'), { recursive: true });

const DATA: Readonly<Record<BackEnd, RegExp>> = {
  leveldb: /\.(?:log|ldb)$/,
  sqlite: /^(?!.*-(?:wal|journal|shm)$)/,
};

export const DAMAGES: Readonly<Record<BackEnd, Readonly<Record<string, Damage>>>> = {
  leveldb: {
    'data cut in half': each(DATA.leveldb, halve),
    'data zeroed': each(DATA.leveldb, zero),
    'data overwritten with noise': each(DATA.leveldb, noise),
    'a quarter of the data overwritten': each(DATA.leveldb, noiseInside),
    'data removed': each(DATA.leveldb, removed),
    'manifest overwritten': each(/^MANIFEST-/, noise),
    'manifest removed': each(/^MANIFEST-/, removed),
    'pointer to the manifest removed': each(/^CURRENT$/, removed),
    'folder removed': noFolder,
  },
  sqlite: {
    'data cut in half': each(DATA.sqlite, halve),
    'data zeroed': each(DATA.sqlite, zero),
    'data overwritten with noise': each(DATA.sqlite, noise),
    'a quarter of the data overwritten': each(DATA.sqlite, noiseInside),
    'data removed': each(DATA.sqlite, removed),
    'folder removed': noFolder,
  },
};

export interface Recovery {
  readonly damage: string;
  /** Rows that the damaged database still gave out; -1 = it could not be opened. */
  readonly raw: number;
  readonly recovered: number;
  readonly alarm: string;
  readonly isExact: boolean;
}

/** What the alarm must say: how many rows were put back, and nothing of a loss. */
function isExactAlarm(faults: readonly string[], raw: number, rows: number): boolean {
  if (faults.some((fault) => fault.startsWith('outbox-lost'))) return false;
  const said = faults.filter((fault) => fault.startsWith('outbox-restored-'));
  const lacking = rows - Math.max(0, raw);
  return lacking === 0 ? said.length === 0 : said.length === 1 && said[0] === `outbox-restored-${lacking}`;
}

export async function corrupt(backEnd: BackEnd, rows = 300): Promise<Recovery[]> {
  const home = mkdtempSync(join(tmpdir(), 'sipas-corpus-'));
  const served = await servePage();
  try {
    const whole = join(home, 'whole');
    const tablet = await openTablet(whole, served.base, backEnd);
    await tablet.call('keep', rows);
    const ids = [...tablet.kept];
    await tablet.close();
    if (backEndIn(whole) !== backEnd) throw new Error(`this Chromium does not use ${backEnd}`);
    const recoveries: Recovery[] = [];
    for (const [damage, work] of Object.entries(DAMAGES[backEnd])) {
      const profile = join(home, 'damaged');
      cpSync(whole, profile, { recursive: true });
      work(profile);
      const again = await openTablet(profile, served.base, backEnd);
      // Three tries, as the tablet makes them: a browser may open at the second one what it gave up at the first.
      let raw = -1;
      for (let tried = 0; raw < 0 && tried < 3; tried++) raw = await again.call('rawRows');
      const found = await again.call('found');
      const there = new Set(found.ids);
      await again.kill();
      rmSync(profile, { recursive: true, force: true });
      recoveries.push({
        damage,
        raw,
        recovered: ids.filter((id) => there.has(id)).length,
        alarm: found.faults.join(' ') || 'none',
        isExact: isExactAlarm(found.faults, raw, rows),
      });
    }
    return recoveries;
  } finally {
    served.stop();
    if (existsSync(home)) rmSync(home, { recursive: true, force: true });
  }
}
