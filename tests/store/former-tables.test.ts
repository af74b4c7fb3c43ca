import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeTree } from '../../server/store/remove-tree.ts';
import {
  importedMarks,
  importedOf,
  putImported,
  removeImported,
  sizesIn,
  type StoredTable,
} from '../../server/store/stored-imports.ts';
import { openOffice } from '../fakes/office.ts';
import { databases } from './dialects.ts';

/** Tables of former years, and the migration to them, on both databases. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('a unit has one table of a period; a file takes with it what still stands as it left it, and a tree all of its own', async () => {
      const { db, reopen } = await database.openFirst('0032-tally-marks');
      await db.destroy();
      const store = await reopen();
      const { unit } = await openOffice({ store, tree: 'demo' });
      const table = (period: string, forms: number, file: string): StoredTable => ({
        unit,
        period,
        questionnaire: 'sp33',
        version: 1,
        forms,
        policy: 0,
        service: forms - 1,
        items: [{ number: 15, name: 'Tiếp cận', levels: [0, 0, 1, 2, forms - 4], noOpinion: null }],
        file,
        day: '2026-11-20',
        account: 'an',
        reason: null,
      });
      const [old, kept] = [table('report-2022-year', 20, 'f1'), table('report-2023-year', 30, 'f1')];
      const newer = { ...table('report-2022-year', 25, 'f2'), reason: 'Đếm lại phiếu' };
      await store.write(async (tx) => {
        for (const one of [old, kept, newer]) await putImported(tx, one);
      });
      expect(await importedOf(store.read, [unit])).toEqual([newer, kept]);
      expect(await sizesIn(store.read, ['report-2023-year'])).toEqual([
        { unit, period: 'report-2023-year', forms: 30, policy: 0, service: 29 },
      ]);
      expect(await store.write((tx) => removeImported(tx, 'f1', [unit]))).toBe(1);
      expect(await store.write((tx) => removeImported(tx, 'f2', ['elsewhere']))).toBe(0);
      expect((await importedMarks(store.read, [unit])).map(({ file }) => file)).toEqual(['f2']);
      await store.write((tx) => removeTree(tx, 'demo', '2026-11-20'));
      expect(await store.read.selectFrom('imported_results').selectAll().execute()).toEqual([]);
      await store.close();
    });
  });
}
