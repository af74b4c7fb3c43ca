import { type Database, type StoreTx, WHOLE_MS } from './database.ts';
import { openIdsIn, openKey, OPEN, putMeta, readMetaIn, SEAL, sealIn, sealKey } from './outbox-records.ts';
import type { Entry, KeptSeal, Meta } from './outbox-store.ts';

/** What the database holds, counted: the first half of reconciliation at start. */
export interface Stock {
  readonly meta: Meta;
  readonly ids: ReadonlySet<string>;
  /** Rows that the index of states does not name: damage may take their part of the index and leave them. */
  readonly unnamed: readonly string[];
  readonly open: ReadonlySet<string>;
  readonly seals: readonly KeptSeal[];
}

/** What is put back or put right, all of it in one transaction. */
export interface Mending {
  /** Rows that are not what was kept: they are put aside, so that they are neither sent nor gone. */
  readonly spoilt: readonly string[];
  readonly entries: readonly Entry[];
  readonly seals: readonly KeptSeal[];
  /** Entries that neither a seal nor the list of waiting ones names, and names without an entry. */
  readonly open: readonly string[];
  readonly notOpen: readonly string[];
  readonly meta: Meta;
}

async function stockIn(tx: StoreTx): Promise<Stock> {
  const [meta, ids, open, sealKeys, named] = await Promise.all([
    readMetaIn(tx),
    tx.keys('outbox'),
    openIdsIn(tx),
    tx.keys('meta', SEAL),
    tx.idsIn(),
  ]);
  const isNamed = new Set(named);
  const seals = await Promise.all(sealKeys.map((key) => sealIn(tx, Number(key.slice(SEAL.length)))));
  return {
    meta,
    ids: new Set(ids),
    unnamed: ids.filter((id) => !isNamed.has(id)),
    open: new Set(open),
    seals: seals.filter((seal) => seal !== undefined),
  };
}

export const takeStock = (database: Database): Promise<Stock> =>
  database.use('readonly', ['outbox', 'meta'], stockIn, WHOLE_MS);

/** Writing to damaged files may damage more of them. */
const MOST_TRIES = 9;

/** The stock once the index names every row: what it does not name is written again, else it would never be sent. */
export async function takeNamedStock(database: Database, tries = MOST_TRIES): Promise<Stock> {
  const stock = await takeStock(database);
  const { unnamed } = stock;
  if (unnamed.length === 0 || tries === 0) return stock;
  await database.use(
    'readwrite',
    ['outbox'],
    async (tx) => {
      for (const id of unnamed) tx.put('outbox', await tx.get('outbox', id));
    },
    WHOLE_MS,
  );
  return takeNamedStock(database, tries - 1);
}

export const mendStock = (database: Database, mending: Mending): Promise<void> =>
  database.use(
    'readwrite',
    ['outbox', 'meta'],
    async (tx) => {
      for (const id of mending.spoilt) {
        tx.put('meta', await tx.get('outbox', id), `spoilt ${id}`);
        tx.remove('outbox', id);
      }
      for (const entry of mending.entries) tx.put('outbox', entry);
      for (const seal of mending.seals) tx.put('meta', seal, sealKey(seal.n));
      for (const id of mending.open) tx.put('meta', 1, openKey(id));
      for (const id of mending.notOpen) tx.remove('meta', OPEN + id);
      putMeta(tx, mending.meta);
    },
    WHOLE_MS,
  );
