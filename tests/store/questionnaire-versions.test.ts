import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyTables } from '../../server/store/copy-database.ts';
import { addDraft, draftsOf } from '../../server/store/questionnaire-drafts.ts';
import { publish, retireVersion, versionsOf } from '../../server/store/questionnaires.ts';
import { openSqlite } from '../../server/store/store.ts';
import { draftFrom } from '../../shared/questionnaire-draft.ts';
import { databases } from './dialects.ts';

const document = readFileSync(new URL('../../server/questionnaires/sp39-1.json', import.meta.url), 'utf8');

/** The migration to versions that an office makes itself, on both databases. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('what was published before belongs to every tree and can be chosen; own versions, retirements and drafts are copied', async () => {
      const { db, reopen } = await database.openFirst('0019-moves');
      await db
        .insertInto('questionnaires')
        .values({ id: 'sp39', version: 1, document, sha256: 'ab'.repeat(32) })
        .execute();
      await db.destroy();
      const store = await reopen();
      const sp39 = { sha256: 'ab'.repeat(32), published: null, retired: null };
      expect(await versionsOf(store.read, 'demo')).toMatchObject([sp39]);
      const { questionnaire } = (await versionsOf(store.read, 'real'))[0]!;
      await store.write(async (tx) => {
        const own = document.replace('"id": "sp39"', '"id": "donvi"');
        await publish(tx, own, { tree: 'real', published: '2026-11-20' });
        await retireVersion(tx, 'real', { id: 'sp39', version: 1 }, '2026-11-21');
        const base = { id: 'sp39', version: 1 };
        const draft = draftFrom(questionnaire);
        await addDraft(tx, {
          id: 'q1',
          tree: 'real',
          base,
          draft,
          edition: 1,
          changed: '2026-11-20',
          account: 'a',
        });
      });
      expect(await versionsOf(store.read, 'demo')).toMatchObject([sp39]);
      const copy = await openSqlite(':memory:');
      await store.snapshot((read) => copy.write((tx) => copyTables(read, tx)));
      for (const { read } of [store, copy]) {
        expect(await versionsOf(read, 'real')).toMatchObject([
          { ...sp39, retired: '2026-11-21' },
          { questionnaire: { id: 'donvi' }, published: '2026-11-20', retired: null },
        ]);
        expect((await draftsOf(read, 'real'))[0]?.draft.items).toHaveLength(39);
      }
      await copy.close();
      await store.close();
    });
  });
}
