import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases } from './dialects.ts';

/** The migration to facets that are released by themselves, on both databases. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('of an open half-month no facet stays aside, of a closed one that waits all do, the standings too', async () => {
      const { db, reopen } = await database.openFirst('0023-face-rechecks');
      const open = { service_point: 'p1', half_month: '2026-11/2', channel: 'kiosk', form: 'express' };
      const closed = { ...open, half_month: '2026-11/1' };
      await db
        .insertInto('pending_releases')
        .values([
          { ...open, waiting: 3, late: 0 },
          { ...closed, waiting: 4, late: 1 },
        ])
        .execute();
      const cell = { questionnaire: 'sp39', version: 1, standing: 'counted', vector: Buffer.from([1, 1, 5]) };
      const rows = [open, closed].flatMap((group) => [
        { ...group, ...cell, facet: '', value: '' },
        { ...group, ...cell, facet: 'sex', value: '1' },
      ]);
      await db.insertInto('released').values(rows).execute();
      await db.destroy();
      const store = await reopen();
      const left = await store.read.selectFrom('released').selectAll().execute();
      expect(left.map((row) => `${row.half_month} ${row.facet} ${row.value}`).sort()).toEqual([
        '2026-11/1  ',
        '2026-11/1 sex 1',
        '2026-11/1 standing ',
        '2026-11/2  ',
      ]);
      await store.close();
    });
  });
}
