import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyDatabase, openCopy } from '../../server/store/copy-database.ts';
import {
  clipBytes,
  enabledPacks,
  languagesOfPoints,
  packOf,
  packsOf,
  putClip,
  putLanguagesOf,
  putPack,
  removePack,
  type StoredPack,
} from '../../server/store/language-packs.ts';
import { removeTree } from '../../server/store/remove-tree.ts';
import { NO_ABOUT } from '../../shared/language-pack.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOffice } from '../fakes/office.ts';
import { sampleMp3 } from '../fakes/sample-pack.ts';
import { databases } from './dialects.ts';

/** Language packs on both databases: kept by tree and code, recordings once by their bytes. */
const [A, B] = ['a'.repeat(64), 'b'.repeat(64)];
const pack = (code: string, clips: Record<string, string>): StoredPack => ({
  schema: 1,
  code,
  name: 'Kơho',
  nameVi: 'Tiếng K’Ho',
  questionnaire: { id: 'sp39', version: 1 },
  about: { ...NO_ABOUT, date: '2026-11-20', voice: 'human' },
  texts: { thanksTitle: 'Ưn ngai “Ông/Bà”' },
  clips: Object.fromEntries(Object.entries(clips).map(([key, sha256]) => [key, { sha256, bytes: 208 }])),
  hash: code,
  isEnabled: true,
});

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('a pack comes back as it was kept, each recording lies there once and goes with its last user', async () => {
      const { store } = await database.open();
      await openOffice({ store });
      const kho = pack('kho', { sample: A, thanks: A, review: B });
      await store.write(async (tx) => {
        for (const sha256 of [A, B, A]) await putClip(tx, sha256, sampleMp3(Number(sha256 === B)));
        await putPack(tx, 'real', kho);
        await putPack(tx, 'demo', pack('kho', { sample: A }));
      });
      expect(await packOf(store.read, 'real', 'kho')).toEqual(kho);
      expect(Buffer.from((await clipBytes(store.read, 'real', B))!)).toEqual(Buffer.from(sampleMp3(1)));
      expect(await clipBytes(store.read, 'demo', B)).toBeUndefined();
      const clips = async () => (await store.read.selectFrom('clips').select('sha256').execute()).length;
      expect(await clips()).toBe(2);
      await store.write((tx) => removePack(tx, 'real', 'kho'));
      expect(await packsOf(store.read, 'real')).toEqual([]);
      expect(await clips()).toBe(1);
      await store.write((tx) => removeTree(tx, 'demo', '2026-11-20'));
      expect(await clips()).toBe(0);
      await store.close();
    });

    test('only what is enabled, in its tree and for its version, is offered and may be heard', async () => {
      const { store } = await database.open();
      await openOffice({ store });
      await store.write(async (tx) => {
        await putClip(tx, A, sampleMp3());
        await putPack(tx, 'real', { ...pack('kho', { sample: A }), isEnabled: false });
      });
      const version = { id: 'sp39', version: 1 };
      expect(await enabledPacks(store.read, 'real', version)).toEqual([]);
      expect(await clipBytes(store.read, 'real', A, { enabledOnly: true })).toBeUndefined();
      await store.write((tx) => putPack(tx, 'real', pack('kho', { sample: A })));
      expect(await enabledPacks(store.read, 'real', version)).toEqual([
        { code: 'kho', name: 'Kơho', hash: 'kho', voice: 'human' },
      ]);
      expect(await enabledPacks(store.read, 'real', { ...version, version: 2 })).toEqual([]);
      expect(await enabledPacks(store.read, 'training', version)).toEqual([]);
      expect(await clipBytes(store.read, 'real', A, { enabledOnly: true })).toBeDefined();
      await store.close();
    });

    test('a database of before takes packs in, and a copy of it holds them', async () => {
      const { db, reopen } = await database.openFirst('0009-link-makers');
      await db.destroy();
      const store = await reopen();
      const office = await openOffice({ store });
      await store.write(async (tx) => {
        for (const sha256 of [A, B]) await putClip(tx, sha256, sampleMp3(Number(sha256 === B)));
        await putPack(tx, 'real', pack('kho', { sample: A, thanks: B }));
        await putLanguagesOf(tx, office.point, ['kho', 'vi', 'en']);
        await putLanguagesOf(tx, office.point, ['en', 'vi']);
      });
      const folder = mkdtempSync(join(tmpdir(), 'sipas-packs-'));
      await copyDatabase(store, join(folder, 'copy.db'));
      const copy = openCopy(join(folder, 'copy.db'));
      expect(await packsOf(copy.read, 'real')).toEqual(await packsOf(store.read, 'real'));
      expect((await clipBytes(copy.read, 'real', B))?.length).toBe(208);
      expect([...(await languagesOfPoints(copy.read))]).toEqual([[office.point, ['en', 'vi']]]);
      await copy.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    });
  });
}
