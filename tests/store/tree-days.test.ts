import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readHistory } from '../../server/store/unit-history.ts';
import { databases } from './dialects.ts';

/** The migration to units and service points by dates, on both databases. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('what was there before has one version, from its first day on', async () => {
      const { db, reopen } = await database.openFirst('0007-codes');
      const name = { name_vi: 'Xã Cũ', name_en: 'Old commune' };
      const dates = { valid_from: '2025-07-01', valid_to: null };
      const unit = { id: 'u1', parent: null, tree: 'real', kind: 'xa', ...name, ...dates };
      await db.insertInto('units').values(unit).execute();
      const point = { id: 'p1', unit: 'u1', ...name, opening: '[]', fields: '["ht"]', ...dates };
      await db.insertInto('service_points').values(point).execute();
      await db.destroy();
      const store = await reopen();
      const { unitVersions, pointVersions, points } = await readHistory(store.read);
      const said = { starts: '2025-07-01', name: { vi: 'Xã Cũ', en: 'Old commune' } };
      expect([...unitVersions.values()].flat()).toEqual([{ ...said, unit: 'u1', parent: null, kind: 'xa' }]);
      expect([...pointVersions.values()].flat()).toEqual([
        { ...said, point: 'p1', unit: 'u1', parent: null, opening: [], fields: ['ht'] },
      ]);
      expect(points[0]).not.toHaveProperty('parent');
      await store.close();
    });
  });
}
