import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { movesAfter, newestMove, noteMoves } from '../../server/store/moves.ts';
import { removeTree } from '../../server/store/remove-tree.ts';
import { openOffice } from '../fakes/office.ts';
import { databases } from './dialects.ts';

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('a move is found by whoever looks later, once for each place and kind, and goes with a demo', async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      const { point } = await openOffice({ store, tree: 'demo' });
      expect(await newestMove(store.read)).toBe(0);
      await store.write((tx) => noteMoves(tx, 'figures', []));
      for (const kind of ['figures', 'alerts', 'figures'] as const)
        await store.write((tx) => noteMoves(tx, kind, [point, point]));
      expect(await newestMove(store.read)).toBe(3);
      expect(await movesAfter(store.read, 1)).toEqual(
        expect.arrayContaining([
          { kind: 'figures', point },
          { kind: 'alerts', point },
        ]),
      );
      expect(await movesAfter(store.read, 2)).toEqual([{ kind: 'figures', point }]);
      await store.write((tx) => removeTree(tx, 'demo', '2026-11-20'));
      expect(await movesAfter(store.read, 0)).toEqual([]);
    });
  });
}
