import 'fake-indexeddb/auto';
import { IDBFactory, IDBOpenDBRequest as OpenRequest } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, SCHEMA_VERSION } from './database.ts';
import { type Canary, openOutbox } from './outbox.ts';
import type { Keepable } from './outbox-store.ts';

const submission = (n: number): Keepable => ({
  id: `id-${n}`,
  p: `{"id":"id-${n}"}`,
  leaf: String(n).padStart(64, '0'),
});
const rotation = (...rests: number[][]) => ({ name: 'sp39 1', rests });

function memoryCanary(): Canary {
  let mark = 0;
  return {
    read: () => mark,
    write: (total) => {
      mark = total;
    },
  };
}

function openTest(canary = memoryCanary(), watchdogMs = 2_000) {
  const faults: string[] = [];
  const onFault = (fault: string) => faults.push(fault);
  const database = openDatabase('sipas', onFault, watchdogMs);
  return { database, outbox: openOutbox(database, canary, onFault), faults, canary };
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('the outbox', () => {
  it('keeps submission, counter and rotation in one strict transaction', async () => {
    const { outbox, database, canary } = openTest();
    const seen: unknown[] = [];
    await database.use(async (db) => {
      const begin = db.transaction.bind(db) as (...args: unknown[]) => never;
      db.transaction = (...args: unknown[]) => {
        seen.push([...args]);
        return begin(...args);
      };
    });
    await outbox.keep({ ...submission(1), remark: { salt: 'aa', text: 'chờ lâu' } }, rotation([1, 2], [3]));
    expect(seen).toEqual([[['outbox', 'meta', 'rotation'], 'readwrite', { durability: 'strict' }]]);
    expect(await outbox.load(['id-1'])).toEqual([
      { ...submission(1), st: 'new', remark: { salt: 'aa', text: 'chờ lâu' } },
    ]);
    expect(await outbox.readMeta()).toEqual({ total: 1, pruned: 0, sealNo: 0, sealHash: null, epoch: null });
    expect(await outbox.readRests('sp39 1')).toEqual([[1, 2], [3]]);
    expect(canary.read()).toBe(1);
  });

  it('keeps the same submission once, also when a first try was committed unseen', async () => {
    const { outbox } = openTest();
    await outbox.keep(submission(1), rotation([1]));
    await outbox.keep(submission(1), rotation([2]));
    expect((await outbox.readMeta()).total).toBe(1);
    expect(await outbox.readRests('sp39 1')).toEqual([[1]]);
  });

  it('still holds everything after the page is closed and opened again', async () => {
    const first = openTest();
    for (let n = 0; n < 20; n++) await first.outbox.keep(submission(n), rotation([n]));
    first.database.close();
    const second = openTest(first.canary);
    expect(await second.outbox.unsentIds()).toHaveLength(20);
    expect(await second.outbox.check()).toEqual([]);
  });

  it('settles states without touching the bytes, and a new epoch offers all that is not safe', async () => {
    const { outbox } = openTest();
    for (let n = 0; n < 4; n++) await outbox.keep(submission(n), rotation());
    await outbox.enterEpoch('e1');
    await outbox.settle(
      new Map([
        ['id-0', 'stored'],
        ['id-1', 'held'],
        ['id-2', 'safe'],
      ]),
    );
    expect(await outbox.unsentIds()).toEqual(['id-3']);
    await outbox.enterEpoch('e1');
    expect(await outbox.unsentIds()).toEqual(['id-3']);
    await outbox.enterEpoch('e2');
    expect((await outbox.unsentIds()).sort()).toEqual(['id-0', 'id-1', 'id-3']);
    expect((await outbox.load(['id-0']))[0]!.p).toBe(submission(0).p);
    expect((await outbox.readMeta()).epoch).toBe('e2');
  });

  it('reopens when its handle has died, and never uses the old one again', async () => {
    const { outbox, database, faults } = openTest();
    await outbox.keep(submission(1), rotation());
    await database.use(async (db) => db.close());
    await outbox.keep(submission(2), rotation());
    expect((await outbox.readMeta()).total).toBe(2);
    expect(faults).toEqual(['storage-fails']);
  });

  it('gives up after three tries and says so, so that nobody is thanked', async () => {
    const { outbox, faults } = openTest(memoryCanary(), 20);
    globalThis.indexedDB.open = () => new OpenRequest();
    await expect(outbox.keep(submission(1), rotation())).rejects.toThrow();
    expect(faults).toEqual(['storage-hangs', 'storage-hangs', 'storage-hangs']);
  });

  it('steps aside for a newer schema and does not delete what it cannot open', async () => {
    const { outbox } = openTest();
    await outbox.keep(submission(1), rotation());
    const newer = await openDB('sipas', SCHEMA_VERSION + 1);
    expect(await newer.count('outbox')).toBe(1);
    await expect(outbox.unsentIds()).rejects.toThrow();
    expect(await newer.count('outbox')).toBe(1);
    newer.close();
  });

  it('sends what can be read when one entry is damaged', async () => {
    const { outbox, database, faults } = openTest();
    await outbox.keep(submission(1), rotation());
    await outbox.keep(submission(2), rotation());
    await database.use((db) =>
      db.transaction('outbox', 'readwrite').store.put({ id: 'id-1', st: 'new' } as never),
    );
    expect((await outbox.load(['id-1', 'id-2'])).map(({ id }) => id)).toEqual(['id-2']);
    expect(faults).toEqual(['entry-unreadable']);
  });

  it('notices at start that rows are missing or that everything is gone', async () => {
    const first = openTest();
    for (let n = 0; n < 3; n++) await first.outbox.keep(submission(n), rotation());
    await first.database.use((db) => db.transaction('outbox', 'readwrite').store.delete('id-1'));
    expect(await first.outbox.check()).toEqual(['outbox-lacks-1']);
    globalThis.indexedDB = new IDBFactory();
    expect(await openTest(first.canary).outbox.check()).toEqual(['outbox-lost-3']);
  });
});
