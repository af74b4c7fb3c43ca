import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { enrolPreimage } from '../../shared/wire/device.ts';
import { batchOf, bytesOf, FRIDAY, type Office, openOffice } from '../../tests/fakes/office.ts';
import { rescueFileOf } from '../../tests/fakes/rescue-file.ts';
import { newTabletKey } from '../../tests/fakes/tablet-key.ts';
import { inEnglish } from '../../tests/fakes/in-english.ts';
import { openKeys } from '../keys.ts';
import { addServicePoint } from '../store/organisation.ts';
import { readConfig } from '../config.ts';
import { countSubmissions } from '../store/submissions.ts';
import { tablets } from './tablet-commands.ts';

let office: Office;
let folder: string;
beforeEach(async () => {
  office = await openOffice();
  folder = mkdtempSync(join(tmpdir(), 'sipas-tablets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NO_FLAGS = { from: '', to: '', reason: '' };
const run = (name: string, words: string[], flags = NO_FLAGS) => {
  const config = readConfig({ DATA_DIR: folder, PUBLIC_URL: 'https://khaosat.example' });
  return inEnglish(
    tablets[name]!(
      { store: office.store, config, random: office.random, clock: () => office.now },
      words,
      flags,
    ),
  );
};

test('a code from the command line enrols a tablet with a PIN', async () => {
  const said = await run('device', [office.point]);
  const code = /staff\/#enrol=(\w{8})\n/.exec(said)![1]!;
  expect(said).toMatch(/PIN of its staff page, shown this once: \d{6}$/);
  const key = newTabletKey();
  const body = { code, key: key.spki, proof: key.sign(enrolPreimage(code)) };
  const answer = await office.call('/api/v1/devices/enrol', { body });
  expect(((await answer.json()) as { settings: object }).settings).toHaveProperty('pin');
  await expect(run('device', ['nowhere'])).rejects.toThrow('no service point nowhere');
});

test('a rescue file is taken in from the command line, twice without another effect', async () => {
  const device = await office.enrol();
  const keys = openKeys(join(folder, 'keys.json'));
  const items = Array.from({ length: 3 }, () => ({ p: bytesOf(office) }));
  const file = rescueFileOf(keys.rescuePublic, { dev: device.id, app: '0.1.0', items, seals: [] });
  const path = join(folder, 'tablet.rescue');
  writeFileSync(path, JSON.stringify(file));
  expect(await run('rescue', [path])).toContain('3 new, 0 known');
  expect(await run('rescue', [path])).toContain('0 new, 3 known');
  expect(await countSubmissions(office.store.read)).toBe(3);
  writeFileSync(path, JSON.stringify({ ...file, data: file.data.slice(4) }));
  await expect(run('rescue', [path])).rejects.toThrow('Nothing was imported');
  writeFileSync(path, 'no file');
  await expect(run('rescue', [path])).rejects.toThrow('cannot be read as a rescue file');
});

test('a re-attribution from the command line moves figures, and says what it needs', async () => {
  const device = await office.enrol();
  await office.call('/api/v1/batches', {
    body: batchOf(device, [bytesOf(office), bytesOf(office)]),
    token: device.token,
  });
  const name = { vi: 'Điểm hai', en: 'Point two' };
  await office.store.write((tx) =>
    addServicePoint(tx, {
      id: 'p2',
      unit: office.unit,
      name,
      opening: [],
      fields: [],
      validFrom: '2025-07-01',
      validTo: null,
    }),
  );
  const flags = { from: '2026-11-15', to: '2026-11-30', reason: 'Đặt nhầm điểm tiếp nhận' };
  expect(await run('reattribute', [office.point, 'p2'], flags)).toContain('r000001: 2 submissions');
  const lines = await office.store.read
    .selectFrom('audit')
    .selectAll()
    .where('what', '!=', 'device-enrolled')
    .execute();
  expect(lines).toMatchObject([{ what: 'reattribution', account: null, at: FRIDAY }]);
  for (const wrong of [
    { ...flags, to: '2026-11-01' },
    { ...flags, reason: 'kurz' },
  ])
    await expect(run('reattribute', [office.point, 'p2'], wrong)).rejects.toThrow('Say: reattribute');
  await expect(run('reattribute', [office.point, 'nowhere'], flags)).rejects.toThrow('no service point');
});
