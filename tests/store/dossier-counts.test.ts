import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { takeList } from '../../server/dossiers/take-rows.ts';
import { retain } from '../../server/jobs/retain.ts';
import { addImport, keepMapping } from '../../server/store/dossier-imports.ts';
import { dossierStatistics } from '../../server/store/dossier-figures.ts';
import { putCounts } from '../../server/store/dossiers.ts';
import { removeTree } from '../../server/store/remove-tree.ts';
import { setRetention } from '../../server/store/retention.ts';
import { spanOf, spansBetween } from '../../shared/dossier-spans.ts';
import { toHex } from '../../shared/ids.ts';
import { inEnglish } from '../fakes/in-english.ts';
import { type Office, openOffice } from '../fakes/office.ts';
import { databases } from './dialects.ts';

type Row = readonly [
  code: string,
  received: string,
  due: string | null,
  returned: string | null,
  phone?: string,
];
const ROWS: readonly Row[] = [
  ['early', '2026-11-02', '2026-11-10', '2026-11-09', '0912000001'],
  ['on', '2026-11-03', '2026-11-10', '2026-11-10'],
  ['undated', '2026-11-04', null, '2026-11-20', '0912000002'],
  ['late', '2026-10-20', '2026-10-30', '2026-11-16', '0912000003'],
  ['open', '2026-11-17', '2026-12-10', null, '0912000004'],
  ['overdue', '2026-10-05', '2026-10-12', null, '0912000005'],
];
const TABLES = [
  'dossiers',
  'dossier_phones',
  'dossier_counts',
  'dossier_imports',
  'dossier_mappings',
] as const;
const COUNTS = { received: 4, early: 1, onTime: 2, late: 1, open: 2, overdue: 1 };

for (const makeDatabase of databases) {
  const database = makeDatabase();
  describe(database.name, () => {
    let office: Office;
    beforeAll(() => database.start(), 60_000);
    afterAll(() => database.stop());
    beforeEach(async () => {
      const { store } = await database.open();
      office = await openOffice({ store });
      onTestFinished(() => store.close());
    });

    async function take(
      rows: readonly Row[],
      covers: { from: string; to: string } | null = null,
      { unit, point }: Pick<Office, 'unit' | 'point'> = office,
    ) {
      const { keys, random } = office;
      const importId = toHex(random(16));
      const nothing = { account: null, sha256: importId, added: 0, changed: 0, same: 0, left: 0 };
      const about = { id: importId, unit, kind: 'list' as const, day: '2026-11-20', covers, points: [point] };
      const list = rows.map(([code, received, due, returned, phone = null], row) => ({
        row,
        point,
        code,
        field: code === 'late' ? 'dd' : 'ht',
        procedure: null,
        authority: null,
        counter: null,
        phone,
        received,
        due,
        returned,
      }));
      return office.store.write(async (tx) => {
        await addImport(tx, { ...about, ...nothing });
        const writing = { tx, importId, lock: keys.lock, newKey: () => toHex(random(16)) };
        return takeList(tx, list, { unlock: keys.unlock, done: () => {} }, writing);
      });
    }
    const NOVEMBER = spanOf('2026-11-01', 'month');
    const figures = async (spans = [NOVEMBER], field: string | null = null, today = '2026-11-30') =>
      dossierStatistics(office.store.read, [office.unit], spans, { field, today });
    const rowsOf = (table: 'dossiers' | 'dossier_phones') =>
      office.store.read.selectFrom(table).selectAll().execute();

    test('a list counts what was received, returned and is open, by month, week and field', async () => {
      await take(ROWS, { from: '2026-10', to: '2026-11' });
      expect(await figures()).toEqual([{ unit: office.unit, span: '2026-11', source: 'list', ...COUNTS }]);
      expect(await figures([NOVEMBER], 'dd')).toMatchObject([{ received: 0, late: 1, open: 0 }]);
      const weeks = await figures(spansBetween('2026-11-02', '2026-11-22', 'week'));
      expect(weeks.map(({ span, received, late }) => [span, received, late])).toEqual([
        ['2026-11-02', 3, 0],
        ['2026-11-09', 0, 0],
        ['2026-11-16', 1, 1],
      ]);
      // while the month runs, open and overdue hold today
      const running = await figures([NOVEMBER], null, '2026-11-09');
      expect(running).toMatchObject([{ open: 4, overdue: 2 }]);
    });

    test('statistics count where no list holds the month; weeks never come from them', async () => {
      await take(ROWS, { from: '2026-10', to: '2026-10' });
      const month = { unit: office.unit, month: '2026-11', early: 1, late: 2, open: null, overdue: null };
      await office.store.write(async (tx) => {
        const id = (await tx.selectFrom('dossier_imports').select('id').executeTakeFirstOrThrow()).id;
        await putCounts(tx, id, [
          { ...month, field: 'ht', received: 50, onTime: 40 },
          { ...month, field: 'dd', received: 30, onTime: 20 },
        ]);
      });
      expect(await figures()).toMatchObject([
        { source: 'statistics', received: 80, early: 2, onTime: 60, late: 4, open: null },
      ]);
      expect(await figures([NOVEMBER], 'dd')).toMatchObject([{ received: 30 }]);
      expect(await figures([spanOf('2026-10-01', 'month')])).toMatchObject([{ source: 'list', received: 2 }]);
      expect(await figures([spanOf('2026-11-09', 'week')])).toMatchObject([{ source: null, received: null }]);
    });

    test('a number goes thirty days after the dossier was returned, an open one ninety after it was due', async () => {
      await take(ROWS);
      const left = async () => {
        const rows = await rowsOf('dossiers');
        return rows
          .filter(({ phone }) => phone !== null)
          .map(({ code }) => code)
          .sort();
      };
      await retain(office.store, '2026-12-09');
      expect(await left()).toEqual(['early', 'late', 'open', 'overdue', 'undated']);
      expect(await inEnglish(retain(office.store, '2026-12-10'))).toContain('1 telephone numbers');
      expect(await left()).toEqual(['late', 'open', 'overdue', 'undated']);
      await retain(office.store, '2027-01-10');
      expect(await left()).toEqual(['open', 'overdue']);
      await retain(office.store, '2027-01-11');
      expect(await left()).toEqual(['open']);
      await office.store.write((tx) => setRetention(tx, 'retention.dossier-phone-days', 1));
      await retain(office.store, '2027-01-12');
      expect([await left(), await rowsOf('dossier_phones')]).toEqual([[], []]);
      expect((await rowsOf('dossiers')).length).toBe(ROWS.length);
    });

    test('dossiers go after thirteen months and no month or half-month counts anything else', async () => {
      await take(ROWS, { from: '2026-10', to: '2026-11' });
      const spans = [
        ...spansBetween('2026-10-01', '2026-11-30', 'month'),
        ...spansBetween('2026-10-01', '2026-11-30', 'half'),
      ];
      const before = await figures(spans, null, '2028-01-01');
      const fields = await figures(spans, 'ht', '2028-01-01');
      // the first half goes with one night, the rest with a later one
      expect(await inEnglish(retain(office.store, '2027-12-31'))).toContain('1 dossiers');
      expect((await rowsOf('dossiers')).map(({ code }) => code)).not.toContain('overdue');
      expect(await figures(spans, null, '2028-01-01')).toEqual(before);
      expect(await inEnglish(retain(office.store, '2028-02-01'))).toContain('5 dossiers');
      expect([await rowsOf('dossiers'), await rowsOf('dossier_phones')]).toEqual([[], []]);
      expect(await figures(spans, null, '2028-01-01')).toEqual(before);
      expect(await figures(spans, 'ht', '2028-01-01')).toEqual(fields);
      // of weeks nothing is known any more
      expect(await figures([spanOf('2026-11-09', 'week')])).toMatchObject([{ source: null }]);
      const entries = await office.store.read.selectFrom('entries').select('document').execute();
      const gone = entries.filter(({ document }) => /"dossier/.test(document));
      expect(gone.length).toBe(3);
      for (const { document } of gone) expect(document).not.toMatch(/early|late|0912/);
    });

    test('with the demo go its dossiers, numbers, counts, lists and columns, and those of a real office stay', async () => {
      const fill = async ({ unit, point }: Office) => {
        await take(ROWS, { from: '2026-10', to: '2026-11' }, { unit, point });
        const month = { unit, month: '2026-09', field: 'ht', received: 50, early: 1, onTime: 40, late: 2 };
        await office.store.write(async (tx) => {
          const list = tx.selectFrom('dossier_imports').select('id').where('unit', '=', unit);
          const { id } = await list.executeTakeFirstOrThrow();
          await putCounts(tx, id, [{ ...month, open: null, overdue: null }]);
          await keepMapping(tx, unit, 'Mã hồ sơ', '{}');
        });
      };
      const all = async () => {
        const tables = TABLES.map((table) => office.store.read.selectFrom(table).selectAll().execute());
        return (await Promise.all(tables)).map((rows) => rows.map((row) => JSON.stringify(row)).sort());
      };
      await fill(office);
      const real = await all();
      await fill(await openOffice({ store: office.store, seed: 2, tree: 'demo' }));
      expect((await all()).map(({ length }) => length)).toEqual(real.map(({ length }) => 2 * length));
      expect(real.every(({ length }) => length > 0)).toBe(true);
      await office.store.write((tx) => removeTree(tx, 'demo', '2026-11-30'));
      expect(await all()).toEqual(real);
    });
  });
}
