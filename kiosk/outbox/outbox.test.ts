import 'fake-indexeddb/auto';
import { IDBDatabase, IDBFactory, IDBOpenDBRequest as OpenRequest } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { openOutbox } from './outbox.ts';
import { type Keepable, NEW_META } from './outbox-store.ts';

const submission = (n: number): Keepable => ({
  id: `id-${n}`,
  p: `{"id":"id-${n}"}`,
  leaf: String(n).padStart(64, '0'),
});
const rotation = (...rests: number[][]) => ({ name: 'sp39 1', rests });

function openTest(watchdogMs = 2_000) {
  const faults: string[] = [];
  const onFault = (fault: string) => faults.push(fault);
  const database = openDatabase('sipas', onFault, watchdogMs);
  return { database, outbox: openOutbox(database, onFault), faults };
}

const answerOf = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error!));
  });
/** The database as somebody else opens it: another page, a newer app. */
function openRaw(version?: number, upgrade?: (db: globalThis.IDBDatabase) => void) {
  const request = indexedDB.open('sipas', version);
  request.addEventListener('upgradeneeded', () => upgrade?.(request.result));
  return answerOf(request);
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the outbox', () => {
  it('keeps submission, counter and rotation in one strict transaction', async () => {
    const { outbox } = openTest();
    await outbox.readMeta();
    const seen: unknown[] = [];
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...args: unknown[]) {
      seen.push(args);
      return (begin as (...args: unknown[]) => never).apply(this, args);
    };
    try {
      await outbox.keep({ ...submission(1), remark: { salt: 'aa', text: 'chờ lâu' } }, rotation([1, 2], [3]));
    } finally {
      IDBDatabase.prototype.transaction = begin;
    }
    expect(seen).toEqual([[['outbox', 'meta', 'rotation'], 'readwrite', { durability: 'strict' }]]);
    expect(await outbox.load(['id-1'])).toEqual([
      { ...submission(1), st: 'new', remark: { salt: 'aa', text: 'chờ lâu' } },
    ]);
    expect(await outbox.readMeta()).toEqual({ ...NEW_META, total: 1 });
    expect(await outbox.openIds()).toEqual(['id-1']);
    expect(await outbox.readRests('sp39 1')).toEqual([[1, 2], [3]]);
  });

  it('keeps the same submission once, also when a first try was committed unseen', async () => {
    const { outbox } = openTest();
    await outbox.keep(submission(1), rotation([1]));
    await outbox.keep(submission(1), rotation([2]));
    expect((await outbox.readMeta()).total).toBe(1);
    expect(await outbox.readRests('sp39 1')).toEqual([[1]]);
  });

  it('stays in its transaction until the leaf is there, and keeps nothing without one', async () => {
    const { outbox, faults } = openTest();
    const leaf = new Promise<string>((resolve) => setTimeout(resolve, 30, 'late'));
    await outbox.keep({ ...submission(1), leaf }, rotation([1]));
    expect(await outbox.load(['id-1'])).toMatchObject([{ leaf: 'late' }]);
    expect(faults).toEqual([]);
    const never = Promise.reject(new Error('no digest'));
    await expect(outbox.keep({ ...submission(2), leaf: never }, rotation([2]))).rejects.toThrow('no digest');
    expect((await outbox.readMeta()).total).toBe(1);
    expect(await outbox.unsentIds()).toEqual(['id-1']);
  });

  it('still holds everything after the page is closed and opened again', async () => {
    const first = openTest();
    for (let n = 0; n < 20; n++) await first.outbox.keep(submission(n), rotation([n]));
    first.database.close();
    const second = openTest();
    expect(await second.outbox.unsentIds()).toHaveLength(20);
    expect((await second.outbox.readMeta()).total).toBe(20);
  });

  it('settles states without touching the bytes, and a new epoch offers all that is not safe', async () => {
    const { outbox } = openTest();
    for (let n = 0; n < 4; n++) await outbox.keep(submission(n), rotation());
    await outbox.enterEpoch('e1', 0);
    await outbox.settle(
      new Map([
        ['id-0', 'stored'],
        ['id-1', 'held'],
        ['id-2', 'safe'],
      ]),
    );
    expect(await outbox.unsentIds()).toEqual(['id-3']);
    await outbox.enterEpoch('e1', 0);
    expect(await outbox.unsentIds()).toEqual(['id-3']);
    // No seal of the server's new word covers what was safe by its old one.
    await outbox.enterEpoch('e2', 0);
    expect((await outbox.unsentIds()).sort()).toEqual(['id-0', 'id-1', 'id-2', 'id-3']);
    expect((await outbox.load(['id-0']))[0]!.p).toBe(submission(0).p);
    expect((await outbox.readMeta()).epoch).toBe('e2');
  });

  it('a retry never uses the old handle', async () => {
    const { outbox, faults } = openTest();
    await outbox.keep(submission(1), rotation());
    const used: object[] = [];
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...args: unknown[]) {
      used.push(this);
      if (used.length === 1) throw new DOMException('the connection is closing', 'InvalidStateError');
      return (begin as (...args: unknown[]) => never).apply(this, args);
    };
    try {
      await outbox.keep(submission(2), rotation());
    } finally {
      IDBDatabase.prototype.transaction = begin;
    }
    expect(new Set(used).size).toBe(2);
    expect((await outbox.readMeta()).total).toBe(2);
    expect(faults).toEqual(['storage-fails']);
  });

  it('a closed connection is reopened before the next write', async () => {
    const { outbox, database } = openTest();
    await outbox.keep(submission(1), rotation());
    database.close();
    await outbox.keep(submission(2), rotation());
    expect(await outbox.unsentIds()).toHaveLength(2);
  });

  it('a dead connection is found within two seconds', async () => {
    const { outbox, faults } = openTest();
    await outbox.keep(submission(1), rotation());
    const begin = IDBDatabase.prototype.transaction;
    let isDead = true;
    IDBDatabase.prototype.transaction = function (this: unknown, ...args: unknown[]) {
      const tx = (begin as (...args: unknown[]) => IDBTransaction).apply(this, args);
      // The backing store is gone: requests are taken and never answered.
      if (isDead)
        for (const of of ['get', 'put'] as const)
          tx.objectStore('outbox')[of] = () => new EventTarget() as never;
      isDead = false;
      return tx;
    } as never;
    const started = performance.now();
    try {
      await outbox.keep(submission(2), rotation());
    } finally {
      IDBDatabase.prototype.transaction = begin;
    }
    expect(performance.now() - started).toBeLessThan(2_500);
    expect(faults).toEqual(['storage-hangs']);
    expect((await outbox.readMeta()).total).toBe(2);
  });

  it('gives up after three tries and says so, so that nobody is thanked', async () => {
    const { outbox, faults } = openTest(20);
    globalThis.indexedDB.open = () => new OpenRequest();
    await expect(outbox.keep(submission(1), rotation())).rejects.toThrow();
    expect(faults).toEqual(['storage-hangs', 'storage-hangs', 'storage-hangs']);
  });

  it('steps aside for a newer schema, and goes on with what it knows of it', async () => {
    const { outbox } = openTest();
    await outbox.keep(submission(1), rotation());
    const newer = await openRaw(2, (db) => db.createObjectStore('news'));
    expect(await outbox.unsentIds()).toEqual(['id-1']);
    await outbox.keep(submission(2), rotation());
    expect((await outbox.readMeta()).total).toBe(2);
    expect(newer.version).toBe(2);
    newer.close();
  });

  it('an open that hangs times out and the old schema goes on', async () => {
    const { outbox, database, faults } = openTest(30);
    await outbox.keep(submission(1), rotation());
    database.close();
    // A frozen page holds the database and a newer app waits to upgrade it: every open waits behind that.
    const frozen = await openRaw();
    const upgraded = openRaw(2, (db) => db.createObjectStore('news'));
    await expect(outbox.keep(submission(2), rotation())).rejects.toThrow();
    expect(faults).toEqual(['storage-hangs', 'storage-hangs', 'storage-hangs']);
    frozen.close();
    (await upgraded).close();
    await outbox.keep(submission(2), rotation());
    expect((await outbox.unsentIds()).sort()).toEqual(['id-1', 'id-2']);
  });

  it('a schema upgrade keeps a full outbox', async () => {
    // The records of the version before: no seals, no list of what waits for one.
    const old = await openRaw(1, (db) => {
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('st', 'st');
      for (const name of ['meta', 'rotation', 'device']) db.createObjectStore(name);
    });
    const tx = old.transaction(['outbox', 'meta'], 'readwrite');
    for (let n = 0; n < 60; n++)
      tx.objectStore('outbox').put({ ...submission(n), st: n % 2 ? 'stored' : 'new' });
    const meta = { total: 60, pruned: 0, sealNo: 0, sealHash: null, epoch: 'e1' };
    await answerOf(tx.objectStore('meta').put(meta, 'meta'));
    old.close();
    const { outbox } = openTest();
    expect(await outbox.readMeta()).toEqual({ ...NEW_META, total: 60, epoch: 'e1' });
    expect(await outbox.unsentIds()).toHaveLength(30);
    await outbox.keep(submission(60), rotation());
    expect((await outbox.readMeta()).total).toBe(61);
    // … and the app of the version before still reads its fields.
    const again = await openRaw();
    const read = (await answerOf(again.transaction('meta').objectStore('meta').get('meta'))) as typeof meta;
    expect([read.total, read.pruned, read.epoch]).toEqual([61, 0, 'e1']);
    expect(await answerOf(again.transaction('outbox').objectStore('outbox').count())).toBe(61);
  });

  it('sends what can be read when one entry is damaged', async () => {
    const { outbox, database, faults } = openTest();
    await outbox.keep(submission(1), rotation());
    await outbox.keep(submission(2), rotation());
    await database.use('readwrite', ['outbox'], async (tx) => tx.put('outbox', { id: 'id-1', st: 'new' }));
    expect((await outbox.load(['id-1', 'id-2'])).map(({ id }) => id)).toEqual(['id-2']);
    expect(faults).toEqual(['entry-unreadable']);
  });
});
