import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { verifyExport } from '../../server/cli/verify.ts';
import { recordReattribution } from '../../server/ingest/record-reattribution.ts';
import { exportAudit } from '../../server/jobs/export-audit.ts';
import { flagsToTell } from '../../server/jobs/flags-to-tell.ts';
import { loadCatalogue, shapeFor } from '../../server/store/catalogue.ts';
import { allCohortReviews, standingsBy } from '../../server/store/cohort-reviews.ts';
import { addServicePoint } from '../../server/store/organisation.ts';
import { bytesOfStored } from '../../server/store/packed-submission.ts';
import { recount } from '../../server/store/recount.ts';
import { removeTree } from '../../server/store/remove-tree.ts';
import { servedTallies } from '../../server/store/served-tallies.ts';
import { talliesAt } from '../../server/store/tallies.ts';
import { decodeSubmission, NO_SIGNALS, type Submission } from '../../shared/submission.ts';
import { decodeVector } from '../../shared/tally-bytes.ts';
import { headOf } from '../../shared/tally.ts';
import type { ReviewMade, ReviewView } from '../../shared/wire/cohort-review.ts';
import { batchOf, bytesOf, type EnrolledTablet, type Office, openOffice, signInAs } from '../fakes/office.ts';
import { seededNumbers } from '../fakes/seeded.ts';
import { inEnglish, verdictInEnglish } from '../fakes/in-english.ts';
import { databases } from './dialects.ts';

const CHILD: Partial<Submission> = { q: { ...NO_SIGNALS, gap: 1, cell: 1 } };
const REASON = 'Trẻ em nghịch máy trong buổi sáng';

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    let office: Office;
    let tablet: EnrolledTablet;
    let cookie: string;
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    beforeEach(async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      office = await openOffice({ store });
      tablet = await office.enrol();
      cookie = await signInAs(office, 'manager');
    });

    const send = async (count: number, change: Partial<Submission> = {}) => {
      const bytes = Array.from({ length: count }, () => bytesOf(office, { b: '2026-11-03AM', ...change }));
      const body = batchOf(tablet, bytes);
      expect((await office.call('/api/v1/batches', { body, token: tablet.token })).status).toBe(200);
    };
    const ask = (change: object) =>
      office.call('/api/v1/reviews', {
        cookie,
        body: {
          point: office.point,
          span: '2026-11-03AM',
          flag: 'any',
          decision: 'exclude',
          reason: REASON,
          ...change,
        },
      });
    const decide = async (change: object = {}): Promise<ReviewMade> => {
      const answer = await ask(change);
      expect(answer.status).toBe(200);
      return (await answer.json()) as ReviewMade;
    };
    const standings = async () => {
      const sums = { counted: 0, flagged: 0, excluded: 0 };
      for (const row of await talliesAt(office.store.read, office.point))
        if (row.facet === '')
          sums[row.standing as keyof typeof sums] += headOf(decodeVector(row.vector)).submissions;
      return Object.values(sums);
    };
    const served = async () =>
      (
        await servedTallies(office.store.read, {
          servicePoints: [office.point],
          from: '2026-10/1',
          to: '2026-12/2',
          form: 'express',
          questionnaire: 'sp39',
          version: 1,
          facet: '',
        })
      ).reduce((sum, row) => sum + headOf(decodeVector(row.vector)).submissions, 0);
    const expectExact = async () => {
      const shapes = shapeFor(await loadCatalogue(office.store.read));
      expect((await recount(office.store.read, shapes)).differences).toEqual([]);
      const standingOf = standingsBy(await allCohortReviews(office.store.read));
      for (const row of await office.store.read.selectFrom('submissions').selectAll().execute()) {
        const submission = decodeSubmission(bytesOfStored(row))!;
        expect(row.standing).toBe(standingOf(submission, row.half_day));
      }
    };
    const proof = async () => {
      const folder = mkdtempSync(join(tmpdir(), 'sipas-review-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      await exportAudit(office.store, join(folder, 'export'), '2026-11-20');
      return (await verdictInEnglish(verifyExport(join(folder, 'export')))).findings;
    };

    test('a cohort is excluded and restored with a reason, author and day; nothing is deleted, and the bytes stay', async () => {
      await send(30);
      await send(12, CHILD);
      await send(11, { b: '2026-11-04AM', ...CHILD });
      expect(await decide({ flag: 'gap' })).toEqual({ id: 'v000001', forms: 12 });
      expect(await standings()).toEqual([30, 11, 12]);
      await expectExact();
      // what comes later of the same cohort falls under the decision, as if it had come before
      await send(2, CHILD);
      expect(await standings()).toEqual([30, 11, 14]);
      expect(await decide({ decision: 'restore' })).toEqual({ id: 'v000002', forms: 14 });
      expect(await standings()).toEqual([30, 25, 0]);
      expect(await decide({ span: '2026-11/1', flag: 'cell' })).toEqual({ id: 'v000003', forms: 25 });
      expect(await standings()).toEqual([30, 0, 25]);
      await expectExact();
      expect((await office.store.read.selectFrom('submissions').select('id').execute()).length).toBe(55);
      expect(await allCohortReviews(office.store.read)).toMatchObject([
        {
          id: 'v000001',
          span: '2026-11-03AM',
          flag: 'gap',
          decision: 'exclude',
          reason: REASON,
          day: '2026-11-20',
        },
        { id: 'v000002', decision: 'restore' },
        { id: 'v000003', span: '2026-11/1' },
      ]);
      const lines = await office.store.read
        .selectFrom('audit')
        .selectAll()
        .where('what', '=', 'review-cohort')
        .execute();
      expect(lines.map(({ subject }) => subject)).toEqual([office.point, office.point, office.point]);
    });

    test('`verify` knows decisions about cohorts, and names a standing that none of them explains', async () => {
      await send(12, CHILD);
      await send(12);
      await decide();
      expect((await proof()).filter((sentence) => sentence.includes('stands as'))).toEqual([]);
      await office.store.write((tx) =>
        tx
          .updateTable('submissions')
          .set({ standing: 'excluded' })
          .where('standing', '=', 'counted')
          .execute(),
      );
      const found = (await proof()).filter((sentence) => sentence.includes('stands as'));
      expect(found).toHaveLength(12);
      expect(found[0]).toContain('stands as excluded where its bytes and the recorded reviews say counted.');
    });

    test('what a decision changes waits for ten, and no number under ten is told', async () => {
      await send(20);
      await send(4, CHILD);
      await send(12, { b: '2026-11-04AM', ...CHILD });
      expect(await served()).toBe(36);
      expect(await decide()).toEqual({ id: 'v000001', forms: null });
      expect(await served()).toBe(36);
      expect(await decide({ span: '2026-11-05AM' })).toEqual({ id: 'v000002', forms: null });
      expect(await decide({ span: '2026-11-04AM' })).toEqual({ id: 'v000003', forms: 12 });
      expect(await served()).toBe(20);
      await expectExact();
    });

    test('tallies equal a recount after any mix of batches, re-attributions and decisions', async () => {
      await office.store.write((tx) =>
        addServicePoint(tx, {
          id: 'p2',
          unit: office.unit,
          name: { vi: 'Điểm hai', en: 'Point two' },
          opening: [],
          fields: [],
          validFrom: '2025-07-01',
          validTo: null,
        }),
      );
      const next = seededNumbers(17);
      const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!;
      const days = ['2026-10-20', '2026-11-03', '2026-11-14', '2026-11-16'];
      for (let i = 0; i < 30; i++) {
        const [act, day] = [next(), pick(days)];
        if (act < 0.5) await send(1 + Math.floor(next() * 14), { b: `${day}AM`, ...pick([{}, CHILD]) });
        else if (act < 0.65) {
          const [from, to] = pick([
            [office.point, 'p2'],
            ['p2', office.point],
          ] as const);
          const asked = { from, to, fromDay: day, toDay: '2026-11-20', reason: REASON };
          const deps = { store: office.store, clock: () => office.now, random: office.random };
          await recordReattribution(deps, asked, { account: null, unit: office.unit });
        } else {
          const span = pick([`${day}AM`, '2026-10/2', '2026-11/1']);
          const [flag, decision] = [pick(['any', 'gap', 'dur']), pick(['exclude', 'restore'])];
          await decide({ span, flag, decision });
        }
        await expectExact();
      }
    });

    test('what is not over, what is gone and what lies elsewhere is not decided; a reason has ten signs', async () => {
      await send(12, CHILD);
      const faultOf = async (change: object) => {
        const answer = await ask(change);
        return [answer.status, ((await answer.json()) as { faults?: { why: string }[] }).faults?.[0]?.why];
      };
      expect(await faultOf({ span: '2026-11/2' })).toEqual([422, 'too-late']);
      expect(await faultOf({ span: '2026-11-20AM' })).toEqual([422, 'too-late']);
      expect((await faultOf({ reason: 'trẻ em' }))[0]).toBe(422);
      expect((await faultOf({ point: 'elsewhere' }))[0]).toBe(404);
      expect(await standings()).toEqual([0, 12, 0]);
    });

    test('a reviewer sees counts by class of half-months that have ended, and of half-days from ten forms on', async () => {
      await send(30);
      await send(12, { b: '2026-11-04AM', ...CHILD });
      await send(3, { b: '2026-11-05PM', ...CHILD });
      await send(4, { b: '2026-11-16AM', ...CHILD });
      await decide({ span: '2026-11-04AM' });
      expect(await inEnglish(flagsToTell(office.store, '2026-11-20'))).toContain('were counted: 1.');
      const answer = await office.call(`/api/v1/reviews?unit=${office.unit}&halfMonth=2026-11/1`, { cookie });
      const view = (await answer.json()) as ReviewView;
      expect(view.points).toHaveLength(1);
      expect(view.points[0]).toMatchObject({
        counts: { forms: 45, flagged: 15, classes: { gap: 15, cell: 15, line: 0 } },
        signs: [],
        reviews: [{ span: '2026-11-04AM', reason: REASON, decision: 'exclude' }],
      });
      // three forms of the fifth would be what is left: so the fourth hides with them
      expect(view.points[0]!.halfDays).toEqual([]);
      expect(view.halfMonths[0]).toBe('2026-11/1');
      expect(view.dossiers).toMatchObject([
        { month: 'month-2026-11', forms: 49, returned: null, above: null },
      ]);
      expect(await inEnglish(flagsToTell(office.store, '2026-11-20'))).toContain('were counted: 0.');
    });

    test('forms of a unit and month stand beside the dossiers that it returned, with the take-up and what is above', async () => {
      await send(50);
      await office.store.write((tx) =>
        tx
          .insertInto('dossier_counts')
          .values({
            unit: office.unit,
            field: '',
            span: '2026-11',
            source: 'statistics',
            received: 45,
            early: 10,
            on_time: 25,
            late: 5,
            open: 0,
            overdue: 0,
          })
          .execute(),
      );
      const answer = await office.call(`/api/v1/reviews?unit=${office.unit}`, { cookie });
      expect(((await answer.json()) as ReviewView).dossiers).toMatchObject([
        { forms: 50, returned: 40, takeUp: 125, above: 10 },
      ]);
    });

    test('a database of the version before, with flagged forms in it, goes on and can be reviewed', async () => {
      await send(12, CHILD);
      const { read } = office.store;
      const { db, reopen } = await database.openFirst('0017-rechecks');
      // what later versions have added is not there yet
      const columns = new Map(
        (await db.introspection.getTables()).map((table) => [
          table.name,
          new Set(table.columns.map(({ name }) => name)),
        ]),
      );
      for (const table of [
        'units',
        'unit_versions',
        'service_points',
        'point_versions',
        'questionnaires',
        'campaigns',
        'submissions',
        'tallies',
      ] as const)
        for (const row of await read.selectFrom(table).selectAll().execute()) {
          const known = Object.entries(row).filter(([name]) => columns.get(table)!.has(name));
          await db.insertInto(table).values(Object.fromEntries(known)).execute();
        }
      await db.destroy();
      const store = await reopen();
      onTestFinished(() => store.close());
      const shapes = shapeFor(await loadCatalogue(store.read));
      expect((await recount(store.read, shapes)).differences).toEqual([]);
      expect(await allCohortReviews(store.read)).toEqual([]);
      const rows = await store.read.selectFrom('submissions').select('standing').execute();
      expect(rows.map(({ standing }) => standing)).toEqual(Array.from({ length: 12 }, () => 'flagged'));
    });

    test('a demo tree goes with its decisions and counts', async () => {
      const { store } = await database.open();
      onTestFinished(() => store.close());
      office = await openOffice({ store, tree: 'demo' });
      tablet = await office.enrol();
      cookie = await signInAs(office, 'manager');
      await send(12, CHILD);
      await decide();
      await flagsToTell(store, '2026-11-20');
      await store.write((tx) => removeTree(tx, 'demo', '2026-11-20'));
      for (const table of ['cohort_reviews', 'flag_counts'] as const)
        expect([table, await store.read.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
    });
  });
}
