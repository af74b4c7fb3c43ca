import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOfSeal } from '../../server/store/packed-seal.ts';
import { bytesOfStored, isPacked } from '../../server/store/packed-submission.ts';
import { newTabletKey, sealChain } from '../fakes/tablet-key.ts';
import { databases } from './dialects.ts';

const golden = JSON.parse(
  readFileSync(new URL('../fixtures/submissions-v1.json', import.meta.url), 'utf8'),
) as { readonly p: string }[];
const idOf = (p: string) => (JSON.parse(p) as { readonly id: string }).id;

/** Rows of before decision 0072, and the migration that packs them, on both databases. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('submissions and seals of a former release are packed, and come out byte for byte', async () => {
      const { db, reopen } = await database.openFirst('0033-imported-results');
      const ps = golden.map(({ p }) => p);
      // whoever sent it wrote it with a space
      ps[0] = ps[0]!.replace(',', ', ');
      for (const p of ps) {
        const row = { id: idOf(p), p: Buffer.from(p), half_day: '2026-11-20AM', standing: 'counted' };
        await db.insertInto('submissions').values(row).execute();
      }
      const chain = sealChain({ id: 'd2', key: newTabletKey() });
      const seals = [chain.seal(ps), chain.seal(ps.slice(0, 1)), chain.seal(ps.slice(1, 6))];
      // and somebody who could has changed a text in the database
      seals[1] = { ...seals[1]!, s: seals[1]!.s.replace('"v":1', '"v":1,"w":2') };
      for (const [at, { s, sig }] of seals.entries())
        await sql`insert into seals (device, n, hash, prev, total, b, s, sig, root) values ('d2', ${at + 1}, ${`h${at}`}, 'p', ${totalIn(s)}, '2026-11-20AM', ${s}, ${sig}, 3)`.execute(
          db,
        );
      await db.destroy();

      const store = await reopen();
      const rows = await store.read.selectFrom('submissions').selectAll().orderBy('id').execute();
      expect(rows.map(bytesOfStored).sort()).toEqual([...ps].sort());
      expect(rows.filter(({ p }) => !isPacked(p)).map(({ id }) => id)).toEqual([idOf(ps[0])]);
      const now = await store.read.selectFrom('seals').selectAll().orderBy('n').execute();
      expect(now.map(textOfSeal)).toEqual(seals);
      expect(now.map(({ s }) => s)).toEqual([null, seals[1].s, null]);
      expect(now.map(({ hash, root }) => [hash, root])).toEqual([
        ['h0', 3],
        ['h1', 3],
        ['h2', 3],
      ]);
      await store.close();
    });
  });
}

const totalIn = (s: string) => (JSON.parse(s) as { readonly total: number }).total;
