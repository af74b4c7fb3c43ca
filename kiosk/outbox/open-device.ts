import { digest } from '../device/digest.ts';
import type { Shelf } from '../device/shelf.ts';
import { type Database, openDatabase, WATCHDOG_MS } from './database.ts';
import { openDoubledShelf } from './device-shelf.ts';
import { openJournal } from './journal.ts';
import { journalLine } from './journal-line.ts';
import { type Kept, openKept } from './kept.ts';
import { memoryDatabase } from './memory-database.ts';
import { openOutbox } from './outbox.ts';

/**
 * What a device has stored, opened and reconciled: the one way in for the kiosk's page and for the staff page. A
 * database that cannot be opened at all is replaced by memory, filled from the journal: the device goes on asking
 * and sending, with one copy and a fault.
 */
export interface DeviceStores {
  readonly database: Database;
  readonly kept: Kept;
  readonly shelf: Shelf;
  /** False while the database cannot be opened and the journal is the only copy. */
  readonly hasDatabase: boolean;
}

export interface OpenDeps {
  readonly onFault: (fault: string) => void;
  readonly makeWorker: () => Worker;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

const NAME = 'sipas';
const CANARY = 'sipas-total';

function canaryIn(storage: OpenDeps['storage']) {
  return {
    read: () => Number(storage.getItem(CANARY) ?? 0),
    write: (total: number) => storage.setItem(CANARY, String(total)),
  };
}

export async function openDevice({ onFault, makeWorker, storage }: OpenDeps): Promise<DeviceStores> {
  const journal = openJournal(journalLine(makeWorker, WATCHDOG_MS));
  const canary = canaryIn(storage);
  async function openOver(database: Database, hasDatabase: boolean): Promise<DeviceStores> {
    const outbox = openOutbox(database, onFault);
    const kept = openKept({ database, outbox, journal, canary, digest, onFault, outboxLasts: hasDatabase });
    const { facts } = await kept.reconcile();
    const shelf = await openDoubledShelf(database, journal, facts, onFault);
    return { database, kept, shelf, hasDatabase };
  }
  try {
    return await openOver(openDatabase(NAME, onFault), true);
  } catch {
    onFault('storage-dead');
    return openOver(memoryDatabase(), false);
  }
}
