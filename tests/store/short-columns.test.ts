import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { clearNew } from '../../server/store/begin-anew.ts';
import { copyTables } from '../../server/store/copy-database.ts';
import { knownLeaves, leafOf } from '../../server/store/leaves.ts';
import { bytesOfStored, packSubmission } from '../../server/store/packed-submission.ts';
import { eachSubmission, type StoredText } from '../../server/store/roots.ts';
import { openSqlite } from '../../server/store/store.ts';
import { insertSubmissions } from '../../server/store/submissions.ts';
import { databases } from './dialects.ts';

const golden = JSON.parse(
  readFileSync(new URL('../fixtures/submissions-v1.json', import.meta.url), 'utf8'),
) as { readonly p: string }[];
const ps = golden.map(({ p }) => p).sort();
const idOf = (p: string) => (JSON.parse(p) as { readonly id: string }).id;
const rowOf = (p: string, id = idOf(p)) => ({
  id,
  p: packSubmission(id, p),
  half_day: '2026-11-20AM',
  standing: 'counted',
});
/** Spellings of an id that PostgreSQL would take for it, and one that it would not. */
const ODD = [idOf(ps[0]!).toUpperCase(), `{${idOf(ps[0]!)}}`, idOf(ps[0]!).replaceAll('-', ''), 'five'];

/** Ids and flags in the columns of decision 0077, and the migration to them, on both databases. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('ids, bytes and flags of a former release are what they were, page by page', async () => {
      const { db, reopen } = await database.openFirst('0037-packed-rows');
      await db
        .insertInto('submissions')
        .values(ps.map((p) => rowOf(p)))
        .execute();
      const flags = ps.map((p, at) => ({ leaf: Buffer.from(leafOf(p), 'hex'), kept: at % 2, sealed: 1 }));
      await db.insertInto('leaves').values(flags).execute();
      await db.destroy();
      const store = await reopen();
      onTestFinished(() => store.close());
      const rows: StoredText[] = [];
      for await (const row of eachSubmission(store.read)) rows.push(row);
      expect(rows.map(({ id }) => id)).toEqual(ps.map(idOf).sort());
      expect(rows.map(({ p }) => p).sort()).toEqual(ps);
      const known = await knownLeaves(store.read, ps.map(leafOf));
      expect(ps.map((p) => known.get(leafOf(p)))).toEqual(
        ps.map((_, at) => ({ kept: at % 2 === 1, sealed: true })),
      );
    });

    test('nothing is taken under an id that would come out otherwise', async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      for (const id of ODD) {
        const one = { id, p: ps[0]!, halfDay: '2026-11-20AM', standing: 'counted' } as const;
        const taken = store.write((tx) => insertSubmissions(tx, [one]));
        await expect(taken, id).rejects.toThrow('ids have been read');
      }
    });

    if (database.name === 'SQLite') return;

    test('a database that somebody wrote another id into stays as it is', async () => {
      const { db, reopen } = await database.openFirst('0037-packed-rows');
      await db.insertInto('submissions').values(rowOf(ps[1]!)).execute();
      for (const id of ODD) {
        await db.insertInto('submissions').values(rowOf(ps[0]!, id)).execute();
        await expect(reopen(), id).rejects.toThrow(`whose id is "${id}"`);
        const row = await db.deleteFrom('submissions').where('id', '=', id).returningAll().executeTakeFirst();
        expect(row && bytesOfStored(row)).toBe(ps[0]);
      }
      await db.destroy();
      await (await reopen()).close();
    });

    test('no copy of SQLite brings another id in', async () => {
      const from = await openSqlite(':memory:');
      onTestFinished(() => from.close());
      const { store } = await database.open();
      onTestFinished(() => store.close());
      for (const id of ODD) {
        await from.write((tx) => tx.deleteFrom('submissions').execute());
        await from.write((tx) => tx.insertInto('submissions').values(rowOf(ps[0]!, id)).execute());
        const copied = store.write((tx) => clearNew(tx).then(() => copyTables(from.read, tx)));
        await expect(copied).rejects.toThrow(`whose id is "${id}"`);
      }
      expect(await store.read.selectFrom('submissions').selectAll().execute()).toEqual([]);
    });
  });
}
