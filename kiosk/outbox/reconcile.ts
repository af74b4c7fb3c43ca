import { leafPreimage } from '../../shared/submission.ts';
import { readAs } from '../device/read-as.ts';
import type { Database } from './database.ts';
import { idIn, type Record, recordOf } from './journal-format.ts';
import type { Journal, JournalContents } from './journal.ts';
import { type Entry, EntrySchema, type KeptSeal, type Meta } from './outbox-store.ts';
import { mendStock, type Mending, type Stock, takeNamedStock, takeStock } from './stock.ts';

/**
 * Both copies are compared at start. Promised: afterwards each holds every submission that either held, and what
 * neither holds is counted exactly once; a row that is not what was kept is put aside and made good from the journal.
 * Of a damaged IndexedDB two of three faults are silent (it opens with half of its rows, or empty): only an
 * independent count finds them.
 */
export interface Reconciled {
  /** Rows that were put back into the database, and submissions that no copy has. */
  readonly restored: number;
  readonly lost: number;
  readonly meta: Meta;
}

export interface ReconcileDeps {
  readonly database: Database;
  readonly journal: Journal;
  /** Undefined when the journal cannot be read. */
  readonly contents: JournalContents | undefined;
  /** The mark in local storage: a third witness of how many were kept. */
  readonly mark: number;
  readonly digest: (text: string) => Promise<string>;
  /** Entries with their records, for what the journal lacks. */
  readonly load: (ids: readonly string[]) => Promise<Entry[]>;
}

interface Found {
  readonly entries: readonly Entry[];
  readonly seals: readonly KeptSeal[];
}

/** So many rows are read at once: the screen is to be drawn meanwhile, and a hanging handle noticed. */
const SLICE = 500;

/**
 * The rows whose bytes are those that were kept. Byte for byte those of the journal, whose lines are checked as they are
 * read; where the two differ or the journal has none, the leaf tells. A row may be changed and still be readable.
 */
async function soundIn(
  { database, digest }: ReconcileDeps,
  contents: JournalContents | undefined,
): Promise<Set<string>> {
  const records = contents ? [...contents.sealed.values(), contents.open].flat() : [];
  const twins = new Set(records.map(({ p }) => p));
  const sound = new Set<string>();
  for (let last = ''; ; ) {
    const rows = await database.use('readonly', ['outbox'], (tx) => tx.rowsAfter(last, SLICE));
    if (rows.length === 0) return sound;
    for (const row of rows) {
      last = (row as Entry).id;
      const entry = readAs(EntrySchema, row);
      if (entry && (twins.has(entry.p) || (await digest(leafPreimage(entry.p))) === entry.leaf))
        sound.add(last);
    }
  }
}

/** What the journal has and the database has not. Records of removed seals are leftovers of a removal. */
async function foundIn(
  stock: Stock,
  contents: JournalContents,
  digest: ReconcileDeps['digest'],
): Promise<Found> {
  const entries: Entry[] = [];
  const seen = new Set(stock.ids);
  const known = new Map(stock.seals.map((seal) => [seal.n, seal]));
  const take = async (record: Record, seal?: number) => {
    const id = idIn(record.p);
    if (id === undefined || seen.has(id)) return;
    seen.add(id);
    const leaf = await digest(leafPreimage(record.p));
    entries.push({ id, ...record, leaf, st: 'new', ...(seal !== undefined && { seal }) });
  };
  const seals: KeptSeal[] = [];
  for (const [n, records] of contents.sealed) {
    if (n <= stock.meta.sealPruned) continue;
    for (const record of records) await take(record, n);
    const ids = records.map(({ p }) => idIn(p)).filter((id) => id !== undefined);
    if (!known.has(n)) seals.push({ n, s: '', sig: '', hash: '', ids });
  }
  const sealOf = new Map(stock.seals.flatMap(({ n, ids }) => ids.map((id) => [id, n] as const)));
  for (const record of contents.open) await take(record, sealOf.get(idIn(record.p) ?? ''));
  return { entries, seals };
}

/**
 * The counters as they must be: nothing that was ever counted is forgotten, and what is missing is named. What is lost
 * is counted anew each time: a journal that could not be read may be readable today.
 */
function countersOf(stock: Stock, found: Found, contents: JournalContents | undefined, mark: number): Meta {
  const { meta } = stock;
  const rows = stock.ids.size + found.entries.length;
  const isWiped = meta.total === 0;
  const removed = isWiped ? (contents?.gone ?? 0) : meta.pruned;
  const total = Math.max(meta.total, contents?.total ?? 0, mark, rows + (isWiped ? 0 : removed));
  const lost = Math.max(0, total - rows - removed);
  const lastSeal = Math.max(0, ...found.seals.map(({ n }) => n));
  // The chain cannot go on from a seal whose text is gone: it waits for the server's word at a new enrolment.
  const chain = lastSeal > meta.sealNo ? { sealNo: lastSeal, sealHash: '', sealSent: lastSeal } : {};
  return { ...meta, total, lost, pruned: total - rows - lost, ...chain };
}

function mendingOf(stock: Stock, found: Found, meta: Meta, spoilt: readonly string[]): Mending {
  const ids = new Set([...stock.ids, ...found.entries.map(({ id }) => id)]);
  const sealed = new Set([...stock.seals, ...found.seals].flatMap((seal) => seal.ids));
  return {
    ...found,
    spoilt,
    open: [...ids].filter((id) => !sealed.has(id) && !stock.open.has(id)),
    notOpen: [...stock.open].filter((id) => sealed.has(id) || !ids.has(id)),
    meta,
  };
}

const idsOf = (records: readonly Record[]) => new Set(records.map(({ p }) => idIn(p)));

/** Brings the journal to what the database says: files of seals, and exactly the waiting ones in the open file. */
async function mendJournal(
  { journal, load }: ReconcileDeps,
  contents: JournalContents,
  { meta, open, seals }: Stock,
): Promise<void> {
  const known = new Set(seals.map(({ n }) => n));
  for (const { n, ids } of seals) {
    const there = idsOf(contents.sealed.get(n) ?? []);
    if (ids.every((id) => there.has(id))) continue;
    await journal.seal(n, (await load(ids)).map(recordOf));
  }
  const there = idsOf(contents.open);
  const drop = [...contents.sealed.keys()].filter((n) => !known.has(n));
  const gone = meta.pruned + meta.lost;
  const isSame = there.size === open.size && [...open].every((id) => there.has(id));
  if (
    isSame &&
    drop.length === 0 &&
    contents.damaged === 0 &&
    contents.total === meta.total &&
    contents.gone === gone
  )
    return;
  await journal.tidy((await load([...open])).map(recordOf), { total: meta.total, gone }, drop);
}

export async function reconcile(deps: ReconcileDeps): Promise<Reconciled> {
  const { database, contents } = deps;
  const taken = await takeStock(database);
  const ids = await soundIn(deps, contents);
  const spoilt = [...taken.ids].filter((id) => !ids.has(id));
  const stock = { ...taken, ids };
  const found = contents ? await foundIn(stock, contents, deps.digest) : { entries: [], seals: [] };
  const meta = countersOf(stock, found, contents, deps.mark);
  await mendStock(database, mendingOf(stock, found, meta, spoilt));
  const mended = await takeNamedStock(database);
  if (contents) await mendJournal(deps, contents, mended);
  return { restored: found.entries.length, lost: Math.max(0, meta.lost - taken.meta.lost), meta };
}
