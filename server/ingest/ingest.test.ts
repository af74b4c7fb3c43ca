import { beforeEach, expect, test } from 'vitest';
import { batchOf, bytesOf, FRIDAY, type Office, openOffice, submissionOf } from '../../tests/fakes/office.ts';
import { encodeSubmission, type Submission } from '../../shared/submission.ts';
import type { Receipts } from '../../shared/wire/batch.ts';
import { unlockRemark } from '../remark-lock.ts';
import { setDeviceState } from '../store/device-life.ts';
import { bytesOfStored } from '../store/packed-submission.ts';
import { countSetAside, countSubmissions } from '../store/submissions.ts';
import { recount } from '../store/recount.ts';
import { loadCatalogue, shapeFor } from '../store/catalogue.ts';
import { leafOf } from '../store/leaves.ts';
import { businessDate as dateOf, remarkHash } from './judge.ts';

let office: Office;
let device: { readonly id: string; readonly token: string };

beforeEach(async () => {
  office = await openOffice();
  device = await office.enrol();
});

async function send(ps: readonly string[], more: object = {}): Promise<Receipts> {
  const response = await office.call('/api/v1/batches', {
    body: { ...batchOf(device, ps), ...more },
    token: device.token,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Receipts;
}

const kinds = ({ receipts }: Receipts) => receipts.map(([, kind]) => kind);
const stored = () => countSubmissions(office.store.read);
const ledger = async () => {
  const row = await office.store.read
    .selectFrom('devices')
    .selectAll()
    .where('id', '=', device.id)
    .executeTakeFirstOrThrow();
  return { accepted: row.accepted, held: row.held };
};
async function expectTalliesExact() {
  const result = await recount(office.store.read, shapeFor(await loadCatalogue(office.store.read)));
  expect(result.differences).toEqual([]);
  expect(result.submissions).toBe(await stored());
}

test('a new submission is stored and receipted by its id, with the server’s clock and epoch', async () => {
  const submission = submissionOf(office);
  const answer = await send([encodeSubmission(submission)]);
  expect(answer).toMatchObject({
    sys: 'sipas',
    proto: 1,
    now: FRIDAY,
    safeSeal: 0,
    receipts: [[submission.id, 'stored']],
  });
  expect(answer.epoch).toMatch(/^[0-9a-f]{32}$/);
  expect(await stored()).toBe(1);
  expect(await ledger()).toEqual({ accepted: 1, held: 0 });
  await expectTalliesExact();
});

test('a submission sent ten times counts once', async () => {
  const p = bytesOf(office);
  expect(kinds(await send([p]))).toEqual(['stored']);
  for (let i = 0; i < 9; i++) expect(kinds(await send([p]))).toEqual(['dup']);
  expect(await stored()).toBe(1);
  expect(await ledger()).toEqual({ accepted: 1, held: 0 });
  await expectTalliesExact();
});

test('twenty posts of one submission at once store one row', async () => {
  const p = bytesOf(office);
  const answers = await Promise.all(Array.from({ length: 20 }, () => send([p])));
  expect(answers.flatMap(kinds).filter((kind) => kind === 'stored')).toHaveLength(1);
  expect(await stored()).toBe(1);
  await expectTalliesExact();
});

test('other bytes under a known id are a conflict: the first stay, the second are kept aside', async () => {
  const first = submissionOf(office);
  const second = encodeSubmission({ ...first, a: [1, 1, 1, 1, 1, 1, 1, 1] });
  await send([encodeSubmission(first)]);
  expect(kinds(await send([second]))).toEqual(['conflict']);
  const row = await office.store.read.selectFrom('submissions').selectAll().executeTakeFirstOrThrow();
  expect(bytesOfStored(row)).toBe(encodeSubmission(first));
  const aside = await office.store.read.selectFrom('quarantine').selectAll().executeTakeFirstOrThrow();
  expect({ kind: aside.kind, p: Buffer.from(aside.p).toString() }).toEqual({ kind: 'conflict', p: second });
  await expectTalliesExact();
});

test('the same id twice in one batch is judged like two batches', async () => {
  const first = submissionOf(office);
  const other = { ...first, a: [2, 2, 2, 2, 2, 2, 2, 2] } as Submission;
  expect(kinds(await send([first, first, other].map(encodeSubmission))).sort()).toEqual([
    'conflict',
    'dup',
    'stored',
  ]);
  expect(await stored()).toBe(1);
});

// its bytes are kept, with their reason
test('one bad submission holds up no other', async () => {
  const good = submissionOf(office);
  const bad = JSON.stringify({ ...submissionOf(office), a: [6, 5, 4, 4, 5, 0, 4, 3] });
  const answer = await send([bad, encodeSubmission(good), '{"v":1,']);
  const byId = new Map(answer.receipts.map(([id, kind]) => [id, kind]));
  expect(byId.get(good.id)).toBe('stored');
  expect(byId.get(leafOf('{"v":1,'))).toBe('held');
  expect([...byId.values()].sort()).toEqual(['held', 'held', 'stored']);
  expect(await stored()).toBe(1);
  const aside = await office.store.read.selectFrom('quarantine').select('p').execute();
  expect(aside.map((row) => Buffer.from(row.p).toString()).sort()).toEqual([bad, '{"v":1,'].sort());
  expect(await ledger()).toEqual({ accepted: 1, held: 2 });
});

test.each<[string, string, Partial<Submission>]>([
  ['an unknown questionnaire version', 'unknown-version', { fv: 7 }],
  ['an unknown item', 'unknown-item', { it: [0, 24, 28, 31, 34, 37, 9, 77] }],
  ['a full form with items missing', 'unknown-item', { fm: 'full' }],
  ['an unknown campaign', 'unknown-campaign', { c: 'nowhere' }],
  ['an unknown field', 'unknown-field', { fd: 'nothing' }],
  ['another service point', 'service-point', { sp: 'elsewhere' }],
  ['a channel that devices do not have', 'channel', { ch: 'qr' }],
  [
    'no answer to the overall question',
    'not-begun',
    { a: [null, null, null, null, null, null, null, null], e: 'idle' },
  ],
  ['the overall question not drawn', 'not-begun', { it: [24, 28], a: [4, 4] }],
  ['a remark’s hash without the remark', 'remark', { rh: 'a'.repeat(64) }],
])('%s is held, and held again when it comes again', async (_what, reason, change) => {
  const p = bytesOf(office, change);
  for (let i = 0; i < 2; i++) expect(kinds(await send([p]))).toEqual(['held']);
  const rows = await office.store.read.selectFrom('quarantine').selectAll().execute();
  expect(rows.map((row) => row.reason)).toEqual([reason]);
  expect(await stored()).toBe(0);
  expect(await ledger()).toEqual({ accepted: 0, held: 1 });
});

test('a newer protocol is held, never refused', async () => {
  expect(kinds(await send([bytesOf(office)], { proto: 2 }))).toEqual(['held']);
});

test('a revoked device’s submissions are held from then on, not thrown away', async () => {
  await office.store.write((tx) =>
    setDeviceState(tx, device.id, { day: '2026-11-20', state: 'retired', note: '' }),
  );
  expect(kinds(await send([bytesOf(office)]))).toEqual(['held']);
  expect(await countSetAside(office.store.read)).toBe(1);
});

test('a remark lies apart from the submission, and only a fitting hash is taken', async () => {
  const remark = { salt: '00112233445566778899aabbccddeeff', text: 'Cán bộ hướng dẫn rất dễ hiểu.' };
  const p = bytesOf(office, { rh: remarkHash(remark.salt, remark.text) });
  const body = { ...batchOf(device, []), items: [{ p, remark }] };
  const response = await office.call('/api/v1/batches', { body, token: device.token });
  expect(kinds((await response.json()) as Receipts)).toEqual(['stored']);
  const rows = await office.store.read.selectFrom('remarks').selectAll().execute();
  expect(rows).toMatchObject([
    {
      hash: remarkHash(remark.salt, remark.text),
      salt: '',
      masked: remark.text,
      half_month: '2026-11/2',
      service_point: office.point,
      shown_from: '2026-11-23',
    },
  ]);
  expect(unlockRemark(office.keys, rows[0]!.body)).toEqual(remark);
});

test('of a remark the database holds what is masked; the original, its digits and its salt are locked', async () => {
  const remark = {
    salt: 'ffeeddccbbaa99887766554433221100',
    text: 'Gọi tôi 0912 345 678 nhé, ý kiến riêng.',
  };
  const kept = { p: bytesOf(office, { rh: remarkHash(remark.salt, remark.text) }), remark };
  const held = { p: bytesOf(office, { rh: 'b'.repeat(64) }), remark };
  const body = { ...batchOf(device, []), items: [kept, held] };
  await office.call('/api/v1/batches', { body, token: device.token });
  const rows = await office.store.read.selectFrom('remarks').selectAll().execute();
  const aside = await office.store.read.selectFrom('quarantine').selectAll().execute();
  expect([rows.length, aside.length]).toEqual([1, 1]);
  expect(rows[0]!.masked).toBe('Gọi tôi […] nhé, ý kiến riêng.');
  const written = JSON.stringify([rows, aside.map(({ p: _bytes, ...rest }) => rest)]);
  for (const secret of ['0912 345', '345 678', '0912345678', remark.salt])
    expect(written).not.toContain(secret);
  expect(unlockRemark(office.keys, aside[0]!.remark!)).toEqual(remark);
});

const businessDate = async () =>
  (await office.store.read.selectFrom('submissions').select('half_day').executeTakeFirstOrThrow()).half_day;

test('a future date is stored and clamped to now', async () => {
  expect(kinds(await send([bytesOf(office, { b: '2036-01-01AM' })]))).toEqual(['stored']);
  expect(await businessDate()).toBe('2026-11-20AM');
});

// the date is clamped to when the device last had nothing left to send
test('a clock at 1970 loses nothing and moves no period', async () => {
  office.now += 3 * 86_400_000;
  expect(kinds(await send([bytesOf(office, { b: '1970-01-01AM', tq: 'unknown' })]))).toEqual(['stored']);
  expect(await businessDate()).toBe('2026-11-20AM');
});

test('no date lies before computers had one, whoever sends it', () => {
  const submission = JSON.parse(bytesOf(office, { b: '0004-05-06AM', tq: 'ok' })) as Submission;
  const sender = { kind: 'review', waived: 'unreadable' } as const;
  expect(dateOf(submission, sender, office.now)).toBe('1970-01-01AM');
  expect(dateOf({ ...submission, b: '0004-05/1' }, sender, office.now)).toBe('1970-01/1');
});

test('late data of a tablet that knew the time keep their own date', async () => {
  office.now += 60 * 86_400_000;
  expect(kinds(await send([bytesOf(office, { b: '2026-11-23PM' })]))).toEqual(['stored']);
  expect(await businessDate()).toBe('2026-11-23PM');
});

test.each<[string, number, string, Parameters<Office['call']>[1]]>([
  ['malformed JSON', 400, 'malformed', { body: '{"proto":1,' }],
  ['JSON that is no batch', 400, 'malformed', { body: [] }],
  [
    'a batch without items',
    400,
    'malformed',
    { body: { proto: 1, dev: 'DEVICE', app: '1', epoch: null, items: [] } },
  ],
  ['another content type', 415, 'wrong-type', { body: 'x', headers: { 'content-type': 'text/plain' } }],
  ['a compressed body', 415, 'wrong-type', { body: {}, headers: { 'content-encoding': 'gzip' } }],
  ['a body over the limit', 413, 'too-large', { body: 'x'.repeat(256 * 1024 + 1) }],
])('%s is no batch at all', async (_what, status, code, options) => {
  const response = await office.call('/api/v1/batches', { ...options, token: device.token });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ code, status });
  expect(await stored()).toBe(0);
  expect(await countSetAside(office.store.read)).toBe(0);
});

test.each([
  ['no token', undefined],
  ['an unknown token', 'x'.repeat(43)],
])('with %s nothing is taken', async (_what, token) => {
  const response = await office.call('/api/v1/batches', {
    body: batchOf(device, [bytesOf(office)]),
    ...(token && { token }),
  });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'no-token' });
  expect(await stored()).toBe(0);
});

test('a batch that names another device than its token is no batch', async () => {
  const response = await office.call('/api/v1/batches', {
    body: batchOf({ id: 'other' }, [bytesOf(office)]),
    token: device.token,
  });
  expect(response.status).toBe(400);
});

test('bytes that are no UTF-8 text are no batch', async () => {
  const response = await office.app.request('http://localhost:8080/api/v1/batches', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}` },
    body: Uint8Array.of(0x22, 0xff, 0x22),
  });
  expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, 'malformed']);
});

test('a body without a declared length is counted while it comes in', async () => {
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024).fill(32)),
  });
  const response = await office.app.request('http://localhost:8080/api/v1/batches', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}` },
    body: endless,
    duplex: 'half',
  } as RequestInit);
  expect(response.status).toBe(413);
});

test('no answer, log line or problem repeats what was sent', async () => {
  const canary = 'canary-8d1f';
  const bodies = [`{"${canary}`, { [canary]: 1 }, batchOf(device, [JSON.stringify({ v: canary })])];
  for (const body of bodies) {
    const response = await office.call('/api/v1/batches', { body, token: device.token });
    expect(await response.text()).not.toContain(canary);
  }
  expect(await (await office.call(`/api/v1/${canary}`)).text()).not.toContain(canary);
  await send([bytesOf(office)]);
  const log = JSON.stringify(office.logs);
  expect(office.logs.length).toBeGreaterThan(3);
  for (const secret of [canary, device.token, device.id, office.code, office.point])
    expect(log).not.toContain(secret);
});

test('a tablet that speaks for another place is held for that, whatever else is wrong', async () => {
  for (const change of [{}, { fv: 99 }, { fd: 'tomorrow' }] as Partial<Submission>[])
    await office.call('/api/v1/batches', {
      body: { ...batchOf(device, [bytesOf(office, { ...change, sp: 'elsewhere' })]), proto: 9 },
      token: device.token,
    });
  const held = await office.store.read.selectFrom('quarantine').select('reason').execute();
  expect(held.map(({ reason }) => reason)).toEqual(['service-point', 'service-point', 'service-point']);
});

test.each<[string, string, Partial<Submission>]>([
  [
    'an express form with items that rotation cannot draw together',
    'unknown-item',
    { it: [0, 24, 28, 31, 34, 37, 9, 10] },
  ],
  [
    'an express form with two items of one service factor',
    'unknown-item',
    { it: [0, 24, 25, 31, 34, 37, 9, 21] },
  ],
  ['an authority that is no unit', 'unknown-authority', { au: 'nobody' }],
])('%s is held', async (_what, reason, change) => {
  expect(kinds(await send([bytesOf(office, change)]))).toEqual(['held']);
  const rows = await office.store.read.selectFrom('quarantine').select('reason').execute();
  expect(rows).toEqual([{ reason }]);
});
