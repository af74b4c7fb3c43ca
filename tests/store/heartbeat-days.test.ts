import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepHeartbeat } from '../../server/store/devices.ts';
import type { Heartbeat } from '../../shared/wire/device.ts';
import { openOffice } from '../fakes/office.ts';
import { databases } from './dialects.ts';

/** Totals of a day on both databases: of what was told the highest stays, whatever was lost, doubled or late. */
const beat = (day: Partial<Heartbeat['day']>): Heartbeat => ({
  dev: 'd',
  app: '0.1.0',
  total: 0,
  unsent: 0,
  sealNo: 0,
  free: null,
  persisted: true,
  faults: [],
  day: { date: '2026-11-20', wakes: 0, starts: 0, abandoned: [], ...day },
});

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('of a day the highest totals stay, packs and listening among them', async () => {
      const { store } = await database.open();
      const { id: device } = await (await openOffice({ store })).enrol();
      const told = [
        beat({ starts: 3, packs: { khmer: 2 }, heard: 1 }),
        beat({ starts: 5, packs: { khmer: 3, jrai: 1 }, heard: 4, abandoned: [1] }),
        beat({ starts: 5, packs: { khmer: 3, jrai: 1 }, heard: 4, abandoned: [1] }),
        // an older one that was held up, and one of a tablet that has begun its totals anew
        beat({ starts: 4, packs: { khmer: 2 }, heard: 2, abandoned: [0, 1] }),
        beat({ starts: 1 }),
      ];
      for (const heartbeat of told) await store.write((tx) => keepHeartbeat(tx, device, heartbeat, 1));
      const rows = await store.read.selectFrom('device_days').selectAll().execute();
      expect(rows).toHaveLength(1);
      expect(JSON.parse(rows[0]!.counts)).toEqual({
        date: '2026-11-20',
        wakes: 0,
        starts: 5,
        abandoned: [1, 1],
        packs: { jrai: 1, khmer: 3 },
        heard: 4,
      });
      await store.close();
    });

    test('a tablet that tells of neither leaves no trace of them', async () => {
      const { store } = await database.open();
      const { id: device } = await (await openOffice({ store })).enrol();
      await store.write((tx) => keepHeartbeat(tx, device, beat({ starts: 1 }), 1));
      const [row] = await store.read.selectFrom('device_days').selectAll().execute();
      expect(JSON.parse(row!.counts)).toEqual({ date: '2026-11-20', wakes: 0, starts: 1, abandoned: [] });
      await store.close();
    });
  });
}
