import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../tests/fakes/memory-journal.ts';
import { memoryShelf } from '../../tests/fakes/memory-shelf.ts';
import { keepKey, makeKey, recallKey } from '../device/key.ts';
import type { Shelf } from '../device/shelf.ts';
import { deviceProbes, type ProbeDeps } from './device-probes.ts';
import { CHECKS, runSelfTest } from './self-test.ts';

/** A tablet on which everything works, but for the changes. */
function probesOf(change: Partial<ProbeDeps> = {}, shelf: Shelf = memoryShelf()) {
  const files = memoryFiles();
  return deviceProbes({
    tree: 'real',
    hasInterfaces: () => true,
    persistence: async () => ({ persisted: true, freeBytes: 8e9 }),
    reopened: (work) => work(shelf),
    journal: (work) => work(files),
    isEnrolled: async () => true,
    hasOfflineCopy: async () => true,
    clockOffsetMs: () => 0,
    contact: async () => ({ kind: 'known', serverNowMs: 0 }),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    ...change,
  });
}
const endsOf = (change: Partial<ProbeDeps>, shelf?: Shelf) =>
  runSelfTest(probesOf(change, shelf), CHECKS, () => {});

describe('the self-test over the parts of a tablet', () => {
  it('passes where everything works, and leaves nothing behind in the journal', async () => {
    const files = memoryFiles();
    const ends = await endsOf({ journal: (work) => work(files) });
    expect(new Set(Object.values(ends))).toEqual(new Set(['ok']));
    expect(Object.keys(ends)).toHaveLength(CHECKS.length);
    expect([...files.files.keys()]).toEqual([]);
  });

  it.each<[Partial<ProbeDeps>, object]>([
    [{ hasInterfaces: () => false }, { browser: 'bad' }],
    [{ persistence: async () => ({ persisted: false, freeBytes: 8e9 }) }, { persisted: 'bad' }],
    [
      { tree: 'demo', persistence: async () => ({ persisted: false, freeBytes: 8e9 }) },
      { persisted: 'warn' },
    ],
    [{ persistence: async () => ({ persisted: true, freeBytes: 499_999_999 }) }, { free: 'warn' }],
    [{ persistence: async () => ({ persisted: true, freeBytes: 199_999_999 }) }, { free: 'bad' }],
    [{ persistence: async () => ({ persisted: true, freeBytes: null }) }, { free: 'ok' }],
    [{ isEnrolled: async () => false }, { words: 'bad' }],
    [{ hasOfflineCopy: async () => false }, { words: 'warn' }],
    [{ clockOffsetMs: () => -600_001 }, { clock: 'warn' }],
    [{ clockOffsetMs: () => null }, { clock: 'warn' }],
    [{ contact: async () => ({ kind: 'none' }) }, { contact: 'warn' }],
    [{ contact: async () => ({ kind: 'unknown-token' }) }, { contact: 'bad' }],
  ])('%o ends as %o', async (change, ends) => {
    expect(await endsOf(change)).toMatchObject(ends);
  });

  it('finds a database that forgets, one that throws, and a journal that cannot be written', async () => {
    const forgetful: Shelf = { read: async () => undefined, write: async () => {} };
    expect(await endsOf({}, forgetful)).toMatchObject({ database: 'bad', key: 'bad', journal: 'ok' });
    const broken: Shelf = {
      read: () => Promise.reject(new Error('UnknownError')),
      write: () => Promise.reject(new Error('UnknownError')),
    };
    expect(await endsOf({}, broken)).toMatchObject({ database: 'bad', key: 'bad' });
    const files = memoryFiles();
    files.fail(true);
    expect(await endsOf({ journal: (work) => work(files) })).toMatchObject({
      journal: 'bad',
      database: 'ok',
    });
  });

  it('finds a key that cannot be stored, as in lockdown mode', async () => {
    const shelf = memoryShelf();
    const locked: Shelf = {
      read: shelf.read,
      write: async (name, value) => {
        if (name.includes('key') && value !== null) throw new DOMException('no clone', 'DataCloneError');
        return shelf.write(name, value);
      },
    };
    expect(await endsOf({}, locked)).toMatchObject({ key: 'bad', database: 'ok' });
  });

  it('signs with the device’s own key where there is one, and changes nothing about it', async () => {
    const shelf = memoryShelf();
    await keepKey(shelf, await makeKey());
    const before = await recallKey(shelf);
    expect(await endsOf({}, shelf)).toMatchObject({ key: 'ok' });
    expect(await recallKey(shelf)).toEqual(before);
    expect(await shelf.read('probe-key')).toBeUndefined();
  });
});
