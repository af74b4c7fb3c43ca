import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeFields } from '../../server/cli/field-commands.ts';
import { fieldsOf, proceduresOf } from '../../server/store/fields.ts';
import { removeTree } from '../../server/store/remove-tree.ts';
import { openOffice } from '../fakes/office.ts';
import { databases } from './dialects.ts';

/** Fields, procedures and accounts, and the migration to them, on both databases. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('fields of before go to the trees that name them, and accounts know their last sign-in', async () => {
      const { db, reopen } = await database.openFirst('0005-campaigns');
      for (const tree of ['real', 'demo']) {
        await sql`insert into units values (${tree}, null, ${tree}, 'xa', 'Xã', 'Commune', '2025-07-01', null)`.execute(
          db,
        );
        const fields = tree === 'real' ? '["ht"]' : '[]';
        await sql`insert into service_points values (${tree}, ${tree}, 'Điểm', 'Point', '[]', ${fields}, '2025-07-01', null)`.execute(
          db,
        );
      }
      for (const code of ['ht', 'ct'])
        await sql`insert into fields values (${code}, 'Tên', 'Name')`.execute(db);
      await sql`insert into accounts (id, login, name, role, unit, password, closed) values ('a', 'an', 'An', 'reader', 'real', null, 0)`.execute(
        db,
      );
      const at = Date.parse('2026-11-20T09:00:00+07:00');
      await sql`insert into audit values ('1', ${at - 86_400_000}, 'a', 'real', 'sign-in', null, '{}'), ('2', ${at}, 'a', 'real', 'sign-in', null, '{}')`.execute(
        db,
      );
      await db.destroy();
      const store = await reopen();
      expect((await fieldsOf(store.read, 'real')).map(({ code }) => code)).toEqual(['ht']);
      expect((await fieldsOf(store.read, 'demo')).map(({ code }) => code)).toEqual(['ct', 'ht']);
      expect((await fieldsOf(store.read, 'real'))[0]).toMatchObject({
        validFrom: '2025-07-01',
        validTo: null,
      });
      const account = await store.read.selectFrom('accounts').selectAll().executeTakeFirstOrThrow();
      expect(account.last_sign_in).toBe('2026-11-20');
      await store.close();
    });

    test('a list goes into the real tree, and the demo takes its own fields along when it is removed', async () => {
      const { store } = await database.open();
      const office = await openOffice({ store });
      const place = { store, random: office.random, clock: () => office.now };
      for (let times = 0; times < 2; times++) await takeFields(place, ['commune'], { check: false });
      await store.write(async (tx) => {
        await tx
          .insertInto('fields')
          .values({
            tree: 'demo',
            code: 'ht',
            name_vi: 'a',
            name_en: 'a',
            valid_from: '2025-07-01',
            valid_to: null,
          })
          .execute();
        await removeTree(tx, 'demo', '2026-11-20');
      });
      expect(await fieldsOf(store.read, 'demo')).toEqual([]);
      expect(await proceduresOf(store.read, 'real')).toHaveLength(35);
      await store.close();
    });
  });
}
