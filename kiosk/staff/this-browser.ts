import type { Shelf } from '../device/shelf.ts';
import { openDatabase, WATCHDOG_MS } from '../outbox/database.ts';
import { openDeviceShelf } from '../outbox/device-shelf.ts';
import type { JournalFiles } from '../outbox/journal-files.ts';
import { journalLine } from '../outbox/journal-line.ts';
import { startJournalWorker } from '../outbox/start-journal-worker.ts';
import type { UpdateEnd } from './staff-device.ts';

/** What the staff page asks of the browser that it runs in. */

const KIOSK = '/kiosk/';

export const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** What a kiosk cannot do without. Whether file handles are synchronous (Chrome 108) only writing one shows. */
export const hasInterfaces = (): boolean =>
  isSecureContext &&
  typeof navigator.storage?.getDirectory === 'function' &&
  typeof crypto.subtle?.sign === 'function' &&
  typeof indexedDB === 'object' &&
  typeof Worker === 'function';

const registration = () => navigator.serviceWorker?.getRegistration(KIOSK);

export const hasOfflineCopy = async (): Promise<boolean> => Boolean((await registration())?.active);

/** Looks only: what is found waits until nobody is answering. */
export async function lookForUpdate(): Promise<UpdateEnd> {
  try {
    const found = await registration();
    if (!found) return 'failed';
    await found.update();
    return found.installing || found.waiting ? 'found' : 'none';
  } catch {
    return 'failed';
  }
}

/** The device's facts over a handle of the database that is opened for this and closed again. */
export async function reopened<T>(work: (shelf: Shelf) => Promise<T>): Promise<T> {
  const database = openDatabase('sipas', () => {});
  try {
    return await work(openDeviceShelf(database));
  } finally {
    database.close();
  }
}

/** The journal's files through a worker of their own. */
export async function withJournal<T>(work: (files: JournalFiles) => Promise<T>): Promise<T> {
  const workers: Worker[] = [];
  const makeWorker = () => {
    const worker = startJournalWorker();
    workers.push(worker);
    return worker;
  };
  try {
    return await work(journalLine(makeWorker, WATCHDOG_MS));
  } finally {
    for (const worker of workers) worker.terminate();
  }
}

/** To the survey: the telephone of an official has a page of its own. */
export const toKiosk = (isInterviewer: boolean): void =>
  location.replace(isInterviewer ? `${KIOSK}interview/` : KIOSK);
export const toKioskTested = (): void => location.replace(`${KIOSK}#tested`);
