import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { batchOf, bytesOf, openOffice } from '../../tests/fakes/office.ts';
import { inEnglish } from '../../tests/fakes/in-english.ts';
import { exportRows } from './rows-to-file.ts';

test('forms of a unit and period become a file that nobody else reads, and stand in the audit log', async () => {
  const office = await openOffice();
  const { id, token } = await office.enrol();
  await office.call('/api/v1/batches', { body: batchOf({ id }, [bytesOf(office), bytesOf(office)]), token });
  const place = { store: office.store, random: office.random, clock: () => office.now };
  const folder = mkdtempSync(join(tmpdir(), 'sipas-rows-'));
  const file = join(folder, 'rows.zip');
  const run = (...words: string[]) => inEnglish(exportRows(place, words, 'vi'));
  await expect(run(office.unit, 'all')).rejects.toThrow('Name a unit');
  await expect(run('nowhere', 'all', file)).rejects.toThrow('no unit nowhere');
  await expect(run(office.unit, '2026', file)).rejects.toThrow('no period');
  expect(existsSync(file)).toBe(false);
  expect(await run(office.unit, 'all', file)).toContain('2 forms');
  expect([statSync(file).size > 200, statSync(file).mode & 0o777]).toEqual([true, 0o600]);
  await expect(run(office.unit, 'all', file)).rejects.toThrow('there already');
  expect(await run(office.unit, 'month-2025-01', join(folder, 'none.xlsx'))).toContain('0 forms');
  const lines = await office.store.read.selectFrom('audit').select('what').execute();
  expect(lines.filter(({ what }) => what.startsWith('export-rows'))).toHaveLength(4);
  rmSync(folder, { recursive: true });
});
