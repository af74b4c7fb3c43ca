import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  addForeignUnit,
  batchOf,
  bytesOf,
  type EnrolledTablet,
  type Office,
  openOffice,
  signInAs,
} from '../../tests/fakes/office.ts';
import { closeAccount } from '../store/accounts.ts';
import { listen as listenAt } from '../serve.ts';
import { noteMoves } from '../store/moves.ts';

let office: Office;
let tablet: EnrolledTablet;
let stopping: AbortController;
beforeEach(async () => {
  stopping = new AbortController();
  office = await openOffice({ stopping: stopping.signal });
  tablet = await office.enrol();
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'performance'] });
});
afterEach(async () => {
  vi.useRealTimers();
  stopping.abort();
  await office.store.close();
});

const send = (count: number) =>
  office.call('/api/v1/batches', {
    body: batchOf(
      tablet,
      Array.from({ length: count }, () => bytesOf(office)),
    ),
    token: tablet.token,
  });

/** An open stream: what it has said so far, comments left out, and whether it has ended. */
async function listen(cookie: string) {
  const answer = await office.call('/api/v1/live', { cookie });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const heard = { said: [] as string[], hasEnded: false, beats: 0 };
  const reader = answer.body!.getReader();
  void (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return (heard.hasEnded = true);
      const text = new TextDecoder().decode(value);
      if (text.startsWith(':')) heard.beats++;
      else heard.said.push(text.trim());
    }
  })();
  return heard;
}
/** The database takes turns of the event loop, which driven timers do not leave it. */
async function pass(ms: number): Promise<void> {
  for (const part of [ms / 2, ms / 2]) {
    await vi.advanceTimersByTimeAsync(part);
    for (let turn = 0; turn < 20; turn++) await nextTurn();
  }
}
const MOVED = 'event: moved\ndata: {"kinds":["figures"]}';

test('a page hears that figures have moved, not that forms have come, and of no number', async () => {
  const heard = await listen(await signInAs(office, 'reader'));
  await pass(1_000);
  await send(9);
  await pass(60_000);
  expect(heard.said).toEqual([]);
  await send(1);
  await pass(14_000);
  expect(heard.said).toEqual([MOVED]);
  // what comes soon afterwards is said together, and not at once
  for (let i = 0; i < 3; i++) await send(10);
  await pass(60_000);
  expect(heard.said.slice(1)).toEqual([MOVED]);
});

test('nothing is heard of places outside of the account’s unit', async () => {
  const away = await addForeignUnit(office);
  const heard = await listen(await signInAs({ ...office, unit: away }, 'manager'));
  await pass(1_000);
  await send(10);
  await pass(60_000);
  expect(heard.said).toEqual([]);
  expect(heard.beats).toBeGreaterThan(2);
});

test('of alerts only those hear who may see them', async () => {
  const reader = await listen(await signInAs(office, 'reader'));
  const manager = await listen(await signInAs(office, 'manager'));
  await pass(1_000);
  await office.store.write((tx) => noteMoves(tx, 'alerts', [office.point]));
  await pass(14_000);
  expect(reader.said).toEqual([]);
  expect(manager.said).toEqual([MOVED.replace('figures', 'alerts')]);
});

test('a half-month that ends is served whole and said, though nobody asks for figures', async () => {
  const heard = await listen(await signInAs(office, 'reader'));
  await send(9);
  await pass(30_000);
  expect(heard.said).toEqual([]);
  office.now = Date.parse('2026-12-01T00:00:10+07:00');
  await office.store.write(
    async (tx) =>
      void (await tx.updateTable('sessions').set({ created: office.now, seen: office.now }).execute()),
  );
  await pass(30_000);
  expect(heard.said).toEqual([MOVED]);
});

test('a stream ends with its session, its account and the server, and does not keep a session alive', async () => {
  const cookie = await signInAs(office, 'reader');
  const session = await listen(cookie);
  office.now += 31 * 60_000;
  await pass(16_000);
  expect(session.hasEnded).toBe(true);

  const closing = await listen(await signInAs(office, 'manager'));
  const { id } = await office.store.read
    .selectFrom('accounts')
    .select('id')
    .where('role', '=', 'manager')
    .executeTakeFirstOrThrow();
  await office.store.write((tx) => closeAccount(tx, id, office.now));
  await send(10);
  await pass(16_000);
  expect(closing).toMatchObject({ hasEnded: true, said: [] });

  const last = await listen(await signInAs(office, 'auditor'));
  stopping.abort();
  await pass(10);
  expect(last.hasEnded).toBe(true);
});

test('an open stream does not hold up a server that stops', async () => {
  vi.useRealTimers();
  const server = await listenAt(office.app, '127.0.0.1', 0);
  const cookie = await signInAs(office, 'reader');
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/live`, { headers: { cookie } });
  const [ended, began] = [answer.text(), performance.now()];
  stopping.abort();
  await server.stop();
  expect(await ended).toBe(':\n\n');
  expect(answer.headers.get('content-encoding')).toBe(null);
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('an account has six streams; one that was left makes room', async () => {
  const cookie = await signInAs(office, 'reader');
  const open = () => office.call('/api/v1/live', { cookie });
  const heads = Array.from({ length: 7 }, () => office.call('/api/v1/live', { cookie, method: 'HEAD' }));
  await Promise.all(heads);
  const answers = [];
  for (let i = 0; i < 6; i++) answers.push(await open());
  const refused = await open();
  expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'too-many' }]);
  await answers[0]!.body!.cancel();
  await pass(10);
  expect((await open()).status).toBe(200);
});
