import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createAccept } from '../../server/ingest/accept.ts';
import type { Sender } from '../../server/ingest/judge.ts';
import { loadCatalogue, shapeFor, tallyContext } from '../../server/store/catalogue.ts';
import { deviceById } from '../../server/store/devices.ts';
import { addServicePoint } from '../../server/store/organisation.ts';
import { reattribute } from '../../server/store/reattribution.ts';
import { recount } from '../../server/store/recount.ts';
import { countSubmissions } from '../../server/store/submissions.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { batchOf, bytesOf, type EnrolledTablet, type Office, openOffice } from '../fakes/office.ts';
import { databases } from './dialects.ts';

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    let office: Office;
    let tablets: EnrolledTablet[];
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    beforeEach(async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      office = await openOffice({ store });
      tablets = [await office.enrol('Ki-ốt 1'), await office.enrol('Ki-ốt 2')];
    });

    const send = async (from: EnrolledTablet, ps: readonly string[]) => {
      const answer = await office.call('/api/v1/batches', { body: batchOf(from, ps), token: from.token });
      return ((await answer.json()) as Receipts).receipts.map(([, kind]) => kind);
    };
    const some = (count: number) => Array.from({ length: count }, () => bytesOf(office));
    async function expectExact(count: number): Promise<void> {
      const { read } = office.store;
      expect(await countSubmissions(read)).toBe(count);
      const { submissions, differences } = await recount(read, shapeFor(await loadCatalogue(read)));
      expect({ submissions, differences }).toEqual({ submissions: count, differences: [] });
    }
    const ledgers = async () => {
      const rows = await office.store.read.selectFrom('devices').select(['accepted', 'held']).execute();
      return rows.map(({ accepted, held }) => `${accepted} ${held}`).sort();
    };

    test('parcels that come at the same time are judged like one after the other', async () => {
      const [own, shared] = [some(7), some(3)];
      const elsewhere = bytesOf(office, { sp: 'elsewhere' });
      const answers = await Promise.all([
        send(tablets[0]!, [...own, ...shared]),
        send(tablets[1]!, shared),
        send(tablets[0]!, own),
        send(tablets[1]!, [elsewhere, ...some(2)]),
      ]);
      // whichever was the first: each is stored once, and the others hear that it was
      expect(answers.flat().filter((kind) => kind === 'stored')).toHaveLength(12);
      expect(answers.flat().filter((kind) => kind === 'dup')).toHaveLength(10);
      expect(answers[3][0]).toBe('held');
      await expectExact(12);
      const sums = (await ledgers()).map((text) => text.split(' ').map(Number));
      expect(sums.reduce(([a, b], [c, d]) => [a! + c!, b! + d!], [0, 0])).toEqual([12, 1]);
    });

    test('a parcel that fails takes no other with it', async () => {
      const accept = createAccept({ store: office.store, clock: () => office.now, keys: office.keys });
      const device = (await deviceById(office.store.read, tablets[0]!.id))!;
      const sender: Sender = { kind: 'device', device };
      const parcel = (...ps: string[]) => ({ proto: 1, items: ps.map((p) => ({ p })) });
      const roomToHold = () => Promise.reject(new Error('nobody knows'));
      const settled = await Promise.allSettled([
        accept(parcel(...some(2)), sender),
        accept(parcel('{}'), sender, { roomToHold }),
        accept(parcel(...some(3)), sender),
      ]);
      expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      await expectExact(5);
    });

    test('tallies that somebody else has changed in between are read anew', async () => {
      const name = { vi: 'Điểm khác', en: 'Another point' };
      const place = { id: 'other', unit: office.unit, name, opening: [], fields: [] };
      await office.store.write((tx) =>
        addServicePoint(tx, { ...place, validFrom: '2025-07-01', validTo: null }),
      );
      await send(tablets[0]!, some(12));
      await send(tablets[0]!, some(4));
      await office.store.write(async (tx) => {
        const days = { fromDay: '2026-11-20', toDay: '2026-11-20', day: '2026-11-20' };
        const asked = { from: office.point, to: 'other', reason: 'set up wrongly', author: 'test', ...days };
        await reattribute(tx, asked, tallyContext(await loadCatalogue(tx), office.now));
      });
      await send(tablets[0]!, some(3));
      await send(tablets[1]!, [bytesOf(office, { b: '2026-11-19PM' })]);
      await expectExact(20);
    });

    test('what was kept of a transaction that was undone is not believed', async () => {
      await send(tablets[0]!, some(2));
      const undone = office.store.write(async (tx) => {
        await tx.deleteFrom('tally_marks').execute();
        throw new Error('undone');
      });
      const [, stored] = await Promise.all([
        expect(undone).rejects.toThrow('undone'),
        send(tablets[0]!, some(11)),
      ]);
      expect(stored).toHaveLength(11);
      await send(tablets[0]!, some(1));
      await expectExact(14);
    });
  });
}
