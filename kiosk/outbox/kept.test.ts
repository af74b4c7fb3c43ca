import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { leafPreimage } from '../../shared/submission.ts';
import { memoryFiles } from '../../tests/fakes/memory-journal.ts';
import { joinChain } from './chain.ts';
import type { Database } from './database.ts';
import { openJournal } from './journal.ts';
import { scanFile } from './journal-format.ts';
import { openKept } from './kept.ts';
import { emptyMaps, type Maps, memoryDatabase } from './memory-database.ts';
import { openOutbox } from './outbox.ts';
import type { Keepable } from './outbox-store.ts';
import { makeSeals } from './seal-maker.ts';

const sha256 = async (text: string) => createHash('sha256').update(text).digest('hex');
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
async function submission(n: number, b = '2026-11-20AM'): Promise<Keepable> {
  const p = `{"v":1,"id":"${idOf(n)}","b":"${b}"}`;
  return { id: idOf(n), p, leaf: await sha256(leafPreimage(p)) };
}
const rotation = { name: 'sp39 1', rests: [[1]] };

/** A device with its three memories; each can be damaged, and the page can be started anew over what is left. */
function tablet() {
  const memories = { maps: emptyMaps() as Maps, files: memoryFiles(), mark: 0 };
  let isDead = false;
  const start = (patienceMs?: number, outboxLasts = true) => {
    const faults: string[] = [];
    const onFault = (fault: string) => faults.push(fault);
    const real = memoryDatabase(memories.maps);
    const database: Database = {
      ...real,
      use: (...given) => (isDead ? Promise.reject(new Error('the database is gone')) : real.use(...given)),
    };
    const outbox = openOutbox(database, onFault);
    const journal = openJournal(memories.files);
    const canary = {
      read: () => memories.mark,
      write: (total: number) => {
        memories.mark = total;
      },
    };
    const kept = openKept({
      database,
      outbox,
      journal,
      canary,
      digest: sha256,
      onFault,
      outboxLasts,
      ...(patienceMs && { patienceMs }),
    });
    const seal = (nowMs: number) =>
      makeSeals({
        store: kept,
        dev: 'dev1',
        app: '1',
        nowMs: () => nowMs,
        digest: sha256,
        sign: async () => 'x'.repeat(88),
      });
    return { database, kept, faults, seal };
  };
  return {
    memories,
    start,
    killDatabase: (dead: boolean) => {
      isDead = dead;
    },
  };
}

async function filled(count: number) {
  const device = tablet();
  const first = device.start();
  await first.kept.reconcile();
  for (let n = 0; n < count; n++) await first.kept.keep(await submission(n), rotation);
  return { ...device, first };
}

const FRIDAY_AFTERNOON = Date.parse('2026-11-20T07:00:00Z');

describe('two copies', () => {
  it('hold every submission and say so only when both are durable', async () => {
    const { memories, first } = await filled(3);
    expect(memories.maps.outbox.size).toBe(3);
    expect(scanFile(memories.files.files.get('open-0')!).records).toHaveLength(3);
    expect(memories.mark).toBe(3);
    expect(first.faults).toEqual([]);
  });

  it('a wiped database raises an alarm with the exact count', async () => {
    const { memories, start } = await filled(7);
    memories.maps = emptyMaps();
    memories.files = memoryFiles();
    const { kept, faults } = start();
    expect(await kept.reconcile()).toMatchObject({ restored: 0, lost: 7 });
    expect(faults).toEqual(['outbox-lost-7']);
    // It stays, and is not counted anew.
    const again = start();
    expect(await again.kept.reconcile()).toMatchObject({ restored: 0, lost: 0 });
    expect(again.faults).toEqual(['outbox-lost-7']);
    await again.kept.keep(await submission(100), rotation);
    expect(await again.kept.readMeta()).toMatchObject({ total: 8, lost: 7, pruned: 0 });
  });

  describe('a row that was changed and can still be read', () => {
    const changed = async (of: Awaited<ReturnType<typeof filled>>, n: number) => {
      const row = of.memories.maps.outbox.get(idOf(n)) as Keepable;
      const forged = { ...row, p: row.p.replace('AM', 'PM'), st: 'stored' };
      of.memories.maps.outbox.set(idOf(n), forged);
      return forged;
    };

    it('is made good from the journal at start, sent again and reported', async () => {
      const device = await filled(3);
      const forged = await changed(device, 1);
      const { kept, faults } = device.start();
      expect(await kept.reconcile()).toMatchObject({ restored: 1, lost: 0 });
      expect(faults).toEqual(['outbox-restored-1']);
      expect(await kept.load([idOf(1)])).toEqual([{ ...(await submission(1)), st: 'new' }]);
      expect(device.memories.maps.meta.get(`spoilt ${idOf(1)}`)).toEqual(forged);
      const again = device.start();
      expect(await again.kept.reconcile()).toMatchObject({ restored: 0, lost: 0 });
      expect(again.faults).toEqual([]);
    });

    it('keeps its place in its seal', async () => {
      const device = await filled(6);
      await device.first.seal(FRIDAY_AFTERNOON);
      await changed(device, 4);
      const { kept } = device.start();
      await kept.reconcile();
      expect(await kept.load([idOf(4)])).toEqual([{ ...(await submission(4)), st: 'new', seal: 1 }]);
      expect(await kept.openIds()).toEqual([]);
    });

    it('is neither sent nor thrown away where no copy tells what it was, and counts as lost', async () => {
      const device = await filled(3);
      const forged = await changed(device, 2);
      device.memories.files = memoryFiles();
      const { kept, faults } = device.start();
      expect(await kept.reconcile()).toMatchObject({ restored: 0, lost: 1 });
      expect(faults).toEqual(['outbox-lost-1']);
      expect([...(await kept.unsentIds())].sort()).toEqual([idOf(0), idOf(1)]);
      expect(device.memories.maps.meta.get(`spoilt ${idOf(2)}`)).toEqual(forged);
      // The journal has the two others again, and they are as they were.
      const journal = scanFile(device.memories.files.files.get('open-1')!);
      expect(journal.records.map(({ p }) => p).sort()).toEqual(
        (await Promise.all([submission(0), submission(1)])).map(({ p }) => p),
      );
    });

    it('is made good too when it can no longer be read', async () => {
      const device = await filled(3);
      device.memories.maps.outbox.set(idOf(0), { id: idOf(0), p: 7, st: 'new' });
      const { kept, faults } = device.start();
      expect(await kept.reconcile()).toMatchObject({ restored: 1, lost: 0 });
      expect(faults).toEqual(['outbox-restored-1']);
      expect(await kept.load([idOf(0)])).toEqual([{ ...(await submission(0)), st: 'new' }]);
    });
  });

  it('an outbox that came back empty is noticed at start', async () => {
    const { memories, start } = await filled(7);
    memories.maps = emptyMaps();
    const { kept, faults } = start();
    expect(await kept.reconcile()).toMatchObject({ restored: 7, lost: 0 });
    expect(faults).toEqual(['outbox-restored-7']);
    expect(await kept.unsentIds()).toHaveLength(7);
    expect(await kept.load([idOf(3)])).toEqual([{ ...(await submission(3)), st: 'new' }]);
    expect(await kept.readMeta()).toMatchObject({ total: 7, lost: 0, pruned: 0 });
  });

  it('rows that are missing are put back from the journal, and the other way round', async () => {
    const { memories, start } = await filled(300);
    for (let n = 0; n < 150; n++) memories.maps.outbox.delete(idOf(n));
    const { kept, faults } = start();
    expect(await kept.reconcile()).toMatchObject({ restored: 150, lost: 0 });
    expect(faults).toEqual(['outbox-restored-150']);
    memories.files = memoryFiles();
    await start().kept.reconcile();
    memories.maps = emptyMaps();
    expect(await start().kept.reconcile()).toMatchObject({ restored: 300, lost: 0 });
  });

  it('a store that cannot be opened is rebuilt from the journal', async () => {
    const { memories, start, killDatabase } = await filled(5);
    killDatabase(true);
    await expect(start().kept.reconcile()).rejects.toThrow();
    // The page goes on over memory, filled from the journal, and keeps what comes in the journal.
    const kept = openKept({
      database: memoryDatabase((memories.maps = emptyMaps())),
      outbox: openOutbox(memoryDatabase(memories.maps), () => {}),
      journal: openJournal(memories.files),
      canary: { read: () => memories.mark, write: () => {} },
      digest: sha256,
      onFault: () => {},
    });
    expect(await kept.reconcile()).toMatchObject({ restored: 5, lost: 0 });
    expect(await kept.unsentIds()).toHaveLength(5);
    await kept.keep(await submission(5), rotation);
    memories.maps = emptyMaps();
    killDatabase(false);
    expect(await start().kept.reconcile()).toMatchObject({ restored: 6, lost: 0 });
  });

  it('when one copy fails the other is enough, and the lacking one is made good later', async () => {
    const { memories, first, killDatabase } = await filled(1);
    killDatabase(true);
    await first.kept.keep(await submission(1), rotation);
    expect(first.faults).toContain('outbox-fails');
    killDatabase(false);
    memories.files.fail(true);
    await first.kept.keep(await submission(2), rotation);
    expect(first.faults).toContain('journal-fails');
    memories.files.fail(false);
    await first.kept.mend();
    expect(memories.maps.outbox.size).toBe(3);
    expect(scanFile(memories.files.files.get('open-0')!).records).toHaveLength(3);
    expect((await first.kept.readMeta()).total).toBe(3);
  });

  it('when both fail nobody is thanked', async () => {
    const { memories, first, killDatabase } = await filled(1);
    killDatabase(true);
    memories.files.fail(true);
    await expect(first.kept.keep(await submission(1), rotation)).rejects.toThrow();
  });

  it('a copy that hangs is waited for no longer than its time', async () => {
    const { memories, start } = tablet();
    const { kept, faults } = start(30);
    await kept.reconcile();
    memories.files.append = () => new Promise(() => {});
    await kept.keep(await submission(1), rotation);
    expect(memories.maps.outbox.size).toBe(1);
    expect(faults).toEqual(['journal-fails']);
  });
});

describe('seals', () => {
  it('no order of arrival stays in the journal after a seal', async () => {
    const { memories, first } = await filled(60);
    expect(await first.seal(FRIDAY_AFTERNOON)).toBe(2);
    const { files } = memories.files;
    const leaves = async (name: string) =>
      Promise.all(scanFile(files.get(name)!).records.map(({ p }) => sha256(leafPreimage(p))));
    for (const name of ['seal-1', 'seal-2']) expect(await leaves(name)).toEqual((await leaves(name)).sort());
    expect((await leaves('seal-1')).length + (await leaves('seal-2')).length).toBe(60);
    const open = [files.get('open-0')!, files.get('open-1')!].flatMap((bytes) => scanFile(bytes).records);
    expect(open).toEqual([]);
  });

  it('survive a wiped database: members are known again, and the chain waits for the server', async () => {
    const { memories, first, start } = await filled(60);
    await first.seal(FRIDAY_AFTERNOON);
    memories.maps = emptyMaps();
    const { database, kept, seal } = start();
    expect(await kept.reconcile()).toMatchObject({ restored: 60, lost: 0 });
    expect(await kept.openIds()).toEqual([]);
    await kept.keep(await submission(60), rotation);
    expect(await seal(FRIDAY_AFTERNOON + 86_400_000)).toBe(0);
    // The server knows seal 1 only: what was in seal 2 waits for a new one.
    await joinChain({ database, kept }, { sealNo: 1, sealHash: 'a'.repeat(64), sealTotal: 50 });
    expect(await kept.openIds()).toHaveLength(11);
    expect(await seal(FRIDAY_AFTERNOON + 86_400_000)).toBe(1);
    memories.maps = emptyMaps();
    expect(await start().kept.reconcile()).toMatchObject({ restored: 61, lost: 0 });
  });

  it('entries leave only 30 days after their seal was safe, with their file, and are not taken for a loss', async () => {
    const { memories, first, start } = await filled(60);
    await first.seal(FRIDAY_AFTERNOON);
    const all = await first.kept.unsentIds();
    await first.kept.settle(new Map(all.map((id) => [id, 'stored'])));
    await first.kept.markSafe(1, '2026-11-21');
    await first.kept.prune('2026-11-20');
    expect(memories.maps.outbox.size).toBe(60);
    await first.kept.prune('2026-11-21');
    expect(memories.maps.outbox.size).toBe(10);
    const names = [...memories.files.files.keys()].filter((name) => !name.startsWith('facts')).sort();
    expect(names).toEqual(['open-0', 'open-1', 'seal-2', 'seal-3']);
    const { kept, faults } = start();
    expect(await kept.reconcile()).toMatchObject({ restored: 0, lost: 0 });
    expect(await kept.readMeta()).toMatchObject({ total: 60, pruned: 50, lost: 0 });
    memories.maps = emptyMaps();
    expect(await start().kept.reconcile()).toMatchObject({ restored: 10, lost: 0 });
    expect(faults).toEqual([]);
  });

  it('thanks nobody when the outbox lies in memory and the journal fails', async () => {
    const { start, memories } = tablet();
    const { kept } = start(20, false);
    await kept.reconcile();
    memories.files.fail(true);
    await expect(kept.keep(await submission(1), rotation)).rejects.toThrow('the file system is gone');
    memories.files.fail(false);
    await kept.keep(await submission(1), rotation);
    expect((await kept.readMeta()).total).toBe(1);
  });

  it('takes back the alarm when a journal that could not be read can be read again', async () => {
    const { start, memories } = await filled(3);
    memories.maps.outbox.delete(idOf(1));
    memories.files.fail(true);
    const blind = start();
    expect(await blind.kept.reconcile()).toMatchObject({ restored: 0, lost: 1, meta: { total: 3, lost: 1 } });
    memories.files.fail(false);
    const seeing = start();
    expect(await seeing.kept.reconcile()).toMatchObject({
      restored: 1,
      lost: 0,
      meta: { total: 3, lost: 0, pruned: 0 },
    });
    expect(seeing.faults).toEqual(['outbox-restored-1']);
  });
});
