import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allCampaigns } from '../../server/store/campaigns.ts';
import { copyTables } from '../../server/store/copy-database.ts';
import { writeDay, writtenDays } from '../../server/store/days-off.ts';
import { openSqlite } from '../../server/store/store.ts';
import { addTargetStep, targetInForce, targetSteps } from '../../server/store/targets.ts';
import { databases } from './dialects.ts';

/** Campaigns, targets and days off, and the migration to them, on both databases. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('a database of before keeps its campaigns and targets, and takes steps and days off', async () => {
      const { db, reopen } = await database.openFirst();
      for (const statement of [
        sql`insert into units values ('u', null, 'real', 'xa', 'Xã', 'Commune', '2025-07-01', null)`,
        sql`insert into questionnaires values ('sp39', 1, '{}', '')`,
        sql`insert into campaigns values ('c', 'u', 'Khảo sát', 'Survey', 'sp39', 1, '2025-07-01', null, 'mean5', 'pooled')`,
        sql`insert into targets values ('u', 2026, 92.5, 'Nghị quyết', 'Resolution')`,
      ])
        await statement.execute(db);
      await db.destroy();
      const store = await reopen();
      expect(await allCampaigns(store.read)).toEqual([
        {
          id: 'c',
          unit: 'u',
          name: { vi: 'Khảo sát', en: 'Survey' },
          questionnaire: 'sp39',
          version: 1,
          starts: '2025-07-01',
          ends: null,
          statistic: 'mean5',
          aggregation: 'pooled',
          covers: null,
          forms: {
            kiosk: 'express',
            qr: 'express',
            ticket: 'express',
            assisted: 'full',
            call: 'express',
            paper: 'full',
          },
          thresholds: { watchBelow: 90, warnBelow: 80, formsBelow: 0 },
          plan: null,
        },
      ]);
      const source = { vi: 'Kế hoạch', en: 'Plan' };
      const step = { unit: 'u', year: 2026, field: '', source, at: 1_780_000_000_000, account: null };
      await store.write(async (tx) => {
        await addTargetStep(tx, { ...step, percent: 95, from: '2026-06-01' });
        await addTargetStep(tx, { ...step, percent: null, from: '2026-11-01' });
        const day = { unit: 'u', day: '2026-12-24', like: 1, name: source };
        await writeDay(tx, { ...day, kind: 'usual' });
        await writeDay(tx, { ...day, kind: 'off' });
      });
      const steps = await targetSteps(store.read, ['u']);
      const percentOn = (day: string) => targetInForce(steps, ['u'], 2026, day)?.percent;
      expect(['2025-12-14', '2025-12-15', '2026-05-31', '2026-06-01', '2026-11-01'].map(percentOn)).toEqual([
        undefined,
        92.5,
        92.5,
        95,
        undefined,
      ]);
      expect(await writtenDays(store.read)).toEqual([
        { unit: 'u', day: '2026-12-24', kind: 'off', like: 1, name: source },
      ]);
      const copy = await openSqlite(':memory:');
      await store.snapshot((read) => copy.write((tx) => copyTables(read, tx)));
      expect(await targetSteps(copy.read)).toEqual(steps);
      await copy.close();
      await store.close();
    });
  });
}
