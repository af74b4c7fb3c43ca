import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openOffice } from '../../tests/fakes/office.ts';
import { inEnglish } from '../../tests/fakes/in-english.ts';
import { takeFields } from './field-commands.ts';

test('the operator takes in a list whole, looks first, and learns which line and column is wrong', async () => {
  const office = await openOffice();
  const place = { store: office.store, random: office.random, clock: () => office.now };
  const run = (words: readonly string[], check = false) => inEnglish(takeFields(place, words, { check }));
  expect(await run([])).toContain('no fields yet');
  expect(await run(['commune'], true)).toMatch(/^\d+ added, 0 changed.*Nothing was written/);
  const counted = /^(\d+) added/.exec(await run(['commune']))![1]!;
  expect(await run(['commune'])).toBe(`0 added, 0 changed, ${counted} as they were.`);
  expect(await run([])).toContain('ht  Hộ tịch: 12 procedures');
  const folder = mkdtempSync(join(tmpdir(), 'sipas-list-'));
  const file = join(folder, 'list.csv');
  writeFileSync(file, 'code;name_vi;field\nzz;;\n1.000001;Thủ tục;none\n');
  await expect(run([file])).rejects.toThrow(/line 2, name_vi is empty\n {2}line 3, field names what is not/);
  writeFileSync(file, Buffer.from([0x63, 0xff]));
  await expect(run([file])).rejects.toThrow('not UTF-8');
  await expect(run([join(folder, 'none.csv')])).rejects.toThrow('There is no file');
  rmSync(folder, { recursive: true });
});
