import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { recordReattribution } from '../../server/ingest/record-reattribution.ts';
import { loadCatalogue, shapeFor, tallyContext } from '../../server/store/catalogue.ts';
import { reviewCohort } from '../../server/store/cohort-reviews.ts';
import {
  addDue,
  bytesOfDue,
  dropDue,
  DUE_MOST,
  dueOfBytes,
  formsDue,
} from '../../server/store/facets-due.ts';
import { CUT_FACETS } from '../../server/store/facet-release.ts';
import { groupsDue } from '../../server/store/group-rows.ts';
import { addServicePoint } from '../../server/store/organisation.ts';
import { recount } from '../../server/store/recount.ts';
import { enterFacetsNow, releaseDue } from '../../server/store/release-due.ts';
import { NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import { decodeVector } from '../../shared/tally-bytes.ts';
import { headOf } from '../../shared/tally.ts';
import { batchOf, bytesOf, type EnrolledTablet, type Office, openOffice, signInAs } from '../fakes/office.ts';
import { databases } from './dialects.ts';

test('names of forms come back as they were given, and lie in no order of arrival', () => {
  const forms = [
    { id: 'f1d0c5c2-8f53-4b0a-9c41-0d4dbb0a1c11', standing: 'counted' as const },
    { id: '0a8e6c8e-3f0f-4d55-8a0c-4b9f6c1e2d33', standing: 'excluded' as const },
    { id: '7b3c9a10-1d2e-4f5a-b6c7-8d9e0f1a2b3c', standing: 'flagged' as const },
  ];
  const due = forms.reduce((all, form) => addDue(all, [form]), addDue([], []));
  expect(formsDue(dueOfBytes(bytesOfDue(due)))).toEqual([forms[1], forms[2], forms[0]]);
  expect(bytesOfDue(addDue([], forms.toReversed()))).toEqual(bytesOfDue(due));
  expect(formsDue(dropDue(due, forms[2]!.id))).toEqual([forms[1], forms[0]]);
  expect(dropDue(due, '00000000-0000-4000-8000-000000000000')).toBe(due);
});

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    let office: Office;
    let tablet: EnrolledTablet;
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    beforeEach(async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      office = await openOffice({ store });
      tablet = await office.enrol();
    });

    const send = async (count: number, change: Partial<Submission> = {}) => {
      const ps = Array.from({ length: count }, () => bytesOf(office, change));
      const body = batchOf(tablet, ps);
      expect((await office.call('/api/v1/batches', { body, token: tablet.token })).status).toBe(200);
    };
    const due = async () => {
      const groups = await groupsDue(office.store.read);
      return groups.map(({ due: names }) => names.length);
    };
    /** Forms in the rows of a facet. */
    const entered = async (facet = 'sex') => {
      const { read } = office.store;
      const rows = await read.selectFrom('tallies').selectAll().where('facet', '=', facet).execute();
      return rows.reduce((sum, { vector }) => sum + headOf(decodeVector(vector)).submissions, 0);
    };
    const differences = async () => {
      const shapes = shapeFor(await loadCatalogue(office.store.read));
      return (await recount(office.store.read, shapes)).differences;
    };

    test('facets are entered some forty forms at a time, and every form is in them or named', async () => {
      const seen: [number, number[]][] = [];
      for (const size of [1, 9, 30, 1, 3, 50, 2]) {
        await send(size);
        seen.push([await entered(), await due()]);
        expect(await differences()).toEqual([]);
      }
      expect(DUE_MOST).toBe(40);
      expect(seen).toEqual([
        [0, [1]],
        [0, [10]],
        [0, [40]],
        [41, []],
        [41, [3]],
        [94, []],
        [94, [2]],
      ]);
    });

    test('what another one has entered meanwhile is not entered again', async () => {
      await send(5);
      await enterFacetsNow(office.store);
      expect([await entered(), await due()]).toEqual([5, []]);
      await send(5);
      expect([await entered(), await due()]).toEqual([5, [5]]);
      expect(await differences()).toEqual([]);
    });

    test('a review and a re-attribution move forms whose facets are due, and such as have been entered', async () => {
      const [to, point] = ['quay-moi', office.point];
      await office.store.write((tx) =>
        addServicePoint(tx, {
          id: to,
          unit: office.unit,
          name: { vi: 'Quầy mới', en: 'New counter' },
          opening: [],
          fields: [],
          validFrom: '2025-07-01',
          validTo: null,
        }),
      );
      const b = '2026-11-19AM';
      const flagged = { b, q: { ...NO_SIGNALS, gap: 1, cell: 1 } } as const;
      await send(20, { b });
      await send(21, flagged);
      await send(6, { b });
      await send(4, flagged);
      expect([await entered(), await due()]).toEqual([41, [10]]);
      const cookie = await signInAs(office, 'manager');
      const review = {
        point,
        span: b,
        flag: 'any',
        decision: 'exclude',
        reason: 'Trẻ em nghịch máy trong buổi sáng',
      };
      expect((await office.call('/api/v1/reviews', { cookie, body: review })).status).toBe(200);
      expect(await differences()).toEqual([]);
      const deps = { store: office.store, clock: () => office.now, random: office.random };
      const move = {
        from: point,
        to,
        fromDay: '2026-11-16',
        toDay: '2026-11-30',
        reason: 'Ki-ốt đặt nhầm quầy',
      };
      await recordReattribution(deps, move, { account: null, unit: office.unit });
      expect(await differences()).toEqual([]);
      await enterFacetsNow(office.store);
      expect([await entered(), await due()]).toEqual([51, []]);
      expect(await differences()).toEqual([]);
    });

    test('when a half-month has closed nothing is due of it any more, and what comes late is entered at once', async () => {
      await send(7, { b: '2026-11-20AM' });
      office.now = Date.parse('2026-12-02T09:00:00+07:00');
      await send(3, { b: '2026-12-02AM' });
      await releaseDue(office.store, office.now);
      expect([await entered(), await due()]).toEqual([7, [3]]);
      await send(2, { b: '2026-11-20AM' });
      expect([await entered(), await due()]).toEqual([9, [3]]);
      expect(await differences()).toEqual([]);
    });

    test('what leaves a half-month that has closed, before anybody has read it, leaves facets as they are served', async () => {
      const a = [4, 5, 4, 4, 5, 3, 4, 3] as const;
      await send(29, { b: '2026-11-20AM', a: [...a] });
      await send(1, { b: '2026-11-19AM', a: [...a], q: { ...NO_SIGNALS, gap: 1, cell: 1 } });
      await enterFacetsNow(office.store);
      await send(10, { b: '2026-11-20AM', a: [...a] });
      await send(1, { b: '2026-11-19AM', a: [...a], q: { ...NO_SIGNALS, gap: 1, cell: 1 } });
      await send(10, { b: '2026-11-20AM', a: [...a] });
      office.now = Date.parse('2026-12-02T09:00:00+07:00');
      const asked = { point: office.point, span: '2026-11-19AM', flag: 'any', decision: 'exclude' } as const;
      const catalogue = await loadCatalogue(office.store.read);
      await office.store.write((tx) =>
        reviewCohort(
          tx,
          { ...asked, reason: 'trẻ em', author: 'a1', day: '2026-12-02' },
          tallyContext(catalogue, office.now),
        ),
      );
      // what is served of it: put aside, since one form alone would be told by what moves
      const sums: Record<string, number> = {};
      for (const { facet, vector } of await office.store.read.selectFrom('released').selectAll().execute())
        sums[facet] = (sums[facet] ?? 0) + headOf(decodeVector(vector)).submissions;
      const facets = ['', ...CUT_FACETS].filter((facet) => facet !== 'ontime');
      expect(sums).toEqual(Object.fromEntries(facets.map((facet) => [facet, 51])));
      expect(await differences()).toEqual([]);
    });

    test('of demo and training units no facet is ever due', async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      office = await openOffice({ store, tree: 'demo' });
      tablet = await office.enrol();
      await send(3);
      expect([await entered(), await due()]).toEqual([3, []]);
      expect(await differences()).toEqual([]);
    });

    test('a name without its form, and a form that is named and entered too, are found by a recount', async () => {
      await send(3);
      const [row] = await office.store.read.selectFrom('facets_due').selectAll().execute();
      const put = (forms: Uint8Array) =>
        office.store.write((tx) =>
          tx
            .updateTable('facets_due')
            .set({ forms: Buffer.from(forms) })
            .execute(),
        );
      const stranger = { id: '00000a00-0a0a-4000-8000-00000000000a', standing: 'counted' as const };
      await put(bytesOfDue(addDue(dueOfBytes(row!.forms), [stranger])));
      expect(await differences()).toEqual([`${office.point} 2026-11/2 kiosk express facets due`]);
      await put(Buffer.concat([row!.forms, row!.forms.subarray(0, 17)]));
      expect(await differences()).toEqual([`${office.point} 2026-11/2 kiosk express facets due`]);
      await put(row!.forms);
      await enterFacetsNow(office.store);
      await office.store.write((tx) => tx.insertInto('facets_due').values(row!).execute());
      expect((await differences()).length).toBeGreaterThan(5);
      // whatever stands there, and in however many groups, entering ends when none is left
      const empty = { ...row!, forms: Buffer.alloc(0) };
      const others = Array.from({ length: 120 }, (_, i) => ({ ...empty, half_month: `${2030 + i}-01/1` }));
      await office.store.write((tx) => tx.insertInto('facets_due').values(others).execute());
      await put(empty.forms);
      await enterFacetsNow(office.store);
      expect(await due()).toEqual([]);
    });
  });
}
