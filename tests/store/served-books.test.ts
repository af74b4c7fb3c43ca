import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { figuresSnapshot, type Filter, servedCells } from '../../server/figures/served-books.ts';
import { basesOf, bytesOf as bytesIn } from '../../server/figures/cell-rows.ts';
import { slotsOf } from '../../server/figures/base-slots.ts';
import { type Cells, cut, slice } from '../../server/figures/served-cells.ts';
import { buildOverview } from '../../server/figures/overview.ts';
import { overviewSources } from '../../server/figures/read-overview.ts';
import { seenUnit } from '../../server/figures/seen-trees.ts';
import { pointSet } from '../../server/figures/tree-sets.ts';
import { recordReattribution } from '../../server/ingest/record-reattribution.ts';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { CUT_FACETS } from '../../server/store/facet-release.ts';
import { addServicePoint } from '../../server/store/organisation.ts';
import { questionnaireOf } from '../../server/store/questionnaires.ts';
import { rebuildTallies } from '../../server/store/recount.ts';
import { releaseClosed } from '../../server/store/release-step.ts';
import type { Reader } from '../../server/store/store.ts';
import { readHistory } from '../../server/store/unit-history.ts';
import { putTallies } from '../../server/store/tallies.ts';
import { halfMonthOf, localDay, readPeriod } from '../../shared/period.ts';
import { emptyVector, type Shape, shapeOf } from '../../shared/tally.ts';
import { batchOf, bytesOf, openOffice, signInAs } from '../fakes/office.ts';
import { seededNumbers } from '../fakes/seeded.ts';
import { databases } from './dialects.ts';

const DAY = 86_400_000;

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());

    test('a page is the same with books as without them, whatever moved and whoever moved it', async () => {
      const { store, reopen } = await database.open();
      onTestFinished(() => store.close());
      const office = await openOffice({ store });
      const tablet = await office.enrol();
      const cookie = await signInAs(office, 'manager');
      const other = { id: 'other-point', unit: office.unit, name: { vi: 'Quầy khác', en: 'Other' } };
      // many more points than move at once: sums of all of them are then corrected and not added up again
      const quiet = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ ...other, id: `quiet-${n}` }));
      for (const point of [other, ...quiet]) {
        const open = { opening: [], fields: [], validFrom: '2026-01-01', validTo: null };
        await store.write((tx) => addServicePoint(tx, { ...point, ...open }));
      }
      const shape = shapeOf((await questionnaireOf(store.read, 'sp39', 1))!);
      const shapes = shapeFor(await loadCatalogue(store.read));
      const filter: Omit<Filter, 'facet'> = {
        servicePoints: [office.point, other.id, ...quiet.map(({ id }) => id)],
        from: '2026-08/1',
        to: '2027-01/2',
        form: 'express',
        questionnaire: 'sp39',
        version: 1,
      };
      const reading = (facet: Filter['facet']) =>
        figuresSnapshot(store, (read) => servedCells(read, { ...filter, facet }, shape));
      const same = async () => {
        await samePage();
        for (const facet of ['', ...CUT_FACETS] as const) {
          const kept = await reading(facet);
          const anew = await store.snapshot((read) => servedCells(read, { ...filter, facet }, shape));
          expect(rowsIn(kept), `facet ${facet}`).toEqual(rowsIn(anew));
          for (const points of [filter.servicePoints, [office.point, other.id], [other.id], ['quiet-1']]) {
            const sums = sumsIn(kept, points, shape);
            expect(sums, `facet ${facet} of ${points.join()}`).toEqual(sumsIn(anew, points, shape));
          }
          // where nothing has moved, nothing is read again
          expect(
            [...(await reading(facet)).values()].every((sheet, i) => sheet === [...kept.values()][i]),
          ).toBe(true);
        }
      };
      /** The whole page, with what was worked out of places before and anew. */
      const samePage = async () => {
        const history = await readHistory(store.read);
        const period = readPeriod('report-2026-year')!;
        const seen = seenUnit(
          history,
          office.unit,
          { unit: office.unit, day: undefined, period },
          localDay(office.now),
        )!;
        const page = async (read: Reader) => {
          const sources = await overviewSources(read, history, seen, period, 'express', office.now);
          return buildOverview({ ...sources, method: sources.campaignMethod });
        };
        expect(await figuresSnapshot(store, page)).toEqual(await store.snapshot(page));
      };
      const chance = seededNumbers(7);
      const send = async (count: number, halfDay: string) => {
        const bytes = Array.from({ length: count }, () =>
          bytesOf(office, {
            b: halfDay,
            dm: { age: chance() < 0.5 ? 2 : 4, sex: chance() < 0.5 ? 1 : 2 },
          }),
        );
        const body = batchOf(tablet, bytes);
        expect((await office.call('/api/v1/batches', { body, token: tablet.token })).status).toBe(200);
      };
      const today = () => `${localDay(office.now)}AM`;
      await same();
      for (const count of [4, 9, 25]) {
        await send(count, today());
        await same();
      }
      await send(12, '2026-11-03AM'); // late, of a half-month that has closed
      await same();
      await send(2, '2026-11-03AM');
      await same();
      const review = { point: office.point, span: '2026-11-03AM', flag: 'any', decision: 'exclude' };
      const body = { ...review, reason: 'Trẻ em nghịch máy trong buổi sáng' };
      expect((await office.call('/api/v1/reviews', { cookie, body })).status).toBeLessThan(500);
      await same();
      await send(3, today());
      await same();
      office.now += 12 * DAY; // the half-month ends, and what waits is served
      const current = halfMonthOf(localDay(office.now));
      await store.write((tx) => releaseClosed(tx, current));
      await same();
      const moved = {
        from: office.point,
        to: other.id,
        fromDay: '2026-11-20',
        toDay: '2026-11-20',
        reason: 'Nhầm quầy',
      };
      const deps = { store, clock: () => office.now, random: office.random };
      await recordReattribution(deps, moved, { account: null, unit: office.unit });
      await same();
      // a tally that no submission stands behind goes with the recount
      const group = { service_point: other.id, half_month: '2026-10/1', channel: 'paper', form: 'express' };
      const of = { questionnaire: 'sp39', version: 1, standing: 'counted', facet: '', value: '' };
      const vector = emptyVector(shape).fill(1);
      await store.write((tx) => putTallies(tx, [{ key: { ...group, ...of }, vector }]));
      await same();
      await store.write((tx) => rebuildTallies(tx, shapes));
      await same();
      // another process has its own connection and knows nothing of these books
      const second = await reopen();
      await second.write(async (tx) => {
        await tx.deleteFrom('tallies').where('half_month', '=', '2026-11/1').execute();
        await rebuildTallies(tx, shapes);
      });
      await second.close();
      await same();
    });
  });
}

/** What is added up of places, by half-month and by way: what pages ask for. */
function sumsIn(cells: Cells, points: readonly string[], shape: Shape) {
  const place = pointSet(points);
  const period = readPeriod('report-2026-year')!;
  return [cells, slice(cells, 'channel', ['kiosk'])].map((some) => {
    const own = cut(some, place, shape, 'express', '2026-11/2');
    const slots = Array.from({ length: slotsOf(shape).factors }, (_, slot) => own.base(period, slot));
    return [slots, [...own.sum(period, 'headlines')], [...own.sum(period, 'factors')]];
  });
}

function rowsIn(cells: Cells): string[] {
  return [...cells.values()]
    .flatMap(({ at }) => [...at.values()].flat())
    .map((row) => ({ ...row, bases: basesOf(row), bytes: bytesIn(row) }))
    .map(({ servicePoint, halfMonth, channel, value, serves, bases, bytes }) =>
      [
        servicePoint,
        halfMonth,
        channel,
        value,
        serves,
        bases.join(),
        Buffer.from(bytes).toString('hex'),
      ].join(' '),
    )
    .sort();
}
