import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Receipts } from '../../shared/wire/batch.ts';
import { batchOf, bytesOf, type EnrolledTablet, type Office, openOffice } from '../../tests/fakes/office.ts';
import { seededNumbers } from '../../tests/fakes/seeded.ts';
import { openSqlite, type Store } from '../store/store.ts';
import { countSubmissions } from '../store/submissions.ts';
import { talliesAt } from '../store/tallies.ts';

/** Lines are slow, doubled, reordered, replayed and cut: nothing is counted twice, and no receipt comes too early. */

let folder: string;
let store: Store;
let office: Office;
let device: EnrolledTablet;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sipas-repeats-'));
  store = await openSqlite(join(folder, 'sipas.db'));
  office = await openOffice({ store });
  device = await office.enrol();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const kinds = ({ receipts }: Receipts) => receipts.map(([, kind]) => kind);
const send = async (ps: readonly string[]) => {
  const answer = await office.call('/api/v1/batches', { body: batchOf(device, ps), token: device.token });
  expect(answer.status).toBe(200);
  return kinds((await answer.json()) as Receipts);
};

/** What waits for `promise` goes on when somebody calls `open`. */
function closedGate() {
  let open = () => {};
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

/** A request whose body stops in the middle until it is let go on. */
function slowPost(body: object) {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const gate = closedGate();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(bytes.slice(0, 100));
      await gate.promise;
      controller.enqueue(bytes.slice(100));
      controller.close();
    },
  });
  const answer = office.app.request('http://localhost:8080/api/v1/batches', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}` },
    body: stream,
    duplex: 'half',
  } as RequestInit);
  return { answer, goOn: () => gate.open() };
}

test('a slow upload that is repeated counts once', async () => {
  const ps = [bytesOf(office), bytesOf(office)];
  const slow = slowPost(batchOf(device, ps));
  expect(await send(ps)).toEqual(['stored', 'stored']);
  slow.goOn();
  expect(kinds((await (await slow.answer).json()) as Receipts)).toEqual(['dup', 'dup']);
  expect(await countSubmissions(store.read)).toBe(2);
});

test('repeated and reordered batches change no figure', async () => {
  const next = seededNumbers(3);
  const ps = Array.from({ length: 40 }, () => bytesOf(office));
  for (let i = 0; i < ps.length; i += 20) await send(ps.slice(i, i + 20));
  const figures = () =>
    Promise.all([
      talliesAt(store.read, office.point),
      store.read.selectFrom('released').selectAll().execute(),
      store.read.selectFrom('pending_releases').selectAll().execute(),
      store.read.selectFrom('devices').select(['accepted', 'held']).execute(),
    ]);
  const before = await figures();
  for (let round = 0; round < 10; round++) {
    const some = ps.filter(() => next() < 0.5).sort(() => next() - 0.5);
    if (some.length > 0) await Promise.all([send(some), send(some.toReversed())]);
  }
  expect(await figures()).toEqual(before);
});

test('a captured batch that is replayed changes nothing, with the token or without', async () => {
  const body = batchOf(device, [bytesOf(office), bytesOf(office)]);
  const post = (token?: string) => office.call('/api/v1/batches', { body, ...(token && { token }) });
  await post(device.token);
  const before = await talliesAt(store.read, office.point);
  expect(kinds((await (await post(device.token)).json()) as Receipts)).toEqual(['dup', 'dup']);
  expect((await post()).status).toBe(401);
  const other = await office.enrol('Ki-ốt 2');
  expect((await post(other.token)).status).toBe(400); // names another device than its token
  expect(await talliesAt(store.read, office.point)).toEqual(before);
});

test('no receipt leaves before the commit: while the writer is busy nobody gets an answer', async () => {
  const gate = closedGate();
  const busy = store.write(() => gate.promise);
  let answered = false;
  const sending = send([bytesOf(office)]).then((result) => {
    answered = true;
    return result;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([answered, await countSubmissions(store.read)]).toEqual([false, 0]);
  gate.open();
  await busy;
  expect(await sending).toEqual(['stored']);
  // the reader is another connection: it sees what is committed and nothing else
  expect(await countSubmissions(store.read)).toBe(1);
});

test('a commit that fails gives no receipt, and the repeat is stored', async () => {
  let isBroken = true;
  const breaking: Store = {
    ...store,
    write: (work) =>
      store.write(async (tx) => {
        const result = await work(tx);
        if (isBroken) throw new Error('the disk is gone');
        return result;
      }),
  };
  const p = bytesOf(office);
  isBroken = false;
  const broken = await openOffice({ store: breaking, seed: 2 });
  isBroken = true;
  const body = batchOf(device, [p]);
  const failed = await broken.call('/api/v1/batches', { body, token: device.token });
  expect(failed.status).toBe(500);
  expect(await failed.text()).not.toContain('receipts');
  expect(await countSubmissions(store.read)).toBe(0);
  expect(await send([p])).toEqual(['stored']);
});
