import { createPublicKey, hash as digest, verify as isSignature } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * What an audit export holds, and the hashes and signatures it is proven by. A signed text is kept as it was signed;
 * `says` is the same text read.
 */
export type Row = Readonly<{ id: string; p: string; half_day: string; standing: string }>;
export type Content = Readonly<{
  id: string;
  sp: string;
  ch: string;
  ui: string;
  b: string;
  tq: string;
  q: Readonly<Record<string, number>>;
}>;
export type Held = Readonly<{ leaf: string; reason: string; p: string; decision: string }>;
type Key = Readonly<{ device: string; from_seal: number; public_key: string }>;
type Place = Readonly<{ device: string; service_point: string; starts: string; ends: string | null }>;
type SealRow = Readonly<{
  device: string;
  n: number;
  hash: string;
  s: string;
  sig: string;
  root: number | null;
}>;
type EntryRow = Readonly<{ hash: string; document: string; root: number | null }>;
type RootRow = Readonly<{ n: number; day: string; document: string; root: string; sig: string }>;

type SealText = Readonly<{
  dev: string;
  n: number;
  prev: string;
  total: number;
  b: string;
  leaves: readonly string[];
}>;
type EntryText = Readonly<{
  kind: string;
  day: string;
  facts: Readonly<Record<string, string | number | null>>;
}>;
type CertifiedRow = Readonly<{
  unit: string;
  period: string;
  form: string;
  version: number;
  day: string;
  hash: string;
  document: string;
}>;
type CertifiedText = Omit<CertifiedRow, 'hash' | 'document'> &
  Readonly<{ tree: string; prev: string | null }>;
type RootText = Readonly<{
  n: number;
  key: string;
  seals: readonly string[];
  entries: readonly string[];
  counts: readonly (readonly [point: string, count: number])[];
  prev: string;
}>;

export type Export = Awaited<ReturnType<typeof readExport>>;

/** Everything but the submissions and the quarantine, which are read line by line. */
export async function readExport(folder: string) {
  const all = <T>(name: string) => collect(lines<T>(folder, name));
  const about = JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8')) as { day: string };
  // an export of before has none; where entries name one that is not there, it is missed
  const hasCertified = existsSync(join(folder, 'certified-reports.ndjson'));
  const certified = hasCertified ? await all<CertifiedRow>('certified-reports') : [];
  const [seals, entries, roots] = [
    await all<SealRow>('seals'),
    await all<EntryRow>('entries'),
    await all<RootRow>('roots'),
  ];
  return {
    folder,
    day: about.day,
    certified: certified.map((row) => ({ ...row, says: JSON.parse(row.document) as CertifiedText })),
    seals: seals.map((row) => ({ ...row, says: JSON.parse(row.s) as SealText })),
    entries: entries.map((row) => ({ ...row, says: JSON.parse(row.document) as EntryText })),
    roots: roots.map((row) => ({ ...row, says: JSON.parse(row.document) as RootText })),
    removed: await all<{ readonly leaf: string; readonly entry: string }>('removed-leaves'),
    places: await all<Place>('assignments'),
    deviceKeys: (await all<Key>('device-keys')).sort((a, b) => a.from_seal - b.from_seal),
    serverKeys: (await all<{ readonly key: string }>('server-keys')).map(({ key }) => key),
  };
}

export async function* lines<T>(folder: string, name: string): AsyncGenerator<T> {
  const input = createReadStream(join(folder, `${name}.ndjson`), 'utf8');
  for await (const line of createInterface({ input, crlfDelay: Infinity })) yield JSON.parse(line) as T;
}

async function collect<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}

export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** What submission bytes say; undefined where they are none. */
export function contentOf(p: string): Content | undefined {
  try {
    const content = JSON.parse(p) as Content | null;
    return typeof content?.b === 'string' && typeof content.q === 'object' ? content : undefined;
  } catch {
    return undefined;
  }
}

/** Half-month of a half-day ("2026-11-20AM") or of a half-month ("2026-11/2"). */
export const halfMonthOf = (date: string) =>
  date.includes('/') ? date : `${date.slice(0, 7)}/${date.slice(8, 10) < '15' ? 1 : 2}`;

export const hash = (text: string) => digest('sha256', text);
export const leafOf = (p: string) => hash(`sipas-submission-1\n${p}`);

/** Devices sign with ECDSA P-256 (signature as r‖s), the server with Ed25519; keys are SPKI. All in base64. */
export function isSigned(text: string, sig: string, key: string): boolean {
  try {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
    const bytes = Buffer.from(sig, 'base64');
    return publicKey.asymmetricKeyType === 'ed25519'
      ? isSignature(null, Buffer.from(text), publicKey, bytes)
      : isSignature('sha256', Buffer.from(text), { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes);
  } catch {
    return false;
  }
}
