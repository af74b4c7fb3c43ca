/**
 * The id of a form that was sent and not answered, by batch, and never what was keyed: when the page is opened again, the
 * server says whether it was kept. Each change is flushed before the page goes on. Local storage would not do: browsers
 * write it some seconds later, and one that was killed named a form long kept while another one lay in the hand.
 */
const DATABASE = 'sipas-paper';
const STORE = 'last-sent';
/** Whoever keys does not wait for a storage that hangs; then the pile and the count on the page say the same. */
const PATIENCE_MS = 2_000;

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error!));
  });

async function use<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const opening = indexedDB.open(DATABASE);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
  const db = await settled(opening);
  try {
    const tx = db.transaction(STORE, mode, { durability: 'strict' });
    const flushed = new Promise<void>((resolve, reject) => {
      tx.addEventListener('complete', () => resolve());
      tx.addEventListener('abort', () => reject(tx.error!));
    });
    const request = work(tx.objectStore(STORE));
    await flushed;
    return request.result;
  } finally {
    db.close();
  }
}

/** Undefined where storage is switched off, full or too slow. */
async function tryToUse<T>(...given: Parameters<typeof use<T>>): Promise<T | undefined> {
  const tooLong = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  return Promise.race([use(...given).catch(() => undefined), tooLong]);
}

export const lastSent = {
  async of(batch: string): Promise<string | null> {
    const id = await tryToUse<unknown>('readonly', (store) => store.get(batch));
    return typeof id === 'string' ? id : null;
  },
  async set(batch: string, id: string): Promise<void> {
    await tryToUse('readwrite', (store) => store.put(id, batch));
  },
  async clear(batch: string): Promise<void> {
    await tryToUse('readwrite', (store) => store.delete(batch));
  },
};
