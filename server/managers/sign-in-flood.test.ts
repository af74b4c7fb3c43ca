import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { type Office, openOffice, PASSWORD } from '../../tests/fakes/office.ts';
import { ProblemError } from '../problem.ts';
import { auditLines } from '../store/audit.ts';
import { ownMemories } from '../own-memory.ts';
import { createAddressThrottle, ownLimits } from '../throttle.ts';
import { managerRoutes } from './routes.ts';
import { createSessions } from './session.ts';
import { createSignInDelays } from './sign-in-delays.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
const signIn = (login: string, password: string) =>
  office.call('/api/v1/session', { body: { login, password } });
const rss = () => process.memoryUsage().rss / 2 ** 20;

test('a flood of sign-ins hashes two at once, which is 64 MiB, and sends away whoever finds the queue full', async () => {
  await signIn('nobody', PASSWORD); // what is loaded at the first hash is no part of the flood
  // nor is the heap that a process grows to with its first hundreds of requests
  for (let i = 0; i < 3; i++) {
    await Promise.all(Array.from({ length: 400 }, () => office.call('/api/v1/session')));
  }
  const before = rss();
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, rss())), 5);
  const answers = await Promise.all(Array.from({ length: 400 }, (_, i) => signIn(`stranger${i}`, 'wrong')));
  clearInterval(watching);
  const statuses = answers.map(({ status }) => status);
  const hashed = statuses.filter((status) => status === 401).length;
  console.log(`400 sign-ins at once: ${hashed} hashed, memory +${(most - before).toFixed(0)} MiB`);
  expect(statuses.every((status) => status === 401 || status === 429)).toBe(true);
  expect(hashed).toBeLessThanOrEqual(18);
  expect(
    answers.every(({ status, headers }) => status === 401 || Number(headers.get('retry-after')) > 0),
  ).toBe(true);
  // two hashes of 32 MiB each, and 400 requests with what they carry
  expect(most - before).toBeLessThan(64 + 32);
}, 90_000);

test('a burst of tries at one account is judged no further than the three that are free and the one beside them', async () => {
  await office.signIn();
  const answers = await Promise.all(Array.from({ length: 10 }, () => signIn('lan.nguyen', 'wrong')));
  const judged = answers.filter(({ status }) => status === 401).length;
  expect(judged).toBeGreaterThanOrEqual(3);
  expect(judged).toBeLessThanOrEqual(4);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(10 - judged);
}, 90_000);

test('wrong tries of one address are limited over all names', async () => {
  const clock = () => office.now;
  const strangers = createAddressThrottle(ownLimits({ clock }, 'strangers'), {
    burst: 2,
    perMinute: 1,
    rangeFactor: 4,
  });
  const deps = { ...office, clock, log: () => {}, assets: undefined, publicUrl: 'http://localhost:8080' };
  const routes = managerRoutes(deps, {
    sessions: createSessions(deps),
    delays: createSignInDelays({ clock, memories: ownMemories(clock) }),
    strangers,
    links: strangers,
    addressOf: () => '203.0.113.7',
  });
  const statuses: number[] = [];
  for (let i = 0; i < 4; i++) {
    const app = new Hono().onError((error, c) =>
      c.body(null, error instanceof ProblemError && error.code === 'too-many' ? 429 : 401),
    );
    const body = JSON.stringify({ login: `stranger${i}`, password: 'wrong' });
    const headers = { 'content-type': 'application/json' };
    statuses.push(
      (await app.route('/', routes).request('/session', { method: 'POST', headers, body })).status,
    );
  }
  expect(statuses).toEqual([401, 401, 429, 429]);
});

test('wrong tries stand in the audit log of the account, an alarm at the tenth, and nothing that was typed', async () => {
  await office.signIn();
  for (let i = 0; i < 10; i++) {
    expect((await signIn('lan.nguyen', 'Bí mật 0912345678')).status).toBe(401);
    office.now += 61_000;
  }
  await signIn('Bí mật gõ nhầm ô', 'x');
  const units = [office.unit];
  const lines = await auditLines(office.store.read, { units, ofServer: true, before: undefined, most: 100 });
  const of = (what: string) => lines.filter((line) => line.what === what);
  expect([of('sign-in-refused').length, of('sign-in-alarm').length]).toEqual([10, 1]);
  expect(of('sign-in-alarm')[0]!.details).toEqual({ tries: 10 });
  expect(office.logs.filter(({ what }) => what === 'sign-in alarm')).toHaveLength(1);
  const written = JSON.stringify([lines, office.logs]);
  for (const typed of ['Bí mật', '0912345678', 'gõ nhầm', 'unknown', '127.0.0.1']) {
    expect(written).not.toContain(typed);
  }
}, 90_000);
