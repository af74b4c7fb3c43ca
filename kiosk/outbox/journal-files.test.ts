import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../tests/fakes/memory-journal.ts';
import { memoryFolder } from '../../tests/fakes/memory-folder.ts';
import { filesIn } from './journal-files.ts';
import { scanFile } from './journal-format.ts';
import { openJournal } from './journal.ts';

const record = (n: number) => ({ p: `{"v":1,"id":"id-${n}"}` });

describe('the files of the journal', () => {
  it('hold after a power cut everything that was said to be durable, and count nothing that is not there', async () => {
    const folder = memoryFolder();
    const journal = openJournal(filesIn(folder));
    await journal.open();
    for (let n = 1; n <= 8; n++) {
      await journal.append(record(n), n);
      const { records, head } = scanFile(folder.afterPowerCut().get('open-0')!);
      expect(records).toHaveLength(n);
      expect(head!.total).toBeLessThanOrEqual(n);
    }
    await journal.seal(1, [record(3), record(1), record(2)]);
    const cut = folder.afterPowerCut();
    expect(scanFile(cut.get('seal-1')!).records).toEqual([record(3), record(1), record(2)]);
    expect(scanFile(cut.get('open-1')!)).toMatchObject({ head: { total: 8 }, damaged: 0 });
    expect(scanFile(cut.get('open-1')!).records).toEqual([4, 5, 6, 7, 8].map(record));
  });

  it('every file stands there before anything has to be written into it', async () => {
    const folder = memoryFolder();
    const journal = openJournal(filesIn(folder));
    const names = () => [...folder.afterPowerCut().keys()].sort();
    await journal.open();
    expect(names()).toEqual(['facts-0', 'facts-1', 'open-0', 'open-1', 'seal-1']);
    for (let n = 1; n <= 3; n++) await journal.append(record(n), n);
    await journal.seal(1, [record(3), record(1), record(2)]);
    expect(names()).toEqual(['facts-0', 'facts-1', 'open-0', 'open-1', 'seal-1', 'seal-2']);
    // A file that is only made ready is no record and no damage.
    const again = await openJournal(filesIn(folder)).open();
    expect(again).toMatchObject({ damaged: 0, open: [], total: 3 });
    expect([...again.sealed.keys()]).toEqual([1]);
  });

  it('a write that a full disk refuses without a word is a failure, and what stood there is read again', async () => {
    const folder = memoryFolder();
    const journal = openJournal(filesIn(folder));
    await journal.open();
    await journal.append(record(1), 1);
    folder.isFull = true;
    await expect(journal.append(record(2), 2)).rejects.toThrow();
    await expect(journal.seal(1, [record(1)])).rejects.toThrow();
    folder.isFull = false;
    const { open, damaged, total } = await openJournal(filesIn(folder)).open();
    expect({ open, damaged, total }).toEqual({ open: [record(1)], damaged: 0, total: 1 });
  });

  it('two pages wait for each other and are never refused for good', async () => {
    const folder = memoryFolder();
    const [one, other] = [openJournal(filesIn(folder)), openJournal(filesIn(folder))];
    await Promise.all([one.open(), other.open()]);
    const appended = Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).append(record(n), n));
    await Promise.all(appended);
    expect((await openJournal(filesIn(folder)).open()).open).toHaveLength(20);
  });

  it('a power cut between any two steps of a seal leaves every record in at least one file', async () => {
    for (let steps = 0; steps < 4; steps++) {
      const files = memoryFiles();
      const journal = openJournal(files);
      await journal.open();
      for (let n = 0; n < 6; n++) await journal.append(record(n), n + 1);
      let left = steps;
      for (const name of ['write', 'remove'] as const) {
        const real = files[name] as (...given: unknown[]) => Promise<void>;
        Object.assign(files, {
          [name]: async (...given: unknown[]) => {
            if (left-- <= 0) throw new Error('the power is gone');
            await real(...given);
          },
        });
      }
      await journal.seal(1, [record(1), record(0), record(2)]).catch(() => {});
      const { open, sealed, total } = await openJournal(memoryFiles(files.files)).open();
      const found = [...open, ...[...sealed.values()].flat()].map(({ p }) => p);
      for (let n = 0; n < 6; n++) expect(found).toContain(record(n).p);
      expect(total).toBe(6);
    }
  });

  it('facts of the device are read back, and where the last file of them is damaged those before it', async () => {
    const files = memoryFiles();
    const journal = openJournal(files);
    const factsNow = async () => (await openJournal(files).open()).facts;
    await journal.open();
    expect(await factsNow()).toBeUndefined();
    await journal.saveFacts({ token: 't' });
    await journal.saveFacts({ token: 'u' });
    expect(await factsNow()).toEqual({ token: 'u' });
    // Opened again over another database, when the first cannot be read.
    expect((await journal.open()).facts).toEqual({ token: 'u' });
    files.files.set('facts-0', files.files.get('facts-0')!.slice(0, 5));
    expect(await factsNow()).toEqual({ token: 't' });
    files.files.set('facts-1', files.files.get('facts-1')!.slice(0, 5));
    expect(await factsNow()).toBeUndefined();
  });

  it('facts of the device outlast a full disk, before it and after it', async () => {
    const folder = memoryFolder();
    const journal = openJournal(filesIn(folder));
    const factsNow = async () => (await openJournal(filesIn(folder)).open()).facts;
    await journal.open();
    await journal.saveFacts({ token: 't' });
    folder.isFull = true;
    for (const token of ['u', 'v']) await expect(journal.saveFacts({ token })).rejects.toThrow();
    expect(await factsNow()).toEqual({ token: 't' });
    folder.isFull = false;
    await journal.saveFacts({ token: 'w' });
    expect(await factsNow()).toEqual({ token: 'w' });
  });
});
