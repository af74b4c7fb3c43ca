import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeTree } from '../../server/store/remove-tree.ts';
import {
  addToken,
  noteUse,
  removeEndedTokens,
  revokeToken,
  revokeTokensOf,
  tokenBySecret,
  tokensOf,
} from '../../server/store/stored-tokens.ts';
import type { NewToken } from '../../shared/wire/api-tokens.ts';
import { openOffice, signInAs } from '../fakes/office.ts';
import { databases } from './dialects.ts';

/** Access codes of programs, and the migration to them, on both databases. */
for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('a code opens until its last day or until it is revoked, and goes with its tree', async () => {
      const { db, reopen } = await database.openFirst('0025-cases');
      await db.destroy();
      const store = await reopen();
      const office = await openOffice({ store, tree: 'demo' });
      await signInAs(office, 'administrator');
      const { id: madeBy } = await store.read.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
      const days = { made: '2026-11-20', until: '2026-11-30' };
      const add = (id: string) =>
        store.write((tx) =>
          addToken(tx, {
            id,
            name: id,
            unit: office.unit,
            madeBy,
            ...days,
            scopes: ['figures:read', 'cases:read'],
            secretSha256: `hash ${id}`,
          }),
        );
      const opens = async (id: string, day: string) =>
        (await tokenBySecret(store.read, `hash ${id}`, day)) !== undefined;
      for (const id of ['a', 'b', 'c']) await add(id);
      await expect(
        store.write((tx) =>
          addToken(tx, {
            id: 'd',
            name: '',
            unit: office.unit,
            madeBy,
            ...days,
            scopes: [],
            secretSha256: 'hash a',
          }),
        ),
      ).rejects.toThrow();
      expect([await opens('a', '2026-11-30'), await opens('a', '2026-12-01')]).toEqual([true, false]);
      expect([await opens('x', '2026-11-20'), await opens('', '2026-11-20')]).toEqual([false, false]);
      await store.write((tx) => noteUse(tx, 'a', '2026-11-21'));
      expect(await store.write((tx) => revokeToken(tx, 'a', '2026-11-22'))).toBe(true);
      expect(await store.write((tx) => revokeToken(tx, 'a', '2026-11-23'))).toBe(false);
      expect(await opens('a', '2026-11-22')).toBe(false);
      expect(await store.write((tx) => revokeTokensOf(tx, madeBy, '2026-11-24'))).toBe(2);
      expect(
        (await tokensOf(store.read, [office.unit])).map(({ id, lastUsed, revoked, scopes }) => [
          id,
          lastUsed,
          revoked,
          scopes.length,
        ]),
      ).toEqual([
        ['a', '2026-11-21', '2026-11-22', 2],
        ['b', null, '2026-11-24', 2],
        ['c', null, '2026-11-24', 2],
      ]);
      expect(await store.write((tx) => removeEndedTokens(tx, '2026-11-23'))).toBe(1);
      await store.write((tx) => removeTree(tx, 'demo', '2026-11-25'));
      expect(await tokensOf(store.read, [office.unit])).toEqual([]);
      await store.close();
    });

    test('a program reads with it, and the last use is a day', async () => {
      const { store } = await database.open();
      const office = await openOffice({ store });
      const cookie = await signInAs(office, 'administrator');
      const body = { name: 'Kho dữ liệu', unit: office.unit, scopes: ['figures:read'], until: '2026-12-31' };
      const { secret } = (await (await office.call('/api/v1/tokens', { cookie, body })).json()) as NewToken;
      const answer = await office.call('/api/v1/units', { token: secret });
      expect(await answer.json()).toEqual([expect.objectContaining({ id: office.unit })]);
      const [row] = await tokensOf(store.read, [office.unit]);
      expect(row).toMatchObject({ lastUsed: '2026-11-20', scopes: ['figures:read'] });
      await store.close();
    });
  });
}
