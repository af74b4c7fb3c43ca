import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { deliver } from '../../server/mail/deliver.ts';
import { createSignInDelays } from '../../server/managers/sign-in-delays.ts';
import { listen } from '../../server/serve.ts';
import { openOwnKeys } from '../../server/start-checks.ts';
import { setEmail } from '../../server/store/accounts.ts';
import { queueMail } from '../../server/store/mails.ts';
import { aloneInTheNight, openTogether } from '../../server/store/together.ts';
import { createThrottle } from '../../server/throttle.ts';
import type { DossierFile } from '../../shared/wire/dossier-requests.ts';
import type { RowExport } from '../../shared/wire/row-exports.ts';
import { csvOf, HEADINGS } from '../fakes/dossier-files.ts';
import { batchOf, bytesOf, type Office, openOffice, signInAs } from '../fakes/office.ts';
import { databases } from './dialects.ts';

/** Two instances of the server over one PostgreSQL, as behind a load balancer that sends every request to another one. */

const database = databases[1]!();
let office: Office;
let url: string;
let one: Instance;
let other: Instance;
beforeAll(async () => {
  await database.start();
  const opened = await database.open();
  url = opened.url!;
  office = await openOffice({ store: opened.store });
  one = await openInstance(office, url);
  other = await openInstance(office, url);
}, 60_000);
afterAll(async () => {
  await one.end();
  await other.end();
  await office.store.close();
  await database.stop();
});

type Instance = Awaited<ReturnType<typeof openInstance>>;

async function openInstance(office: Office, url: string) {
  const stopping = new AbortController();
  const clock = () => office.now;
  let address = '';
  const together = await openTogether(url, { locks: office.keys, clock, address: () => address });
  const app = buildApp({
    store: office.store,
    clock,
    random: office.random,
    keys: office.keys,
    log: () => {},
    assets: undefined,
    publicUrl: 'http://localhost:8080',
    together,
    stopping: stopping.signal,
  });
  const server = await listen(app, '127.0.0.1', 0);
  address = `127.0.0.1:${server.port}`;
  let hasEnded = false;
  return {
    together,
    stopping,
    clock,
    ask: (path: string, init: RequestInit = {}) =>
      fetch(`http://${address}${path}`, {
        ...init,
        headers: { 'sec-fetch-site': 'same-origin', ...(init.headers as Record<string, string>) },
      }),
    async end() {
      if (hasEnded) return;
      hasEnded = true;
      stopping.abort();
      await server.stop();
      await together.close();
    },
  };
}

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
});

test('who has a session has it at every instance, and what moved through one is heard at the other at once', async () => {
  const tablet = await office.enrol();
  const cookie = await signInAs(office, 'manager');
  const live = await other.ask('/api/v1/live', { headers: { cookie } });
  expect(live.status).toBe(200);
  const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
  const moved = (async () => {
    for (;;) {
      const { value = '', done } = await reader.read();
      if (done || value.includes('event: moved')) return performance.now();
    }
  })();
  const ps = Array.from({ length: 10 }, () => bytesOf(office));
  const batch = json(batchOf(tablet, ps), { authorization: `Bearer ${tablet.token}` });
  expect((await one.ask('/api/v1/batches', batch)).status).toBe(200);
  const sent = performance.now();
  // without a message it would be looked for every three seconds
  expect((await moved) - sent).toBeLessThan(2_000);
  await reader.cancel();

  expect((await one.ask('/api/v1/session', { headers: { cookie } })).status).toBe(200);
  expect((await one.ask('/api/v1/session', { method: 'DELETE', headers: { cookie } })).status).toBe(204);
  expect((await other.ask('/api/v1/session', { headers: { cookie } })).status).toBe(401);
});

test('guesses are counted over all instances together, and no address stands in the database', async () => {
  const body = json({ code: '22222222' }, { 'x-forwarded-for': '203.0.113.77' });
  const statuses: number[] = [];
  for (let i = 0; i < 32; i++)
    statuses.push((await (i % 2 ? one : other).ask('/api/v1/devices/code', body)).status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);

  const at = ({ together: { memories }, clock }: Instance) => createSignInDelays({ memories, clock });
  const [here, there] = [at(one), at(other)];
  for (const delays of [here, there, here]) await delays.note('lan', '203.0.113.77', false);
  expect(await there.secondsToWait('lan', '198.51.100.1')).toBe(2);
  await there.note('lan', '203.0.113.77', true);
  expect(await here.secondsToWait('lan', '198.51.100.1')).toBe(0);

  // all at once, of one name: no try is counted twice or lost
  const limit = ({ together: { memories }, clock }: Instance) =>
    createThrottle({ memories, clock, kind: 'trial' }, 20, 1);
  const limits = [limit(one), limit(other)];
  const waits = await Promise.all(Array.from({ length: 40 }, (_, i) => limits[i % 2]!.take('flood')));
  expect(waits.filter((seconds) => seconds === 0)).toHaveLength(20);

  const { rows } = await sql`select * from remembered`.execute(office.store.read);
  expect(rows.length).toBeGreaterThan(3);
  expect(JSON.stringify(rows)).not.toMatch(/203\.0|lan|flood/);
});

test('of two that start at once with keys of their own one is refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sipas-keys-'));
  const starts = ['one', 'other'].map((name) => openOwnKeys(office.store, join(folder, name)));
  const results = await Promise.allSettled(starts);
  rmSync(folder, { recursive: true });
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('a code on the screen of staff is shown by one instance and opened at the other', async () => {
  const cookie = await signInAs(office, 'staff');
  const asked = json({ point: office.point, field: null, replaces: null }, { cookie });
  const { ticket } = (await (await one.ask('/api/v1/counter-screen/tickets', asked)).json()) as {
    ticket: string;
  };
  const look = async ({ ask }: Instance) =>
    (
      (await (await ask('/api/v1/counter-screen/look', json({ ticket }, { cookie }))).json()) as {
        state: string;
      }
    ).state;
  expect(await look(other)).toBe('waiting');
  expect((await other.ask('/api/v1/tickets/open', json({ ticket }))).status).toBe(200);
  expect(await look(one)).toBe('used');
});

test('what one instance holds is reached through the other, by whoever may', async () => {
  const cookie = await signInAs(office, 'administrator');
  const headers = { cookie, 'content-type': 'application/octet-stream' };
  const body = csvOf([[...HEADINGS], ['A1', '0912345678', 'Hộ tịch', '20/11/2026', '', '']]);
  const up = await one.ask('/api/v1/dossiers/files', { method: 'POST', headers, body });
  const { id } = (await up.json()) as DossierFile;
  const file = `/api/v1/dossiers/files/${id}`;
  const state = async () => {
    for (;;) {
      const found = (await (await other.ask(file, { headers: { cookie } })).json()) as DossierFile;
      if (found.step !== 'reading') return found;
      await wait(20);
    }
  };
  expect(await state()).toMatchObject({ id, step: 'read', look: { headers: [...HEADINGS] } });
  expect((await other.ask(file)).status).toBe(401);
  const mapping = { kind: 'list', columns: {}, place: null, nonsense: 1 };
  expect((await other.ask(`${file}/check`, json(mapping, { cookie }))).status).toBe(400);

  const auditor = { cookie: await signInAs(office, 'auditor') };
  const ask = { unit: office.unit, period: null, file: 'csv', language: 'vi' };
  const made = (await (await other.ask('/api/v1/exports', json(ask, auditor))).json()) as RowExport;
  const taken = await one.ask(`/api/v1/exports/${made.id}/file`, { headers: auditor });
  expect(taken.headers.get('content-disposition')).toContain('attachment');
  expect(
    Buffer.from(await taken.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const told = await one.ask(`/api/v1/exports/${made.id}`, { headers: auditor });
  expect(await told.json()).toMatchObject({ state: 'done' });
});

test('one instance does the work that comes again and no letter goes twice; another does when that one ends, and what it held is gone', async () => {
  expect([await one.together.leads(), await other.together.leads()]).toEqual([true, false]);
  await signInAs(office, 'manager');
  const { id } = await office.store.read.selectFrom('accounts').select('id').executeTakeFirstOrThrow();
  await office.store.write(async (tx) => {
    await setEmail(tx, id, 'lan@lamkhe.gov.vn');
    await queueMail(
      tx,
      { account: id, occasion: '2026-11-20AM', subject: 'Cảnh báo', body: 'Thư' },
      office.now,
    );
  });
  let sent = 0;
  const send = async () => {
    sent++;
    await wait(30);
    return { kind: 'sent' } as const;
  };
  await Promise.all([one, other].map(({ clock }) => deliver(office.store, send, clock)));
  expect(sent).toBe(1);

  await aloneInTheNight(url, async () => {
    await expect(aloneInTheNight(url, async () => {})).rejects.toThrow('Another process does the work');
  });
  const cookie = await signInAs(office, 'auditor');
  const ask = { unit: office.unit, period: null, file: 'csv', language: 'vi' };
  const made = (await (await one.ask('/api/v1/exports', json(ask, { cookie }))).json()) as RowExport;
  one.stopping.abort();
  expect([(await one.ask('/readyz')).status, (await other.ask('/readyz')).status]).toEqual([503, 200]);
  await one.end();
  expect(await other.together.leads()).toBe(true);
  const gone = await other.ask(`/api/v1/exports/${made.id}`, { headers: { cookie } });
  expect([gone.status, await gone.json()]).toMatchObject([404, { code: 'not-found' }]);
});
