import { beforeEach, expect, test } from 'vitest';
import {
  encodeSeal,
  NO_SEAL,
  type Seal,
  type SealReceipts,
  type SignedSeal,
} from '../../shared/wire/seal.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { batchOf, bytesOf, type EnrolledTablet, type Office, openOffice } from '../../tests/fakes/office.ts';
import { damaged, newTabletKey, sealChain } from '../../tests/fakes/tablet-key.ts';
import { setDeviceState } from '../store/device-life.ts';
import { textOfSeal } from '../store/packed-seal.ts';
import { sealPhones } from '../store/seal-phones.ts';
import { countSubmissions } from '../store/submissions.ts';
import { leafOf } from '../store/leaves.ts';

let office: Office;
let device: EnrolledTablet;
let chain: ReturnType<typeof sealChain>;

beforeEach(async () => {
  office = await openOffice();
  device = await office.enrol();
  chain = sealChain(device);
});

const some = (count = 5) => Array.from({ length: count }, () => bytesOf(office));
async function send(ps: readonly string[], from: { id: string; token: string } = device): Promise<Receipts> {
  const response = await office.call('/api/v1/batches', { body: batchOf(from, ps), token: from.token });
  expect(response.status).toBe(200);
  return (await response.json()) as Receipts;
}
async function post(...seals: SignedSeal[]): Promise<SealReceipts> {
  const body = { proto: 1, dev: device.id, seals };
  const response = await office.call('/api/v1/seals', { body, token: device.token });
  expect(response.status).toBe(200);
  return (await response.json()) as SealReceipts;
}
const refusals = async () => {
  const rows = await office.store.read.selectFrom('refused_seals').selectAll().orderBy('n').execute();
  return rows.map(({ n, reason }) => [n, reason]);
};
const sealed = async () => {
  const rows = await office.store.read.selectFrom('seals').selectAll().orderBy('n').execute();
  return rows.map((row) => ({ ...row, ...textOfSeal(row) }));
};

test('seals are stored as an unbroken chain, and the same seal again changes nothing', async () => {
  const parts = [some(5), some(50), some(7)];
  for (const ps of parts) for (let i = 0; i < ps.length; i += 50) await send(ps.slice(i, i + 50));
  const seals = parts.map((ps) => chain.seal(ps));
  const answer = await post(...seals);
  expect(answer).toMatchObject({
    sys: 'sipas',
    seals: [
      [1, 'stored'],
      [2, 'stored'],
      [3, 'stored'],
    ],
    lacks: [],
    safeSeal: 0,
  });
  expect((await post(...seals)).seals.map(([, kind]) => kind)).toEqual(['dup', 'dup', 'dup']);
  expect((await sealed()).map(({ n, total, s }) => [n, total, s])).toEqual(
    seals.map(({ s }, i) => [i + 1, [5, 55, 62][i], s]),
  );
});

test('a seal answers with the leaves that the server lacks, until they have come', async () => {
  const ps = some(6);
  await send(ps.slice(0, 4));
  const held = bytesOf(office, { sp: 'elsewhere' });
  await send([held]);
  const seal = chain.seal([...ps, held]);
  const lacking = ps.slice(4).map(leafOf).sort();
  expect([...(await post(seal)).lacks].sort()).toEqual(lacking);
  expect([...(await post(seal)).lacks].sort()).toEqual(lacking);
  await send(ps.slice(4));
  expect((await post(seal)).lacks).toEqual([]);
  expect(await countSubmissions(office.store.read)).toBe(6);
});

test('a seal out of turn waits for the one before it', async () => {
  const [first, second] = [chain.seal(some()), chain.seal(some())];
  expect((await post(second)).seals).toEqual([[2, 'later']]);
  expect((await post(first, second)).seals).toEqual([
    [1, 'stored'],
    [2, 'stored'],
  ]);
  expect(await refusals()).toEqual([]);
});

test('another seal of a known number, well signed, is a cloned device', async () => {
  await post(chain.seal(some()), chain.seal(some()));
  const clone = sealChain(device);
  expect((await post(clone.seal(some()))).seals).toEqual([[1, 'refused']]);
  expect(await refusals()).toEqual([[1, 'cloned']]);
  expect(await sealed()).toHaveLength(2);
});

const LEAVES = ['b'.repeat(64), 'a'.repeat(64)];
test.each<[string, string, (ps: string[]) => SignedSeal]>([
  ['does not follow the one before', 'chain', (ps) => chain.seal(ps, { prev: NO_SEAL })],
  ['miscounts', 'total', (ps) => chain.seal(ps, { total: 11 })],
  ['has unsorted leaves', 'leaves', (ps) => chain.seal(ps, { leaves: LEAVES, total: 7 })],
  ['has a leaf twice', 'leaves', (ps) => chain.seal(ps, { leaves: [LEAVES[1]!, LEAVES[1]!], total: 7 })],
  ['names another device', 'other-device', (ps) => chain.seal(ps, { dev: 'dzzzzzzzz' })],
  ['was changed after signing', 'signature', (ps) => damaged(chain.seal(ps))],
  [
    'was signed with another key',
    'signature',
    (ps) => ({ ...chain.seal(ps), sig: newTabletKey().sign('something') }),
  ],
  ['is no seal', 'unreadable', () => ({ s: '{"n":2}', sig: 'A'.repeat(86) })],
  [
    'is written in another way than seals are',
    'unreadable',
    (ps) => ({
      ...chain.seal(ps),
      s: ` ${encodeSeal(JSON.parse(chain.seal(ps).s) as Seal)}`.replace('"n":3', '"n":2'),
    }),
  ],
])('a seal that %s is refused and kept aside', async (_what, reason, make) => {
  await post(chain.seal(some(5)));
  const bad = make(some(5));
  for (let i = 0; i < 2; i++) expect((await post(bad)).seals).toEqual([[2, 'refused']]);
  expect(await refusals()).toEqual([[2, reason]]);
  const aside = await office.store.read.selectFrom('refused_seals').selectAll().executeTakeFirstOrThrow();
  expect({ s: aside.s, sig: aside.sig }).toEqual(bad);
  expect(await sealed()).toHaveLength(1);
});

test('no leaf stands in two seals, of one device or of two', async () => {
  const ps = some(5);
  await post(chain.seal(ps));
  expect((await post(chain.seal([...some(4), ps[0]!]))).seals).toEqual([[2, 'refused']]);
  const other = await office.enrol('Ki-ốt 2');
  const body = { proto: 1, dev: other.id, seals: [sealChain(other).seal([ps[1]!, ...some(4)])] };
  const answer = await office.call('/api/v1/seals', { body, token: other.token });
  expect(((await answer.json()) as SealReceipts).seals).toEqual([[1, 'refused']]);
  expect(await refusals()).toEqual([
    [1, 'leaf-twice'],
    [2, 'leaf-twice'],
  ]);
});

test('a stolen token alone cannot seal: what it sends stays unsealed, and revoking ends it', async () => {
  const thief = sealChain({ id: device.id, key: newTabletKey() });
  const ps = some(5);
  await send(ps);
  expect((await post(thief.seal(ps))).seals).toEqual([[1, 'refused']]);
  expect(await refusals()).toEqual([[1, 'signature']]);
  const rows = await office.store.read.selectFrom('leaves').selectAll().execute();
  expect(rows.map(({ kept, sealed: isSealed }) => [kept, isSealed])).toEqual(ps.map(() => [1, 0]));
  const again = await office.enrolAgain(device.id);
  const stolen = await office.call('/api/v1/batches', {
    body: batchOf(device, some(1)),
    token: device.token,
  });
  expect(stolen.status).toBe(401);
  expect((await send(some(1), again)).receipts[0]![1]).toBe('stored');
});

test('a retired device’s seals are refused, its submissions held; an inactive one’s are taken', async () => {
  const become = (state: 'inactive' | 'retired') =>
    office.store.write((tx) => setDeviceState(tx, device.id, { day: '2026-11-20', state, note: '' }));
  await become('inactive');
  const ps = some(5);
  expect((await send(ps)).receipts.every(([, kind]) => kind === 'stored')).toBe(true);
  expect((await post(chain.seal(ps))).seals).toEqual([[1, 'stored']]);
  await become('retired');
  const late = some(5);
  expect((await send(late)).receipts.every(([, kind]) => kind === 'held')).toBe(true);
  const seal = chain.seal(late);
  expect((await post(seal)).seals).toEqual([[2, 'refused']]);
  expect(await refusals()).toEqual([[2, 'revoked']]);
});

test('a removed submission sent again is not counted again', async () => {
  const ps = some(5);
  await send(ps);
  await post(chain.seal(ps));
  // what retention does: the row goes, the leaf stays
  await office.store.write((tx) => tx.deleteFrom('submissions').execute());
  expect((await send(ps)).receipts.map(([, kind]) => kind)).toEqual(['dup', 'dup', 'dup', 'dup', 'dup']);
  expect((await post(chain.seal(some(5)))).seals).toEqual([[2, 'stored']]);
  expect(await countSubmissions(office.store.read)).toBe(0);
  const row = await office.store.read
    .selectFrom('devices')
    .select('accepted')
    .where('id', '=', device.id)
    .executeTakeFirstOrThrow();
  expect(row.accepted).toBe(5);
});

test('an own phone’s leaf waits for the server’s seal', async () => {
  const p = bytesOf(office, { ch: 'qr' });
  const body = { proto: 1, code: office.code, items: [{ p }] };
  for (let i = 0; i < 2; i++) await office.call('/api/v1/phone', { body });
  const rows = await office.store.read.selectFrom('phone_leaves').selectAll().execute();
  expect(rows.map(({ leaf }) => Buffer.from(leaf).toString('hex'))).toEqual([leafOf(p)]);
});

test('a tablet that seals what a phone sent makes no leaf stand twice', async () => {
  const ps = Array.from({ length: 3 }, () => bytesOf(office, { ch: 'qr' }));
  for (const p of ps)
    await office.call('/api/v1/phone', { body: { proto: 1, code: office.code, items: [{ p }] } });
  await post(chain.seal(ps.slice(0, 1)));
  const night = { halfDay: '2026-11-20PM', app: 'server-1', sign: office.keys.sign };
  await office.store.write((tx) => sealPhones(tx, night));
  const leaves = (await sealed()).flatMap(({ s }) => (JSON.parse(s) as Seal).leaves);
  expect(leaves.sort()).toEqual(ps.map(leafOf).sort());
});

test('a seal is taken with the token of its own device only', async () => {
  const body = { proto: 1, dev: 'dzzzzzzzz', seals: [chain.seal(some())] };
  const responses = [
    await office.call('/api/v1/seals', { body, token: device.token }),
    await office.call('/api/v1/seals', { body: { ...body, dev: device.id } }),
    await office.call('/api/v1/seals', { body: { ...body, dev: device.id, seals: [] }, token: device.token }),
  ];
  expect(responses.map(({ status }) => status)).toEqual([400, 401, 400]);
});

test('answers name the lowest version that may collect, when one is set', async () => {
  expect((await send(some(1))).minApp).toBe('0.0.0');
  await office.store.write((tx) =>
    tx.insertInto('settings').values({ name: 'minApp', value: '0.2.0' }).execute(),
  );
  expect((await send(some(1))).minApp).toBe('0.2.0');
});
