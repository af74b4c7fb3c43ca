import { type Database, type StoreTx, WHOLE_MS } from './database.ts';
import { entriesIn, openIdsIn, openKey, putMeta, readMetaIn, sealIn, sealKey } from './outbox-records.ts';
import type { Entry, KeptSeal, SealStore } from './outbox-store.ts';

/** The outbox's seals: which entries a seal holds, what the server has of it, and when its entries may go. */

async function addSealIn(tx: StoreTx, seal: KeptSeal, entries: readonly Entry[]): Promise<boolean> {
  const [meta, known] = await Promise.all([
    readMetaIn(tx),
    Promise.all(entries.map(({ id }) => tx.get('outbox', id) as Promise<Entry | undefined>)),
  ]);
  // Another page may have sealed them, or moved the chain on: then this seal is of no use and never leaves.
  if (meta.sealNo !== seal.n - 1 || known.some((entry) => !entry || entry.seal !== undefined)) return false;
  for (const entry of known as Entry[]) {
    tx.put('outbox', { ...entry, seal: seal.n });
    tx.remove('meta', openKey(entry.id));
  }
  tx.put('meta', seal, sealKey(seal.n));
  putMeta(tx, {
    ...meta,
    sealNo: seal.n,
    sealHash: seal.hash,
    sealTotal: meta.sealTotal + entries.length,
  });
  return true;
}

export async function sealsIn(tx: StoreTx, from: number, to: number): Promise<KeptSeal[]> {
  const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  const seals = await Promise.all(numbers.map((n) => sealIn(tx, n)));
  return seals.filter((seal) => seal !== undefined);
}

async function settleSealsIn(tx: StoreTx, n: number, lacks: readonly string[]): Promise<void> {
  const meta = await readMetaIn(tx);
  if (lacks.length > 0) {
    const wanted = new Set(lacks);
    const seals = await sealsIn(tx, meta.sealPruned + 1, n);
    const entries = await entriesIn(
      tx,
      seals.flatMap(({ ids }) => ids),
    );
    for (const entry of entries) if (wanted.has(entry.leaf)) tx.put('outbox', { ...entry, st: 'new' });
  }
  if (n > meta.sealSent) putMeta(tx, { ...meta, sealSent: Math.min(n, meta.sealNo) });
}

async function enterEpochIn(tx: StoreTx, epoch: string, safeSeal: number): Promise<void> {
  const meta = await readMetaIn(tx);
  if (meta.epoch === null || meta.epoch === epoch) {
    if (meta.epoch === null) putMeta(tx, { ...meta, epoch });
    return;
  }
  const states = await Promise.all((['stored', 'held', 'safe'] as const).map((st) => tx.idsIn(st)));
  const entries = await entriesIn(tx, states.flat());
  for (const entry of entries) {
    const isSafe = entry.st === 'safe' && entry.seal !== undefined && entry.seal <= safeSeal;
    if (!isSafe) tx.put('outbox', { ...entry, st: 'new' });
  }
  for (const seal of await sealsIn(tx, safeSeal + 1, meta.sealNo)) {
    const { safe: _safe, ...rest } = seal;
    tx.put('meta', rest, sealKey(seal.n));
  }
  const sealSent = Math.min(meta.sealSent, safeSeal);
  putMeta(tx, { ...meta, epoch, sealSent, safeSeal: Math.min(meta.safeSeal, safeSeal) });
}

/** Nothing to write most of the time; then nothing is written. */
async function markSafeIn(tx: StoreTx, safeSeal: number, day: string): Promise<void> {
  const meta = await readMetaIn(tx);
  for (const seal of await sealsIn(tx, meta.sealPruned + 1, Math.min(safeSeal, meta.sealNo))) {
    if (seal.safe !== undefined) continue;
    const entries = await entriesIn(tx, seal.ids);
    for (const entry of entries) if (entry.st === 'stored') tx.put('outbox', { ...entry, st: 'safe' });
    // What was held lies in the backup like the others; what is unsent has to get there first.
    const isWhole = entries.length === seal.ids.length && entries.every(({ st }) => st !== 'new');
    if (isWhole) tx.put('meta', { ...seal, safe: day }, sealKey(seal.n));
  }
  if (safeSeal > meta.safeSeal) putMeta(tx, { ...meta, safeSeal });
}

async function pruneIn(tx: StoreTx, day: string): Promise<void> {
  const meta = await readMetaIn(tx);
  let { pruned, sealPruned } = meta;
  for (;;) {
    const seal = await sealIn(tx, sealPruned + 1);
    if (seal?.safe === undefined || seal.safe > day) break;
    pruned += (await entriesIn(tx, seal.ids)).length;
    for (const id of seal.ids) tx.remove('outbox', id);
    tx.remove('meta', sealKey(seal.n));
    sealPruned = seal.n;
  }
  if (sealPruned > meta.sealPruned) putMeta(tx, { ...meta, pruned, sealPruned });
}

export function sealsOf(database: Database): SealStore {
  const write = <T>(work: (tx: StoreTx) => Promise<T>) =>
    database.use('readwrite', ['outbox', 'meta'], work, WHOLE_MS);
  const read = <T>(work: (tx: StoreTx) => Promise<T>) => database.use('readonly', ['outbox', 'meta'], work);
  return {
    openIds: () => read(openIdsIn),
    addSeal: (seal, entries) => write((tx) => addSealIn(tx, seal, entries)),
    unsentSeals: (most) =>
      read(async (tx) => {
        const { sealSent, sealNo } = await readMetaIn(tx);
        return sealsIn(tx, sealSent + 1, Math.min(sealNo, sealSent + most));
      }),
    lastSeal: () =>
      read(async (tx) => {
        const { sealSent } = await readMetaIn(tx);
        const seals = await sealsIn(tx, sealSent, sealSent);
        return seals.filter(({ s }) => s !== '');
      }),
    settleSeals: (n, lacks) => write((tx) => settleSealsIn(tx, n, lacks)),
    enterEpoch: (epoch, safeSeal) => write((tx) => enterEpochIn(tx, epoch, safeSeal)),
    markSafe: (safeSeal, day) => write((tx) => markSafeIn(tx, safeSeal, day)),
    prune: (day) => write((tx) => pruneIn(tx, day)),
  };
}
