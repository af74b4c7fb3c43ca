import { beforeEach, expect, test } from 'vitest';
import type { RescueImported } from '../../shared/wire/manage-requests.ts';
import type { RescueContent, RescueFile } from '../../shared/wire/rescue.ts';
import {
  addForeignUnit,
  batchOf,
  bytesOf,
  type EnrolledTablet,
  type Office,
  openOffice,
  signInAs,
  submissionOf,
} from '../../tests/fakes/office.ts';
import { encodeSubmission } from '../../shared/submission.ts';
import { rescueFileOf } from '../../tests/fakes/rescue-file.ts';
import { sealChain } from '../../tests/fakes/tablet-key.ts';
import { newKeys } from '../keys.ts';
import { loadCatalogue, shapeFor } from '../store/catalogue.ts';
import { beginAssignment } from '../store/device-moves.ts';
import { setDeviceState } from '../store/device-life.ts';
import { recount } from '../store/recount.ts';
import { countSubmissions } from '../store/submissions.ts';
import { addServicePoint } from '../store/organisation.ts';

let office: Office;
let cookie: string;
let device: EnrolledTablet;
let chain: ReturnType<typeof sealChain>;

beforeEach(async () => {
  office = await openOffice();
  cookie = await signInAs(office, 'manager');
  device = await office.enrol();
  chain = sealChain(device);
});

const fileOf = (content: Partial<RescueContent>, publicKey = office.keys.rescuePublic) =>
  rescueFileOf(publicKey, { dev: device.id, app: '0.1.0', items: [], seals: [], ...content });
const post = (file: RescueFile | object) => office.call('/api/v1/rescue', { body: file, cookie });
const imported = async (file: RescueFile): Promise<RescueImported> => {
  const response = await post(file);
  expect(response.status).toBe(200);
  return (await response.json()) as RescueImported;
};
const problem = async (response: Response) => ((await response.json()) as { code: string }).code;
const expectExact = async () => {
  const result = await recount(office.store.read, shapeFor(await loadCatalogue(office.store.read)));
  expect(result.differences).toEqual([]);
};

/** 120 submissions, of which 20 had come by the network, one conflicts and one is held; three seals. */
async function aFullTablet() {
  const first = submissionOf(office);
  await office.call('/api/v1/batches', {
    body: batchOf(device, [encodeSubmission(first)]),
    token: device.token,
  });
  const conflict = encodeSubmission({ ...first, a: [1, 1, 1, 1, 1, 1, 1, 1] });
  const good = Array.from({ length: 118 }, () => bytesOf(office));
  await office.call('/api/v1/batches', { body: batchOf(device, good.slice(0, 20)), token: device.token });
  const held = bytesOf(office, { sp: 'elsewhere' });
  const seals = [chain.seal(good.slice(0, 50)), chain.seal(good.slice(50, 100)), chain.seal(good.slice(100))];
  return { items: [...good, conflict, held].map((p) => ({ p })), seals };
}

test('a rescue file brings in everything a device holds, and importing it again changes nothing', async () => {
  const content = await aFullTablet();
  expect(await imported(fileOf(content))).toEqual({
    device: device.id,
    items: 120,
    stored: 98,
    dup: 20,
    held: 1,
    conflict: 1,
    seals: 3,
  });
  expect(await countSubmissions(office.store.read)).toBe(119);
  await expectExact();
  expect(await imported(fileOf(content))).toMatchObject({
    stored: 0,
    dup: 118,
    held: 1,
    conflict: 1,
    seals: 3,
  });
  expect(await countSubmissions(office.store.read)).toBe(119);
  const row = await office.store.read.selectFrom('devices').selectAll().executeTakeFirstOrThrow();
  expect([row.accepted, row.held]).toEqual([119, 2]);
  await expectExact();
  const lines = await office.store.read
    .selectFrom('audit')
    .selectAll()
    .where('what', '!=', 'device-enrolled')
    .execute();
  expect(lines.map(({ what, subject }) => [what, subject])).toEqual([
    ['rescue-import', device.id],
    ['rescue-import', device.id],
  ]);
});

test('a tablet that is only heard of by its rescue file stays silent', async () => {
  const before = await office.store.read.selectFrom('devices').selectAll().executeTakeFirstOrThrow();
  office.now += 86_400_000;
  cookie = await signInAs(office, 'manager');
  await imported(fileOf({ items: [{ p: bytesOf(office) }] }));
  const after = await office.store.read.selectFrom('devices').selectAll().executeTakeFirstOrThrow();
  expect(after.last_contact).toBe(before.last_contact);
});

test('of a retired device everything is held and its seals are refused', async () => {
  const ps = Array.from({ length: 7 }, () => bytesOf(office));
  const seal = chain.seal(ps);
  await office.store.write((tx) =>
    setDeviceState(tx, device.id, { day: '2026-11-20', state: 'retired', note: '' }),
  );
  const result = await imported(fileOf({ items: ps.map((p) => ({ p })), seals: [seal] }));
  expect(result).toMatchObject({ stored: 0, held: 7, seals: 0 });
});

test('a damaged file, or one for another server, is named as such and imports nothing', async () => {
  const file = fileOf({ items: [{ p: bytesOf(office) }] });
  const flipped = `${file.data.slice(0, 40)}${file.data[40] === 'A' ? 'B' : 'A'}${file.data.slice(41)}`;
  const bad: RescueFile[] = [
    { ...file, data: flipped },
    { ...file, data: file.data.slice(0, -8) },
    { ...file, dev: 'dzzzzzzzz' },
    { ...file, key: `A${file.key.slice(1)}` },
    fileOf({ items: [{ p: bytesOf(office) }] }, newKeys().rescuePublic),
  ];
  for (const one of bad) expect(await problem(await post(one))).toBe('rescue-unreadable');
  expect(await problem(await post({ ...file, v: 2 }))).toBe('malformed');
  expect(await countSubmissions(office.store.read)).toBe(0);
});

test('a device outside of the account’s units does not exist for it', async () => {
  const unit = await addForeignUnit(office);
  const name = { vi: 'Điểm khác', en: 'Elsewhere' };
  const dates = { validFrom: '2025-07-01', validTo: null };
  await office.store.write(async (tx) => {
    await addServicePoint(tx, { id: 'p-foreign', unit, name, opening: [], fields: [], ...dates });
    await tx.updateTable('assignments').set({ service_point: 'p-foreign' }).execute();
  });
  expect(await problem(await post(fileOf({ items: [{ p: bytesOf(office) }] })))).toBe('not-found');
  expect(await countSubmissions(office.store.read)).toBe(0);
});

test('a file of a tablet that has moved on counts at no place outside of the scope of who imports it', async () => {
  const unit = await addForeignUnit(office);
  await office.store.write(async (tx) => {
    const at = { name: { vi: 'Điểm B', en: 'Point B' }, opening: [], fields: [], validFrom: '2025-07-01' };
    await addServicePoint(tx, { ...at, id: 'p-b', unit, validTo: null });
    await beginAssignment(tx, device.id, 'p-b', '2026-11-20');
  });
  const here = { p: bytesOf(office) };
  const there = { p: bytesOf(office, { sp: 'p-b' }) };
  const refused = await post(fileOf({ items: [here, there] }));
  expect([refused.status, await problem(refused)]).toEqual([403, 'forbidden']);
  expect(await countSubmissions(office.store.read)).toBe(0);
  expect(await imported(fileOf({ items: [here] }))).toMatchObject({ stored: 1 });
});
