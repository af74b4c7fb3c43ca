import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { markTallies } from '../../server/store/tally-marks.ts';
import { openSqlite, type Tx } from '../../server/store/store.ts';

const PLACE = { service_point: 'p', half_month: '2026-11/1' };

test('a statement that comes after the end of its transaction is refused, in the next one too, and changes nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-straight-'));
  const store = await openSqlite(join(folder, 'sipas.db'));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  let late: Tx | undefined;
  await store.write(async (tx) => {
    late = tx;
    await markTallies(tx, [PLACE]);
  });
  const markLate = () => markTallies(late!, [{ ...PLACE, service_point: 'late' }]);
  await expect(markLate()).rejects.toThrow('already committed');
  await store.write(async () => expect(markLate()).rejects.toThrow('already committed'));
  const marks = await store.read.selectFrom('tally_marks').select('service_point').execute();
  expect(marks).toEqual([{ service_point: 'p' }]);
});

test('what a transaction has written straight goes with it when it fails', async () => {
  const store = await openSqlite(':memory:');
  onTestFinished(() => store.close());
  const failed = store.write(async (tx) => {
    await markTallies(tx, [PLACE]);
    throw new Error('changed its mind');
  });
  await expect(failed).rejects.toThrow('changed its mind');
  expect(await store.read.selectFrom('tally_marks').selectAll().execute()).toEqual([]);
});
